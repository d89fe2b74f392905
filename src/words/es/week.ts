import { formats } from './hours.ts';

const { list } = formats;

type Part = 'morning' | 'afternoon' | 'evening';

const weekday = (day: number, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat('es', { weekday, timeZone: 'UTC' }).format(
    new Date((4 + day) * 86_400_000),
  );

const by: Record<Part, string> = {
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
};

export const week = {
  legend: '¿Cuándo?',
  anyTime: 'A cualquier hora',
  exactly: 'Elegir los días',
  day: (day: number) => weekday(day, 'long'),
  part: { morning: 'Mañana', afternoon: 'Tarde', evening: 'Noche' },
  dayAndPart: (day: number, part: Part) => `${weekday(day, 'long')} ${by[part]}`,
  everyDay: (part: Part | null) =>
    part === null ? 'Todos los días' : `Todos los días ${by[part]}`,
  weekdays: (part: Part | null) =>
    part === null ? 'Entre semana' : `Entre semana ${by[part]}`,
  weekend: (part: Part | null) =>
    part === null ? 'Fines de semana' : `Fines de semana ${by[part]}`,
  days: (days: readonly number[], part: Part | null) => {
    const names = list(
      days.map((day) => weekday(day, days.length > 2 ? 'short' : 'long')),
    );
    return part === null ? names : `${names} ${by[part]}`;
  },
  together: (times: readonly string[]) => times.join(' · '),
};
