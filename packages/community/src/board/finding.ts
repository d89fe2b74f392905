/**
 * Finding by words, in any script, without a library: a community's board is some hundred
 * kilobytes of text, and looking all of it through takes a millisecond or two. So there is
 * no index to build, to keep or to be out of date; what is kept is what was found (`Finder`).
 *
 * What is found has every word that was written, somewhere. A word of one or two letters
 * must begin a word; a longer one may stand inside ("garten" finds "Gemüsegarten"), and so
 * may any word of a script that joins its words or writes none apart.
 */

/** Marks that readers leave out or put in: accents, Hebrew points, Arabic vowels, voicing. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u3099\u309a\u0640]/g;
/** Unseen: soft hyphens, joiners, and what turns text round. */
const unseen =
  /[\ufe00-\ufe0f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters that are one letter to whoever looks for a word. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ё: 'е',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ه',
  ٱ: 'ا',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
const katakana = /[\u30a1-\u30f6]/g;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

const ascii = /^[\0-\x7f]*$/;

/** The same text for everybody who means the same word: no accents, no case, one form. */
export function plainText(text: string): string {
  // None of what follows would change it, and thousands of texts are asked for at once.
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unseen, '')
    .replace(marks, '')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15));
}

const apart = /[^\p{L}\p{M}\p{N}]+/u;
/** Scripts whose words begin with a letter or two of their own, or stand unparted. */
const joined =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const shortest = 3;

/** What is looked through: made once for each text, as `haystackOf` of its parts. */
export const haystackOf = (parts: readonly string[]): string =>
  ` ${parts
    .map((part) => plainText(part).split(apart).join(' '))
    .filter((part) => part !== '')
    .join(' ')}`;

/** The words of `text` as they stand in a haystack that has them. */
export const soughtIn = (text: string): string[] =>
  plainText(text)
    .split(apart)
    .filter((word) => word !== '')
    .map((word) => (word.length < shortest && !joined.test(word) ? ` ${word}` : word));

/** Whether a haystack has every one of these words. */
export const hasAll =
  (words: readonly string[]) =>
  (haystack: string): boolean =>
    words.every((word) => haystack.includes(word));

/** Whether a haystack has every word of `text`; a text without words is had by all. */
export const matcherOf = (text: string): ((haystack: string) => boolean) =>
  hasAll(soughtIn(text));

/** What is looked through of one card: haystacks, each of which holds the one before. */
export type Haystacks = readonly [title: string, own: string, all: string];

/** A title, what else its writer says, and what the reader's language calls its kind. */
export function haystacksOf(
  title: string,
  more: readonly string[],
  kinds: readonly string[],
): Haystacks {
  const first = haystackOf([title]);
  const own = first + haystackOf(more);
  return [first, own, own + haystackOf(kinds)];
}

/**
 * The cards that have every word of `text`: first those whose title has them, then those that
 * have them in their writer's other words, then those of a kind that is called so. Otherwise
 * they stay as they come.
 */
export function findIn<Card>(
  cards: readonly Card[],
  text: string,
  haystacksOf: (card: Card) => Haystacks,
): Card[] {
  const matches = matcherOf(text);
  const found: Card[][] = [[], [], []];
  for (const card of cards) {
    const haystacks = haystacksOf(card);
    // Most cards have not all of the words: they are looked through once.
    if (!matches(haystacks[2])) continue;
    found[haystacks.findIndex(matches)]?.push(card);
  }
  return found.flat();
}
