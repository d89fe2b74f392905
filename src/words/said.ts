/**
 * Where what somebody else wrote becomes something to be seen. Every word that came from
 * another phone goes through here on its way to a screen: names, titles, notes, places.
 *
 * What it takes out is unseen or would leave its place: marks that turn round the text
 * after them, tags and other invisible letters that hide words or count for nothing,
 * controls, and towers of accents that climb over the lines above. What scripts need
 * stays: joiners between letters and in emoji, one or a few accents on a letter.
 *
 * What it is not: no judge of what is said, and no guard against markup. Strings never
 * become markup here at all (no `{@html}`, and the page's policy).
 */
import { spokenNow } from './spoken.svelte.ts';

/** Marks of direction: what stands after them would be drawn turned round. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Unseen letters: soft hyphens, spaces of no width, fillers, word joiners, shorthand and
 * musical controls, tags, and every other format character but the two joiners, which
 * Persian, Indic scripts and emoji are written with.
 */
const unseen =
  /\u034f|\u17b4|\u17b5|[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Joiners that join nothing: at an end, or in rows. */
const idleJoiners =
  /(?<![\p{L}\p{M}\p{Emoji}\ufe0f])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{Emoji}])|(?<=[\u200c\u200d])[\u200c\u200d]+/gu;

/** Of controls only line ends mean something, and they are dealt with below. */
const controls = /(?![\n\t])\p{Cc}/gu;

/** No language needs more than four marks on a letter; Hebrew with all its signs does. */
const towers = /(\p{M}{4})\p{M}+/gu;

const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/g;

// Hebrew, Arabic and their relatives.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const notRightToLeft = /[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

const plain = (text: string): string =>
  text
    .replaceAll(lineEnds, '\n')
    .replaceAll(controls, '')
    .replaceAll(turning, '')
    .replaceAll(unseen, '')
    .replaceAll(idleJoiners, '')
    .replaceAll(towers, '$1');

/** On one line, to stand by itself or in an element of its own direction (`bdi`). */
export const said = (text: string): string =>
  plain(text).replaceAll(/\s+/gu, ' ').trim();

/**
 * The same within a sentence of ours. What is read the other way is set apart, or digits
 * and signs after it would be drawn in front of it: Arabic words in English, and in Arabic
 * all that is not Arabic throughout, for a telephone number begins with its plus.
 */
export function saidWithin(text: string): string {
  const shown = said(text);
  const isAgainst =
    spokenNow().words.language.direction === 'rtl'
      ? notRightToLeft.test(shown)
      : rightToLeft.test(shown);
  return isAgainst ? `\u2068${shown}\u2069` : shown;
}

/** On as many lines as were written, with at most one empty line between two. */
export const saidInLines = (text: string): string =>
  plain(text)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
