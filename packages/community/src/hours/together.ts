import type { Day, Minutes } from '@manyhands/base';
import { isStandingHelp } from '@manyhands/ledger';
import type { Ledger, Transfer } from '@manyhands/ledger';
import { membersHere, ofVersion } from '../opened/index.ts';

/** The numbers of the whole community that its page shows. */
export interface Together {
  readonly members: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  /** One day number per exchange, oldest first: a stitch each. */
  readonly days: readonly Day[];
}

const counted: (ledger: Ledger) => readonly Transfer[] = ofVersion((ledger) =>
  [...ledger.transfers()].filter(isStandingHelp),
);

/** Those that `togetherOf` counts, the newest day first, `most` of them. */
export const latestCounted = (ledger: Ledger, most: number): Transfer[] =>
  counted(ledger)
    .toSorted((a, b) => b.day - a.day || b.proposedAt - a.proposedAt)
    .slice(0, most);

export const togetherOf: (ledger: Ledger) => Together = ofVersion((ledger) => {
  const met = counted(ledger);
  return {
    members: membersHere(ledger).length,
    exchanges: met.length,
    minutes: met.reduce((sum, { minutes }) => sum + minutes, 0) as Minutes,
    days: met.map(({ day }) => day).sort((a, b) => a - b),
  };
});
