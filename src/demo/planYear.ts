import { seededRandom } from './random.ts';

/** One exchange of the made-up year. Person 0 is whoever looks at the demo. */
export interface PlannedExchange {
  readonly helper: number;
  readonly helped: number;
  readonly minutes: number;
  /** Days before today; the plan runs from the oldest to the newest. */
  readonly daysAgo: number;
}

const people = 12;
const exchanges = 130;
const daysOfYear = 360;

/**
 * A believable year: everybody has two or three people they see often and some they
 * met once; most help takes an hour or less; summer and the weeks round new year are
 * quieter; and somebody who has received much is asked a little more often.
 */
export function planYear(seed: number): PlannedExchange[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T =>
    items[Math.floor(random() * items.length)] as T;
  const balances = new Array<number>(people).fill(0);
  const days = Array.from({ length: exchanges }, () => busyDay(random)).sort(
    (a, b) => b - a,
  );
  return days.map((daysAgo) => {
    const helped = Math.floor(random() * people);
    const near = neighboursOf(helped);
    const candidates = random() < 0.7 ? near : [...Array(people).keys()];
    const two = [pick(candidates), pick(candidates)].filter((who) => who !== helped);
    const helper = two.sort((a, b) => (balances[a] ?? 0) - (balances[b] ?? 0))[0];
    const minutes = pick([30, 30, 45, 60, 60, 60, 60, 75, 90, 90, 120, 150, 180]);
    const by = helper ?? near[0] ?? 0;
    balances[by] = (balances[by] ?? 0) + minutes;
    balances[helped] = (balances[helped] ?? 0) - minutes;
    return { helper: by, helped, minutes, daysAgo };
  });
}

/** A ring with chords: a village where everybody has some near, and nobody is far. */
const neighboursOf = (who: number): number[] =>
  [1, 2, 5, people - 1].map((step) => (who + step) % people);

function busyDay(random: () => number): number {
  const day = 2 + Math.floor(random() * (daysOfYear - 2));
  const isQuiet = day % 90 < 14;
  return isQuiet && random() < 0.6 ? busyDay(random) : day;
}
