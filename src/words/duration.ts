/**
 * Reads a duration that somebody typed. Returns whole minutes, or null for what cannot
 * be meant as one.
 *
 * A bare number up to 12 is taken for hours and above that for minutes: nobody helps for
 * ninety hours at a stretch. Letters only part the hours from the minutes, so that
 * "1 h 30", "1h30min" and "1 hora 30" read alike in every language we write.
 */
export function parseDuration(typed: string): number | null {
  const text = westernDigits(typed).trim().toLowerCase().replaceAll(',', '.');

  const parted =
    /^(\d{1,2})\s*(?::|h\p{L}*|س\p{L}*)\s*(\d{1,2})\s*(?:m\p{L}*|د\p{L}*)?\.?$/u;
  const both = parted.exec(text);
  if (both) return Number(both[2]) < 60 ? Number(both[1]) * 60 + Number(both[2]) : null;

  const hours = /^(\d{0,2}(?:\.\d{1,2})?)\s*(?:h\p{L}*|س\p{L}*)\.?$/u.exec(text);
  if (hours?.[1]) return positive(Math.round(Number(hours[1]) * 60));

  const minutes = /^(\d{1,4})\s*(?:m\p{L}*|د\p{L}*|['′])\.?$/u.exec(text);
  if (minutes) return positive(Number(minutes[1]));

  const bare = /^\d{1,4}(?:\.\d{1,2})?$/.exec(text);
  if (!bare) return null;
  const number = Number(text);
  if (number <= 12) return positive(Math.round(number * 60));
  return Number.isInteger(number) ? number : null;
}

function positive(minutes: number): number | null {
  return minutes > 0 ? minutes : null;
}

/** Arabic-Indic and Persian digits as the ones `Number` reads. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}
