import type { MemberId, Minutes } from '@manyhands/base';
import { weekOf } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';

/**
 * How long these have helped one another in the last 52 weeks: help that both signed and that
 * stands. It says nothing of what brought it about.
 */
export function helpAmong(place: Place, members: readonly MemberId[]): Minutes {
  const among = new Set<string>(members);
  const today = place.today();
  let sum = 0;
  for (const { helper, helped, day, minutes } of place.replica.ledger.help.transfers())
    if (among.has(helper) && among.has(helped) && weekOf(day, today) !== null)
      sum += minutes;
  return sum as Minutes;
}
