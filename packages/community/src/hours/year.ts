import type { Day, Minutes } from '@manyhands/base';
import type { Person } from '../opened/index.ts';
import { isHelpDone } from './hour.ts';
import type { Hour } from './hour.ts';

/** What one person did in one week. */
export interface WeekOfHours {
  readonly helped: Minutes;
  readonly wasHelped: Minutes;
  /** Somebody helped for thanks alone. */
  readonly gift: boolean;
}

const weeksInYear = 52;

/** In which of the last 52 weeks a day lies (51: the one that ends today), or null. */
export function weekOf(day: number, today: number): number | null {
  const week = weeksInYear - 1 - Math.floor((today - day) / 7);
  return week >= 0 && week < weeksInYear ? week : null;
}

/** Somebody's last 52 weeks out of their hours and gifts, and with how many people. */
export function yearOf(
  hours: readonly Hour[],
  today: Day,
  gifts: readonly { readonly day: Day; readonly other: string }[] = [],
): { weeks: WeekOfHours[]; people: number } {
  const weeks = Array.from({ length: weeksInYear }, () => ({
    helped: 0,
    wasHelped: 0,
    gift: false,
  }));
  const people = new Set<string>();
  for (const hour of hours) {
    const week = weeks[weekOf(hour.transfer.day, today) ?? -1];
    if (!week || !isHelpDone(hour)) continue;
    if (hour.iHelped) week.helped += hour.transfer.minutes;
    else week.wasHelped += hour.transfer.minutes;
    people.add(hour.other.id);
  }
  for (const { day, other } of gifts) {
    const week = weeks[weekOf(day, today) ?? -1];
    if (!week) continue;
    week.gift = true;
    people.add(other);
  }
  return { weeks: weeks as WeekOfHours[], people: people.size };
}

/** How many there are in each of the last 52 weeks, out of how many there are on each day. */
export function perWeek(perDay: ReadonlyMap<Day, number>, today: Day): number[] {
  const weeks = new Array<number>(weeksInYear).fill(0);
  for (const [day, count] of perDay) {
    const week = weekOf(day, today);
    if (week !== null) weeks[week] = (weeks[week] ?? 0) + count;
  }
  return weeks;
}

/** What binds two people: how often, since when, and whether help went both ways. */
export interface Tie {
  readonly person: Person;
  readonly exchanges: number;
  readonly mutual: boolean;
  readonly since: Day;
}

/** Whom these hours tie me to; first met first, so that nobody's place ever moves. */
export function tiesOf(hours: readonly Hour[]): Tie[] {
  const ties = new Map<string, Tie & { ways: Set<boolean> }>();
  const oldestFirst = hours
    .filter(isHelpDone)
    .toSorted((a, b) => a.transfer.day - b.transfer.day);
  for (const { other, iHelped, transfer } of oldestFirst) {
    const known = ties.get(other.id);
    const ways = (known?.ways ?? new Set()).add(iHelped);
    ties.set(other.id, {
      person: other,
      exchanges: (known?.exchanges ?? 0) + 1,
      mutual: ways.size === 2,
      since: known?.since ?? transfer.day,
      ways,
    });
  }
  return [...ties.values()].map(({ ways: _, ...tie }) => tie);
}

/** One calendar month of somebody's hours. */
export interface MonthHours {
  /** "2026-05" */
  readonly month: string;
  readonly hours: readonly Hour[];
  readonly given: number;
  readonly received: number;
}

/** Hours by the month of their day, in the order they come. */
export function byMonth(hours: readonly Hour[]): MonthHours[] {
  const months = new Map<string, Hour[]>();
  for (const hour of hours) {
    const month = new Date(hour.transfer.day * 86_400_000).toISOString().slice(0, 7);
    const known = months.get(month);
    if (known) known.push(hour);
    else months.set(month, [hour]);
  }
  return [...months].map(([month, inMonth]) => ({
    month,
    hours: inMonth,
    given: sumOf(inMonth.filter(({ iHelped }) => iHelped)),
    received: sumOf(inMonth.filter(({ iHelped }) => !iHelped)),
  }));
}

/** The first `most` hours of these months: each month says the sums of all that it has. */
export function firstOf(months: readonly MonthHours[], most: number): MonthHours[] {
  let left = most;
  return months.flatMap((month) => {
    const hours = month.hours.slice(0, Math.max(0, left));
    left -= hours.length;
    return hours.length === 0 ? [] : [{ ...month, hours }];
  });
}

const sumOf = (hours: readonly Hour[]): number =>
  hours.filter(isHelpDone).reduce((sum, { transfer }) => sum + transfer.minutes, 0);
