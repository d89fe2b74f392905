import { ok } from '@manyhands/base';
import { createSealingKey, createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import type { KeyForm, RecoveryWords } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import { openReplica, pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { entriesOf } from '@manyhands/door';
import type { LobbyAddress } from '@manyhands/community/admission';
import type { Found } from '@manyhands/community/recovery';
import { enrolledAs, foundIn, laterKeysOf } from './foundSelf.ts';
import type { FoundSelf, KeysInHand, SelfSearch } from './foundSelf.ts';

/**
 * Asks at the lobby whose identity key the words give (mesh/M12), from memory alone: until
 * the person has said "yes, that is me" nothing of it is written anywhere, and after a no
 * nothing stays.
 */
export class LobbySearch implements SelfSearch {
  readonly #way: LobbyAddress;
  readonly #replica: Replica;
  readonly #listeners = new Set<() => void>();
  readonly #keys: KeysInHand;
  #isUnknown = false;
  #end: () => void = () => undefined;

  private constructor(way: LobbyAddress, replica: Replica, keys: KeysInHand) {
    this.#way = way;
    this.#replica = replica;
    this.#keys = keys;
  }

  static async begin(
    way: LobbyAddress,
    words: RecoveryWords,
    { kept, relay }: { readonly kept: KeyForm; readonly relay: string },
  ): Promise<LobbySearch> {
    const { community } = way;
    const store = createMemoryStore();
    const [opened, identity, device, sealing] = await Promise.all([
      openReplica({ community, store }),
      recoveryKeyOf(words, community),
      createSigningKey(kept),
      createSealingKey(kept),
    ]);
    if (!opened.ok) throw new Error('Bug: memory does not open');
    const search = new LobbySearch(way, opened.value, { identity, device, sealing });
    await search.#ask(relay);
    return search;
  }

  get found(): Found | null {
    return foundIn(this.#replica, this.#keys, this.#way.name);
  }

  get isUnknown(): boolean {
    return this.#isUnknown && this.found === null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async self(): Promise<FoundSelf | null> {
    const { found } = this;
    if (found === null) return null;
    const enrolled = await enrolledAs(found, this.#keys, this.#replica);
    const known = [...entriesOf(this.#replica), ...this.#replica.detached()];
    const page = pageOf(known.map(encodeTravelling));
    const fill = async (into: Replica) => {
      await into.receive(page, { type: 'archive' });
      return ok(undefined);
    };
    return { ...enrolled, fill };
  }

  /** Nothing of it lies anywhere. */
  done = (): Promise<void> => Promise.resolve();

  async cancel(): Promise<void> {
    this.#end();
    this.#listeners.clear();
    await this.#replica.close();
  }

  async #ask(relay: string): Promise<void> {
    const { lobby, relays } = this.#way;
    const at = { lobby, relays: [...new Set([...relays, relay])] };
    const { askAtLobby } = await import('./askAtLobby.ts');
    const mesh = askAtLobby(this.#replica, laterKeysOf(this.#keys), at);
    const stop = mesh.subscribe((news) => {
      if (news.type === 'refused' && news.verdict === 'UnknownKey')
        this.#isUnknown = true;
      this.#tell();
    });
    const unfollow = this.#replica.subscribe(() => this.#tell());
    this.#end = () => {
      stop();
      unfollow();
      mesh.close();
    };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
