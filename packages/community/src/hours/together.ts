import type { Day, Minutes } from '@manyhands/base';
import type { HelpView, Ledger, Transfer } from '@manyhands/ledger';
import { membersHere, ofVersion } from '../opened/index.ts';

/** The numbers of the whole community that its page shows. */
export interface Together {
  readonly members: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  /** One day number per exchange, oldest first: a stitch each. */
  readonly days: readonly Day[];
}

/** Those that `togetherOf` counts, the newest day first, `most` of them. */
export const latestCounted = ({ help }: Ledger, most: number): Transfer[] =>
  [...help.transfers()]
    .sort((a, b) => b.day - a.day || b.proposedAt - a.proposedAt)
    .slice(0, most);

export const togetherOf = (ledger: Ledger): Together => {
  const { exchanges, minutes, days } = stitchesOf(ledger.help);
  return { members: membersHere(ledger).length, exchanges, minutes, days };
};

const stitchesOf = ofVersion(({ exchanges, minutes, perDay }: HelpView) => {
  const inOrder = [...perDay].sort(([a], [b]) => a - b);
  const days = inOrder.flatMap(([day, count]) => Array<Day>(count).fill(day));
  return { exchanges, minutes, days };
});
