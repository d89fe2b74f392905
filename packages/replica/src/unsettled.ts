import type { Entry } from '@manyhands/ledger';
import type { Growth } from './holdings.ts';

/** What came of one page, as erases may concern it: before any of them is asked. */
export class Unsettled {
  /** What may stand in the place of a tombstone. */
  readonly offers: Entry[] = [];
  /** Of boards. */
  readonly growths: Growth[] = [];
  readonly alone: Entry[] = [];

  note({ offers, growths, alone }: Came): void {
    for (const entry of offers) this.offers.push(entry);
    for (const entry of alone) this.alone.push(entry);
    for (const growth of growths)
      if (growth.log.kind === 'board') this.growths.push(growth);
  }

  clear(): void {
    for (const each of [this.offers, this.growths, this.alone]) each.length = 0;
  }
}

interface Came {
  readonly offers: readonly Entry[];
  readonly growths: readonly Growth[];
  readonly alone: readonly Entry[];
}
