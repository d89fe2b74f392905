import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { ofBoardAndPeople, remembered } from '../opened/index.ts';

/**
 * The latest minute that the clocks of two others have shown in what they show of themselves: one
 * clock alone may be wrong, or lie. A hint for a person who types a day, and for no rule.
 */
export const neighboursNow = remembered(
  (place): MinuteOfTime => {
    const { board } = place.replica;
    const latest = new Map<MemberId, number>();
    for (const { member, entry } of [...board.profiles(), ...board.listings()]) {
      if (member === place.membership.member) continue;
      latest.set(member, Math.max(latest.get(member) ?? 0, entry.time));
    }
    const [, second = 0] = [...latest.values()].sort((a, b) => b - a);
    return second as MinuteOfTime;
  },
  ...ofBoardAndPeople,
);
