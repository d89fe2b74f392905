import { once } from './once.ts';

/**
 * Numbers, days, lists and plurals for one language, all by the browser's own Intl.
 *
 * Days are counted from 1 January 1970 and have no hour, so they are formatted in UTC;
 * "today" is the caller's, who has the clock.
 */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {
  other: string;
};

export interface Formats {
  number: (value: number) => string;
  /** "Ana, Biel and Carme" */
  list: (names: readonly string[]) => string;
  /** Picks the form and puts the number where `#` stands; none at all may have its own. */
  plural: (count: number, forms: PluralForms) => string;
  /** "Today", "Tuesday", "4 May", "4 May 2025" */
  day: (day: number, today: number) => string;
  /** The same within a sentence: "today", "Tuesday". */
  dayInText: (day: number, today: number) => string;
  /** Of what is planned: "Today", "Tomorrow", "Tuesday 11 May", "Tuesday 4 May 2027". */
  coming: (day: number, today: number) => string;
  /** "Tuesday 4 May 2025" */
  longDay: (day: number) => string;
  /** "May 2025" */
  month: (day: number) => string;
  /** "J", "F", … for a strip too narrow for more. */
  monthLetters: () => string[];
  /** "Monday", …, Monday first. */
  weekdays: () => readonly string[];
  /** "Mon", …, Monday first. */
  shortWeekdays: () => readonly string[];
  /** "14:05" in the time of the device. */
  time: (minutesSince1970: number) => string;
  /** "1 hour 30 minutes", to be read aloud. */
  longDuration: (minutes: number) => string;
}

const millisecondsPerDay = 86_400_000;

export function formatsFor(locale: string): Formats {
  const numbers = once(() => new Intl.NumberFormat(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plurals = once(() => new Intl.PluralRules(locale));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const clock = once(
    () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
  );
  const unit = (name: 'hour' | 'minute') =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit: name,
          unitDisplay: 'long',
        }),
    );
  const hours = unit('hour');
  const minutesOf = unit('minute');
  const dates = datesFor(locale);
  const number = (value: number) => numbers().format(value);

  function dayInText(day: number, today: number): string {
    const ago = today - day;
    if (ago === 0 || ago === 1) return relative().format(-ago, 'day');
    if (ago > 1 && ago < 7) return dates.weekday(day);
    return yearOf(day) === yearOf(today) ? dates.sameYear(day) : dates.otherYear(day);
  }

  return {
    number,
    list: (names) => lists().format(names),
    plural: (count, forms) => {
      const rule =
        count === 0 && forms.zero !== undefined ? 'zero' : plurals().select(count);
      return (forms[rule] ?? forms.other).replace('#', number(count));
    },
    day: (day, today) => capital(dayInText(day, today), locale),
    dayInText,
    coming: (day, today) => {
      if (day <= today) return capital(dayInText(day, today), locale);
      if (day === today + 1) return capital(relative().format(1, 'day'), locale);
      return capital((day - today < 300 ? dates.near : dates.whole)(day), locale);
    },
    longDay: dates.whole,
    month: dates.month,
    monthLetters: () => firstsOfMonths.map(dates.letter),
    weekdays: once(() => firstWeek.map(dates.weekday)),
    shortWeekdays: once(() => firstWeek.map(dates.shortWeekday)),
    time: (minutesSince1970) => clock().format(new Date(minutesSince1970 * 60_000)),
    longDuration: (minutes) => {
      const { h, m } = splitMinutes(minutes);
      if (h === 0) return minutesOf().format(m);
      return m === 0
        ? hours().format(h)
        : `${hours().format(h)} ${minutesOf().format(m)}`;
    },
  };
}

/** Days by name and date, each way made when it is first asked for. */
function datesFor(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = once(
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    );
    return (day: number) => made().format(new Date(day * millisecondsPerDay));
  };
  const dayAndMonth = { day: 'numeric', month: 'long' } as const;
  const withWeekday = { weekday: 'long', ...dayAndMonth } as const;
  return {
    weekday: format({ weekday: 'long' }),
    shortWeekday: format({ weekday: 'short' }),
    sameYear: format(dayAndMonth),
    otherYear: format({ ...dayAndMonth, year: 'numeric' }),
    near: format(withWeekday),
    whole: format({ ...withWeekday, year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    letter: format({ month: 'narrow' }),
  };
}

const yearOf = (day: number) => new Date(day * millisecondsPerDay).getUTCFullYear();

const firstsOfMonths = Array.from(
  { length: 12 },
  (_, month) => Date.UTC(2025, month) / millisecondsPerDay,
);
/** 5 January 1970 was a Monday. */
const firstWeek = [4, 5, 6, 7, 8, 9, 10];

/** Hours and minutes of a duration, without its sign. */
export function splitMinutes(minutes: number): { h: number; m: number } {
  const all = Math.abs(minutes);
  return { h: Math.floor(all / 60), m: all % 60 };
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
