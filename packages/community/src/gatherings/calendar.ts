/** Which dates a gathering has, and when they are for whoever reads: no phone guesses. */
import { minutesPerDay } from '@manyhands/base';
import type { Day, MinuteOfTime } from '@manyhands/base';
import type { GatheringPlan } from '@manyhands/ledger';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

type Rule = Pick<GatheringPlan, 'day' | 'every' | 'until'>;

const epoch = PlainDate.create(1970, 1, 1);
const dateOf = (day: Day) => PlainDate.addDays(epoch, day);
const dayOf = (date: ReturnType<typeof dateOf>): Day =>
  PlainDate.diffDays(epoch, date) as Day;

/** Nobody looks further at once: a rule without end costs what a year of it costs. */
const mostDays = 400;

/**
 * The days from `from` to `to`, both counted, on which a gathering is by its rule. Of a longer
 * stretch the first `mostDays` are looked through. One that is once is on its day.
 */
export function daysOf(rule: Rule, from: Day, to: Day): Day[] {
  const start = Math.max(from, rule.day) as Day;
  const end = Math.min(to, rule.until ?? to, start + mostDays) as Day;
  if (start > end) return [];
  switch (rule.every) {
    case 'once':
      return rule.day >= from ? [rule.day] : [];
    case 'weekly':
      return everySo(7, rule.day, start, end);
    case 'fortnightly':
      return everySo(14, rule.day, start, end);
    case 'monthly':
    case 'monthlyLast':
      return everyMonth(rule, start, end);
  }
}

export const isDayOf = (rule: Rule, day: Day): boolean =>
  daysOf(rule, day, day).length === 1;

function everySo(step: number, first: Day, start: Day, end: Day): Day[] {
  const days: Day[] = [];
  const next = first + Math.ceil((start - first) / step) * step;
  for (let day = next; day <= end; day += step) days.push(day as Day);
  return days;
}

function everyMonth({ day, every }: Rule, start: Day, end: Day): Day[] {
  const first = dateOf(day);
  const weekday = PlainDate.dayOfWeek(first);
  const nth = every === 'monthly' ? nthOf(day) : null;
  const days: Day[] = [];
  let month = PlainDate.startOfMonth(dateOf(start));
  while (dayOf(month) <= end) {
    const found = nthWeekday(month, weekday, nth);
    if (found !== null && found >= start && found <= end) days.push(found);
    month = PlainDate.addMonths(month, 1);
  }
  return days;
}

/** Which of its weekdays in a month a day is: the first to the fifth. */
export const nthOf = (day: Day): number => Math.ceil(dateOf(day).day / 7);

/** Whether a day is the last of its weekday in its month. */
export const isLastOfMonth = (day: Day): boolean =>
  dateOf(day).day + 7 > PlainDate.daysInMonth(dateOf(day));

/** A month has four of some weekdays: of these there is no fifth. `nth` null: the last. */
function nthWeekday(
  month: ReturnType<typeof dateOf>,
  weekday: number,
  nth: number | null,
): Day | null {
  const ahead = (weekday - PlainDate.dayOfWeek(month) + 7) % 7;
  const length = PlainDate.daysInMonth(month);
  const last = Math.ceil((length - ahead) / 7);
  const which = nth ?? last;
  return which > last ? null : ((dayOf(month) + ahead + 7 * (which - 1)) as Day);
}

/** The first day of the month of a day, `months` later or earlier; and how long that month is. */
export function monthOf(day: Day, months = 0): { first: Day; length: number } {
  const month = PlainDate.addMonths(PlainDate.startOfMonth(dateOf(day)), months);
  return { first: dayOf(month), length: PlainDate.daysInMonth(month) };
}

/** Monday is 0. */
export const weekdayOf = (day: Day): number => PlainDate.dayOfWeek(dateOf(day)) - 1;

/** The zone of this phone. */
export const zoneHere = (): string =>
  new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Where a clock shows so much at that moment. An hour that a clock leaps over is the one after. */
export interface ClockTime {
  readonly day: Day;
  readonly minute: number;
}

/** What was found: lists ask for the same hours of the same zone again and again. */
const moments = new Map<string, MinuteOfTime | null>();
const momentsKept = 4_000;

/** When it is; null where this phone knows no zone of that name. */
export function momentOf(time: ClockTime, zone: string): MinuteOfTime | null {
  const name = `${time.day}/${time.minute}/${zone}`;
  const known = moments.get(name);
  if (known !== undefined) return known;
  if (moments.size >= momentsKept) moments.clear();
  const found = findMoment(time, zone);
  moments.set(name, found);
  return found;
}

function findMoment({ day, minute }: ClockTime, zone: string): MinuteOfTime | null {
  try {
    const date = dateOf(day);
    const [hour, past] = [Math.floor(minute / 60), minute % 60];
    const local = PlainDateTime.create(date.year, date.month, date.day, hour, past);
    const { epochMilliseconds } = PlainDateTime.toZonedDateTime(local, zone);
    return Math.floor(epochMilliseconds / 60_000) as MinuteOfTime;
  } catch {
    // A zone that is none, or nothing that a clock can show: its writer's words, not a fault.
    return null;
  }
}

/** What a clock of that zone shows. */
export function clockIn(moment: MinuteOfTime, zone: string): ClockTime {
  const nanoseconds = BigInt(moment) * 60_000_000_000n;
  const there = ZonedDateTime.toPlainDateTime(ZonedDateTime.create(nanoseconds, zone));
  const day = dayOf(PlainDate.create(there.year, there.month, there.day));
  return { day, minute: there.hour * 60 + there.minute };
}

/** Where no zone is known, days and minutes are taken as this phone's own. */
export const momentOrHere = (
  time: ClockTime,
  zone: string,
  here = zoneHere(),
): MinuteOfTime =>
  momentOf(time, zone) ??
  momentOf(time, here) ??
  ((time.day * minutesPerDay + time.minute) as MinuteOfTime);
