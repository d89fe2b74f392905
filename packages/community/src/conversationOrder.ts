/**
 * In which order stands what happened between two: the same on both sides, as far as both hold
 * the same.
 *
 * Words have an order of their own that no clock decides (ledger/B16). All else stands in other
 * logs, with nothing in common but the clocks of their writers. So it is put between words by
 * its writer's clock, which is compared with nobody's but its writer's own as far as that says
 * where, and within what that leaves open with the others':
 *
 *      ana ─ a1 ───────────── a2 ──      Ana's plan of a minute between those of a1 and a2
 *      biel ───── b1 ─── b2 ───────      goes between a1 and a2, there before b1, between the
 *                                        two or behind b2 by the minute.
 *
 * A false clock misplaces the doings of its writer between two of their own words, and no word
 * at all. What both signed is of the earlier of the two minutes.
 */
import type { MemberId, MinuteOfTime } from '@manyhands/base';

/** One thing in its place: who did it, and when by their clock. */
export interface Placed {
  readonly key: string;
  readonly by: MemberId;
  readonly at: MinuteOfTime;
}

/** `words` are in their order already; `others` are in none. */
export function inOneOrder<W extends Placed, O extends Placed>(
  words: readonly W[],
  others: readonly O[],
): (W | O)[] {
  /** What stands before the word of this place; the last list is behind all of them. */
  const before: O[][] = Array.from({ length: words.length + 1 }, () => []);
  for (const each of [...others].sort(byMinute))
    before[placeOf(words, each)]?.push(each);
  return before.flatMap((some, i): (W | O)[] => {
    const word = words[i];
    return word ? [...some, word] : some;
  });
}

function placeOf(words: readonly Placed[], { by, at }: Placed): number {
  const next = words.findIndex((word) => word.by === by && word.at > at);
  const end = next < 0 ? words.length : next;
  const last = words.slice(0, end).findLastIndex((word) => word.by === by);
  const open = words.slice(last + 1, end).findIndex((word) => word.at > at);
  return open < 0 ? end : last + 1 + open;
}

const byMinute = (a: Placed, b: Placed): number =>
  a.at - b.at || (a.key < b.key ? -1 : 1);
