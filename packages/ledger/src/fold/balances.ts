import type { Minutes, PartyId } from '@manyhands/base';
import { Touched } from './touched.ts';

/** What each side may ask for. Whole minutes that go in pairs: the sum is zero (L1). */
export class Balances {
  readonly touched = new Touched();
  readonly #minutes = new Map<PartyId, number>();

  of(party: PartyId): Minutes {
    return (this.#minutes.get(party) ?? 0) as Minutes;
  }

  /** So many minutes more than nothing, of those that go in pairs. */
  add(party: PartyId, minutes: number): void {
    this.#minutes.set(party, this.of(party) + minutes);
  }

  move(from: PartyId, to: PartyId, minutes: Minutes): void {
    this.#minutes.set(from, this.of(from) - minutes);
    this.#minutes.set(to, this.of(to) + minutes);
  }
}
