import type { Minutes } from '@manyhands/base';

/** Minutes of one line at most (ledger/B5): what is more goes in several entries. */
export const lineMost = 6_000 as Minutes;

/** So many minutes as lines hold them, the full ones first; none of nothing. */
export function inLines(minutes: number): Minutes[] {
  if (minutes <= 0) return [];
  const whole = new Array<number>(Math.floor(minutes / lineMost)).fill(lineMost);
  const rest = minutes % lineMost;
  return (rest === 0 ? whole : [...whole, rest]) as Minutes[];
}
