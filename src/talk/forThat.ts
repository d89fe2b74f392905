import { planLimits } from '@manyhands/ledger';
import { textBytes } from '@manyhands/community/opened';
import { later } from '../words/later.ts';

/** Bytes of each of two things that are named in one line. */
export const eachAtMost = 40;

/** Cleaned words can only be shorter, but a limit is a limit. */
export function cut(text: string, bytes: number): string {
  let short = text;
  while (textBytes(short) > bytes) short = short.slice(0, -1);
  return short;
}

/** What the two are to agree on: one thing for another. */
export function forThat(what: string, inReturn: string): string {
  const { forThat: say } = later().arrange;
  const whole = say(what, inReturn);
  if (textBytes(whole) <= planLimits.what) return whole;
  return cut(say(cut(what, eachAtMost), cut(inReturn, eachAtMost)), planLimits.what);
}

/** Which of these titles was offered in what the two agreed on; the longest of several. */
export const offeredIn = (what: string, titles: readonly string[]): string | null =>
  titles
    .filter((title) => title !== '' && what.includes(cut(title, eachAtMost)))
    .toSorted((a, b) => b.length - a.length)[0] ?? null;
