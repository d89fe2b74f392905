import { formats } from './hours.ts';

const { list, weekdays } = formats;

type Part = 'morning' | 'afternoon' | 'evening';

const weekday = (day: number): string => weekdays()[day] ?? '';

const at: Record<Part, string> = {
  morning: 'صباحًا',
  afternoon: 'بعد الظهر',
  evening: 'مساءً',
};

export const week = {
  legend: 'متى؟',
  anyTime: 'أي وقت',
  exactly: 'اختيار الأيام',
  day: (day: number) => weekday(day),
  part: { morning: 'صباح', afternoon: 'بعد الظهر', evening: 'مساء' },
  dayAndPart: (day: number, part: Part) => `${weekday(day)} ${at[part]}`,
  everyDay: (part: Part | null) => (part === null ? 'كل يوم' : `كل يوم ${at[part]}`),
  weekdays: (part: Part | null) =>
    part === null ? 'من الاثنين إلى الجمعة' : `من الاثنين إلى الجمعة ${at[part]}`,
  weekend: (part: Part | null) =>
    part === null ? 'السبت والأحد' : `السبت والأحد ${at[part]}`,
  days: (days: readonly number[], part: Part | null) => {
    const names = list(days.map(weekday));
    return part === null ? names : `${names} ${at[part]}`;
  },
  together: (times: readonly string[]) => times.join(' · '),
};
