/**
 * Reads a duration that somebody typed. Returns whole minutes, or null for what cannot
 * be meant as one.
 *
 * A bare number up to 12 is taken for hours and above that for minutes: nobody helps for
 * ninety hours at a stretch. Letters only part the hours from the minutes, and an "and"
 * may join them, so that "1 h 30", "1 hora y 30" and "2 horas y media" read alike in every
 * language we write.
 */
export function parseDuration(typed: string): number | null {
  const text = inFigures(
    westernDigits(typed).trim().toLowerCase().replaceAll(',', '.'),
  );

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

const parted =
  /^(\d{1,2})\s*(?::|h\p{L}*\.?|س\p{L}*)\s*(?:(?:y|and|و)\s*)?(\d{1,2})\s*(?:m\p{L}*|د\p{L}*)?\.?$/u;

/** What is said without a figure, alone or after hours: "media hora", "2 horas y cuarto". */
function inFigures(text: string): string {
  return text
    .replace(/^(?:half an hour|media hora|نصف ساعة)$/u, '30 m')
    .replace(/^(?:(?:a )?quarter of an hour|(?:un )?cuarto de hora|ربع ساعة)$/u, '15 m')
    .replace(/^(?:three quarters of an hour|tres cuartos de hora)$/u, '45 m')
    .replace(/^(?:an? hour|una hora|ساعة)(?=$|\s)/u, '1 h')
    .replace(/(?<=\s)(?:and a half|y media|ونصف)$/u, '30')
    .replace(/(?<=\s)(?:and a quarter|y cuarto|وربع)$/u, '15');
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
