import { formats } from './hours.ts';

const { list, weekdays, shortWeekdays } = formats;

type Part = 'morning' | 'afternoon' | 'evening';

/** Monday is 0. */
const weekday = (day: number): string => weekdays()[day] ?? '';

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
  day: (day: number) => weekday(day),
  part: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  /** One square of the week, for a screen reader. */
  dayAndPart: (day: number, part: Part) => `${weekday(day)} ${part}`,
  everyDay: (part: Part | null) =>
    part === null
      ? 'Every day'
      : { morning: 'Mornings', afternoon: 'Afternoons', evening: 'Evenings' }[part],
  weekdays: (part: Part | null) =>
    part === null ? 'Weekdays' : `Weekday ${plurals[part]}`,
  weekend: (part: Part | null) =>
    part === null ? 'Weekends' : `Weekend ${plurals[part]}`,
  days: (days: readonly number[], part: Part | null) => {
    const names = days.length > 2 ? shortWeekdays() : weekdays();
    const said = list(days.map((day) => names[day] ?? ''));
    return part === null ? said : `${said}, ${plurals[part]}`;
  },
  /** Several of the above as one line. */
  together: (times: readonly string[]) => times.join(' · '),
};
