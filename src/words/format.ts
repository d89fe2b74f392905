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
  /** "14:05" in the time of the device. */
  time: (minutesSince1970: number) => string;
  /** "1 hour 30 minutes", to be read aloud. */
  longDuration: (minutes: number) => string;
}

const millisecondsPerDay = 86_400_000;

export function formatsFor(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const weekday = dateFormat({ weekday: 'long' });
  const sameYear = dateFormat({ day: 'numeric', month: 'long' });
  const otherYear = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  const whole = dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const monthOnly = dateFormat({ month: 'long', year: 'numeric' });
  const letter = dateFormat({ month: 'narrow' });
  const near = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  const unit = (name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  const hours = unit('hour');
  const minutesOf = unit('minute');

  function dayInText(day: number, today: number): string {
    const ago = today - day;
    if (ago === 0 || ago === 1) return relative.format(-ago, 'day');
    const date = new Date(day * millisecondsPerDay);
    if (ago > 1 && ago < 7) return weekday.format(date);
    const now = new Date(today * millisecondsPerDay);
    return date.getUTCFullYear() === now.getUTCFullYear()
      ? sameYear.format(date)
      : otherYear.format(date);
  }

  return {
    number: (value) => numbers.format(value),
    list: (names) => lists.format(names),
    plural: (count, forms) => {
      const rule =
        count === 0 && forms.zero !== undefined ? 'zero' : plurals.select(count);
      return (forms[rule] ?? forms.other).replace('#', numbers.format(count));
    },
    day: (day, today) => capital(dayInText(day, today), locale),
    dayInText,
    coming: (day, today) => {
      if (day <= today) return capital(dayInText(day, today), locale);
      if (day === today + 1) return capital(relative.format(1, 'day'), locale);
      const date = new Date(day * millisecondsPerDay);
      return capital((day - today < 300 ? near : whole).format(date), locale);
    },
    longDay: (day) => whole.format(new Date(day * millisecondsPerDay)),
    month: (day) => monthOnly.format(new Date(day * millisecondsPerDay)),
    monthLetters: () =>
      Array.from({ length: 12 }, (_, month) =>
        letter.format(new Date(Date.UTC(2025, month))),
      ),
    time: (minutesSince1970) => clock.format(new Date(minutesSince1970 * 60_000)),
    longDuration: (minutes) => {
      const { h, m } = splitMinutes(minutes);
      if (h === 0) return minutesOf.format(m);
      return m === 0 ? hours.format(h) : `${hours.format(h)} ${minutesOf.format(m)}`;
    },
  };
}

/** Hours and minutes of a duration, without its sign. */
export function splitMinutes(minutes: number): { h: number; m: number } {
  const all = Math.abs(minutes);
  return { h: Math.floor(all / 60), m: all % 60 };
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
