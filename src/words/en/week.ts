import { formats } from './hours.ts';

const { list } = formats;

type Part = 'morning' | 'afternoon' | 'evening';

/** Monday first; 5 January 1970 was one. */
const weekday = (day: number, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat('en', { weekday, timeZone: 'UTC' }).format(
    new Date((4 + day) * 86_400_000),
  );

const plurals: Record<Part, string> = {
  morning: 'mornings',
  afternoon: 'afternoons',
  evening: 'evenings',
};

/** When somebody has time, in parts of the week; `part` null is the whole day. */
export const week = {
  legend: 'When?',
  anyTime: 'Any time',
  exactly: 'Choose the days',
  day: (day: number) => weekday(day, 'long'),
  part: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  /** One square of the week, for a screen reader. */
  dayAndPart: (day: number, part: Part) => `${weekday(day, 'long')} ${part}`,
  everyDay: (part: Part | null) =>
    part === null
      ? 'Every day'
      : { morning: 'Mornings', afternoon: 'Afternoons', evening: 'Evenings' }[part],
  weekdays: (part: Part | null) =>
    part === null ? 'Weekdays' : `Weekday ${plurals[part]}`,
  weekend: (part: Part | null) =>
    part === null ? 'Weekends' : `Weekend ${plurals[part]}`,
  days: (days: readonly number[], part: Part | null) => {
    const names = list(
      days.map((day) => weekday(day, days.length > 2 ? 'short' : 'long')),
    );
    return part === null ? names : `${names}, ${plurals[part]}`;
  },
  /** Several of the above as one line. */
  together: (times: readonly string[]) => times.join(' · '),
};
