import type { Day, Minutes } from '@manyhands/base';
import { isStandingHelp } from '@manyhands/ledger';
import type { Ledger, Transfer } from '@manyhands/ledger';
import { membersHere } from '../opened/index.ts';

/** The numbers of the whole community that its page shows. */
export interface Together {
  readonly members: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  /** One day number per exchange, oldest first: a stitch each. */
  readonly days: readonly Day[];
}

/** Those that `togetherOf` counts, the newest day first, `most` of them. */
export const latestCounted = (ledger: Ledger, most: number): Transfer[] =>
  [...ledger.transfers()]
    .filter(isStandingHelp)
    .sort((a, b) => b.day - a.day || b.proposedAt - a.proposedAt)
    .slice(0, most);

export function togetherOf(ledger: Ledger): Together {
  const met = [...ledger.transfers()].filter(isStandingHelp);
  return {
    members: membersHere(ledger).length,
    exchanges: met.length,
    minutes: met.reduce((sum, { minutes }) => sum + minutes, 0) as Minutes,
    days: met.map(({ day }) => day).sort((a, b) => a - b),
  };
}
