/** What a line of the list says: "Didac – 12 h 30", "Didac; 12:30", "Didac -2". */
export interface BroughtLine {
  readonly name: string;
  readonly minutes: number;
}

/** What turns text round, which a table that was pasted may carry. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Parts a name from its hours; a dash with a gap behind it does too. */
const gap = String.raw`(?<gap>[\s;,:=|]*(?:[-–—](?=\s)[\s;,:=|]*)?)`;
const sign = '(?<sign>[-−–+]?)';
const hoursWord = String.raw`(?:h|hs|hrs?|hours?|horas?|س|ساعة|ساعات)\.?`;
const minutesWord = String.raw`(?:m|min|mins|minutes?|minutos?|د|دقيقة|دقائق)\.?`;
const inHours = new RegExp(
  String.raw`^(?<name>.*?)${gap}${sign}(?<hours>\d{1,5})(?::(?<minutes>[0-5]\d)(?::00)?|[.,](?<part>\d{1,2}))?(?:\s*${hoursWord}(?:\s*(?<more>[0-5]?\d)\s*(?:${minutesWord})?)?)?$`,
  'iu',
);
const inMinutes = new RegExp(
  String.raw`^(?<name>.*?)${gap}${sign}(?<minutes>\d{1,6})\s*${minutesWord}$`,
  'iu',
);

/**
 * Reads a name and hours behind it; a bare number is hours. A dash is a minus where it stands at
 * the number with a gap before it. Null for what says no name or no hours.
 */
export function readBroughtLine(line: string): BroughtLine | null {
  const typed = westernDigits(line.replaceAll(turning, '')).trim();
  const minutes = inMinutes.exec(typed)?.groups;
  if (minutes && !/h\s*\d+\s*m\p{L}*$/iu.test(typed)) {
    return asLine(minutes, Number(minutes.minutes));
  }
  const hours = inHours.exec(typed)?.groups;
  if (!hours) return null;
  const part = hours.part === undefined ? 0 : Number(`0.${hours.part}`);
  const more = Number(hours.minutes ?? hours.more ?? 0);
  return asLine(hours, Math.round((Number(hours.hours) + part) * 60) + more);
}

function asLine(
  { name = '', gap: before = '', sign: mark = '' }: Record<string, string | undefined>,
  minutes: number,
): BroughtLine | null {
  const called = name.trim();
  // A name that ends in a figure is half of a number that is written some other way.
  if (called === '' || /[\d.,:]$/u.test(called)) return null;
  // At a letter a dash parts: "Didac-12" is twelve hours.
  const isMinus = /^[-−–]$/u.test(mark) && before !== '';
  return { name: called, minutes: isMinus ? -minutes : minutes };
}

/** Arabic-Indic and Persian digits as the ones `Number` reads. */
function westernDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - (code >= 0x6_f0 ? 0x6_f0 : 0x6_60));
  });
}
