import { formats } from './hours.ts';

const { list, weekdays, shortWeekdays } = formats;

type Part = 'morning' | 'afternoon' | 'evening';

/** Monday is 0. */
const weekday = (day: number): string => weekdays()[day] ?? '';

const by: Record<Part, string> = {
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
};

export const week = {
  legend: '¿Cuándo?',
  anyTime: 'A cualquier hora',
  exactly: 'Elegir los días',
  day: (day: number) => weekday(day),
  part: { morning: 'Mañana', afternoon: 'Tarde', evening: 'Noche' },
  dayAndPart: (day: number, part: Part) => `${weekday(day)} ${by[part]}`,
  everyDay: (part: Part | null) =>
    part === null ? 'Todos los días' : `Todos los días ${by[part]}`,
  weekdays: (part: Part | null) =>
    part === null ? 'Entre semana' : `Entre semana ${by[part]}`,
  weekend: (part: Part | null) =>
    part === null ? 'Fines de semana' : `Fines de semana ${by[part]}`,
  days: (days: readonly number[], part: Part | null) => {
    const names = days.length > 2 ? shortWeekdays() : weekdays();
    const said = list(days.map((day) => names[day] ?? ''));
    return part === null ? said : `${said} ${by[part]}`;
  },
  together: (times: readonly string[]) => times.join(' · '),
};
