import { err } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey, recoveryKeyOf } from '@manyhands/keys';
import type { KeyPlace, RecoveryWords, SealingKey, SigningKey } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import type { DeviceEnrol } from '@manyhands/ledger';
import { openReplica, pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import type { Membership as KeyringRow } from '@manyhands/storage';
import { entriesOf } from '../state/kit.ts';
import { askWhoIAm, enrolmentBy } from '../state/laterKey.ts';
import type { LaterKeys } from '../state/laterKey.ts';
import { seedOf } from '../state/person.ts';
import type { Found, Search, WayBack } from '../state/wayBack.ts';

/** A further device of somebody, with no first key: the words speak for them. */
export interface FoundSelf {
  readonly row: KeyringRow;
  /** What shows a member who this is: for the disk of the new place. */
  readonly page: Uint8Array;
  readonly enrolment: DeviceEnrol;
}

/**
 * Asks at the lobby whose identity key the words give (mesh M12), from memory alone: until
 * the person has said "yes, that is me" nothing of it is written anywhere, and after a no
 * nothing stays.
 */
export class LobbySearch implements Search {
  readonly #way: WayBack;
  readonly #replica: Replica;
  readonly #listeners = new Set<() => void>();
  readonly #keys: Keys;
  #isUnknown = false;
  #end: () => void = () => undefined;

  private constructor(way: WayBack, replica: Replica, keys: Keys) {
    this.#way = way;
    this.#replica = replica;
    this.#keys = keys;
  }

  static async begin(
    way: WayBack,
    words: RecoveryWords,
    { kept, relay }: { readonly kept: KeyPlace; readonly relay: string },
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
    const { ledger, board } = this.#replica;
    const [member] = ledger.membersWithKey(toHex(this.#keys.identity.publicKey));
    if (member === undefined || !ledger.isEverMember(member)) return null;
    return {
      member,
      seed: seedOf(member),
      name: board.profileOf(member)?.name ?? '',
      communityName: ledger.charter()?.name ?? this.#way.name,
    };
  }

  get isUnknown(): boolean {
    return this.#isUnknown && this.found === null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the found member's new device begins with; null while nobody is found. */
  async self(): Promise<FoundSelf | null> {
    const { found } = this;
    if (found === null) return null;
    const { device, sealing } = this.#keys;
    const { community } = this.#way;
    const enrolment = await enrolmentBy(this.#replica, found.member, this.#later);
    const known = [...entriesOf(this.#replica), ...this.#replica.loose()];
    const now = Date.now();
    return {
      row: {
        community,
        device: enrolment.device,
        member: enrolment.member,
        name: found.communityName,
        identity: null,
        signing: device.stored,
        sealing: sealing.stored,
        demo: false,
        addedAt: now,
        lastUsedAt: now,
      },
      page: pageOf(known.map(encodeTravelling)),
      enrolment,
    };
  }

  async cancel(): Promise<void> {
    this.#end();
    this.#listeners.clear();
    await this.#replica.close();
  }

  async #ask(relay: string): Promise<void> {
    const { startMesh } = await import('@manyhands/mesh');
    const { identity, device } = this.#keys;
    const mesh = startMesh({
      replica: this.#replica,
      // Until they are told better, they are named after their key.
      self: { member: toHex(identity.publicKey) as MemberId, device },
      secret: null,
      lobby: fromHex(this.#way.lobby),
      relays: [...new Set([...this.#way.relays, relay])],
      admission: () => askWhoIAm(this.#way.community, this.#later),
      admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
      onsecret: () => undefined,
    });
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

  get #later(): LaterKeys {
    const { identity, device, sealing } = this.#keys;
    return { identity, device, box: sealing.publicKey };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

interface Keys {
  readonly identity: SigningKey;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
}
