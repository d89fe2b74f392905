/**
 * The parts of a week as people say them. They are numbered as profiles and listings store
 * them: three a day, from Monday morning (0) to Sunday evening (20).
 */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

const partsOfDay: readonly PartOfDay[] = ['morning', 'afternoon', 'evening'];
const week = [0, 1, 2, 3, 4, 5, 6];
export const allParts: readonly number[] = Array.from(
  { length: 21 },
  (_, part) => part,
);

export const partAt = (day: number, part: PartOfDay): number =>
  day * 3 + partsOfDay.indexOf(part);

/** Some days at one part of the day, or all day long (`part` null). */
export interface FreeTime {
  readonly days: 'all' | 'weekdays' | 'weekend' | readonly number[];
  readonly part: PartOfDay | null;
}

/** What no words need be made about: nothing was said, or everything was. */
export const isAnyTime = (free: readonly number[]): boolean =>
  free.length === 0 || free.length === allParts.length;

/** The fewest phrases that say it: whole days first, then parts of the day. */
export function freeTimesOf(free: readonly number[]): FreeTime[] {
  if (isAnyTime(free)) return [];
  const has = (day: number, part: PartOfDay) => free.includes(partAt(day, part));
  const whole = week.filter((day) => partsOfDay.every((part) => has(day, part)));
  const times: FreeTime[] =
    whole.length > 0 ? [{ days: daysOf(whole), part: null }] : [];
  for (const part of partsOfDay) {
    const days = week.filter((day) => has(day, part) && !whole.includes(day));
    if (days.length > 0) times.push({ days: daysOf(days), part });
  }
  return times;
}

function daysOf(days: readonly number[]): FreeTime['days'] {
  switch (days.join('')) {
    case '0123456':
      return 'all';
    case '01234':
      return 'weekdays';
    case '56':
      return 'weekend';
    default:
      return days;
  }
}

/** The parts that a chip stands for, such as "weekday mornings". */
export const partsFor = (days: 'weekdays' | 'weekend', part: PartOfDay): number[] =>
  (days === 'weekdays' ? week.slice(0, 5) : week.slice(5)).map((day) =>
    partAt(day, part),
  );

/** Whether what is free meets what is asked for; whoever said nothing may have time. */
export const meets = (free: readonly number[], asked: readonly number[]): boolean =>
  isAnyTime(free) || asked.length === 0 || asked.some((part) => free.includes(part));
