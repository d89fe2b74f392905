/**
 * What the two of a swap agree on is one line of text (ledger/F5), both things in it. Between them
 * stands a sign and no word: each reads "in return" in their own language.
 */
import { planLimits } from '@manyhands/ledger';
import { textBytes } from '@manyhands/community/opened';
import { later } from '../words/later.ts';
import { said, saidWithin } from '../words/said.ts';

/** Bytes of each of two things that are named in one line. */
export const eachAtMost = 40;

const sign = ' ⇄ ';

/** Cleaned words can only be shorter, but a limit is a limit. */
export function cut(text: string, bytes: number): string {
  let short = text;
  while (textBytes(short) > bytes) short = short.slice(0, -1);
  return short;
}

/** What the two are to agree on: one thing for another. */
export function forThat(what: string, inReturn: string): string {
  const whole = `${what}${sign}${inReturn}`;
  if (textBytes(whole) <= planLimits.what) return whole;
  return `${cut(what, eachAtMost)}${sign}${cut(inReturn, eachAtMost)}`;
}

/** What a plan is about, and what is given for it; empty where nothing is. */
export function swapIn(what: string): { what: string; inReturn: string } {
  const [first = '', ...rest] = what.split(sign);
  const inReturn = rest.join(sign);
  return inReturn.trim() === '' || first.trim() === ''
    ? { what, inReturn: '' }
    : { what: first, inReturn };
}

/** What a plan is about, as the reader's language says it. */
export function planTitle(planned: string): string {
  const { what, inReturn } = swapIn(planned);
  return inReturn === ''
    ? said(what)
    : later().arrange.forThat(saidWithin(what), saidWithin(inReturn));
}

/** Which of these titles was offered in what the two agreed on; the longest of several. */
export const offeredIn = (what: string, titles: readonly string[]): string | null =>
  titles
    .filter(
      (title) => title !== '' && swapIn(what).inReturn.includes(cut(title, eachAtMost)),
    )
    .toSorted((a, b) => b.length - a.length)[0] ?? null;
