/**
 * Every sentence on the screen, in the language that is on.
 *
 * `words.record.ask('Biel')` is a typed function or string; a language is a file of the
 * same shape as `en.ts`. `words` is a live binding: after `speak()` the app is drawn
 * again from its root, so components need no subscription.
 *
 * What it is not: it knows no refusals (say.ts turns those into these sentences), and no
 * clock (days come with "today").
 */
import { en } from './en.ts';

/** The shape that every language fills: the English one, with its texts left open. */
export type Catalogue = typeof en;
export type { Trouble } from './en/trouble.ts';
export type { Category } from './en/category.ts';

export type Language = 'en';

const catalogues: Record<Language, Catalogue> = { en };

/** The catalogue of the language that is on. */
export let words: Catalogue = en;

/** Turns a language on, and tells the document which way it is read. */
export function speak(language: Language, root: HTMLElement): void {
  words = catalogues[language];
  root.lang = words.language.code;
  root.dir = words.language.direction;
}

/** The first of the reader's languages that we write, else English. */
export function languageFor(wanted: readonly string[]): Language {
  const codes = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return (
    codes.find((code): code is Language => Object.hasOwn(catalogues, code)) ?? 'en'
  );
}
