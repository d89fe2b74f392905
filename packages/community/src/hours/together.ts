import type { Day, Minutes } from '@manyhands/base';
import type { HelpView, Ledger, Transfer } from '@manyhands/ledger';
import { membersHere, ofVersion, personHere, remembered } from '../opened/index.ts';
import { perWeek } from './year.ts';

/** The numbers of the whole community that its page shows. */
export interface Together {
  /** Who has died is remembered, and counted among them no more (C27). */
  readonly members: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  /** How many exchanges each of the last 52 weeks has: a stitch each. */
  readonly weeks: readonly number[];
}

export const togetherHere = remembered(
  (place): Together => {
    const { ledger } = place.replica;
    const { exchanges, minutes, perDay } = ledger.help;
    const living = membersHere(ledger).filter(
      ({ member }) => !personHere(place, member).hasDied,
    );
    const weeks = perWeek(perDay, place.today());
    return { members: living.length, exchanges, minutes, weeks };
  },
  'help',
  'people',
  'board',
);

/** Those that `togetherHere` counts, the newest day first, `most` of them. */
export const latestCounted = ({ help }: Ledger, most: number): Transfer[] => {
  const since = firstDayOf(help, most);
  return [...help.transfers()]
    .filter(({ day }) => day >= since)
    .sort((a, b) => b.day - a.day || b.proposedAt - a.proposedAt)
    .slice(0, most);
};

const newestDays = ofVersion(({ perDay }: HelpView) =>
  [...perDay].sort(([a], [b]) => b - a),
);

/** Since that day there are so many of them, or all there are. */
function firstDayOf(help: HelpView, most: number): Day {
  let left = most;
  const found = newestDays(help).find(([, count]) => (left -= count) <= 0);
  return found?.[0] ?? (0 as Day);
}
