import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import { pageLimit, pageOf } from '@manyhands/replica';
import type { Replica, StoreFault } from '@manyhands/replica';
import type { Found } from '@manyhands/community/recovery';
import { enrolledAs, foundIn } from './foundSelf.ts';
import type { FoundSelf, KeysInHand, SelfSearch } from './foundSelf.ts';
import type { LivePlace } from './livePlace.ts';

/** So many travelling entries of any length fit in one page. */
const perPage = 48;

/**
 * Whose words they are, in a record that lies on this device already: an archive that was
 * opened to be read. Nobody need be asked.
 */
export class ReaderSearch implements SelfSearch {
  readonly #reader: LivePlace;
  readonly #keys: KeysInHand;
  readonly found: Found | null;

  constructor(reader: LivePlace, keys: KeysInHand) {
    this.#reader = reader;
    this.#keys = keys;
    const { communityName } = reader.membership;
    this.found = foundIn(reader.replica, keys, communityName);
  }

  get isUnknown(): boolean {
    return this.found === null;
  }

  /** It is known from the start. */
  subscribe = (): (() => void) => () => undefined;
  cancel = (): Promise<void> => Promise.resolve();

  async self(): Promise<FoundSelf | null> {
    if (this.found === null) return null;
    const { replica } = this.#reader;
    const enrolled = await enrolledAs(this.found, this.#keys, replica);
    return { ...enrolled, fill: (into) => copy(replica, into) };
  }

  /** Who only read here is somebody now, on the same device. */
  done = (): Promise<void> => this.#reader.erase();
}

/**
 * All that `from` holds goes through the gate of `into`, page after page, onto its disk.
 * Whoever hears a yes may forget `from`.
 */
async function copy(from: Replica, into: Replica): Promise<Result<void, StoreFault>> {
  const take = (page: Uint8Array) => into.receive(page, { type: 'archive' });
  const alone = [...from.detached()].map(encodeTravelling);
  const apart = [...from.forks.evidence(), ...alone];
  for (let before = ''; before !== into.digest();) {
    before = into.digest();
    for (let at = 0; at < apart.length; at += perPage) {
      await take(pageOf(apart.slice(at, at + perPage)));
    }
    const { page } = from.page(into.lacks(from.wireVector()), pageLimit);
    if (page !== null) await take(page);
  }
  const isWhole =
    into.digest() === from.digest() &&
    into.ledger.stateHash() === from.ledger.stateHash();
  if (!isWhole) return err({ type: 'StoreRefused', why: 'not all of it was taken' });
  return into.settled();
}
