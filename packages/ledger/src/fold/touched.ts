import type { PartyId } from '@manyhands/base';
import type { Transfer } from './views.ts';

/** How often something was said that is of a party's hours: all else that moves them is no hour. */
export class Touched {
  readonly #times = new Map<PartyId, number>();

  /** What this line comes to, or who said what to it, may be another than before. */
  note({ proposer, party }: Pick<Transfer, 'proposer' | 'party'>): void {
    for (const side of [proposer, party])
      this.#times.set(side, (this.#times.get(side) ?? 0) + 1);
  }

  of(party: PartyId): number {
    return this.#times.get(party) ?? 0;
  }
}
