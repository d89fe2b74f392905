/**
 * Every sentence on the screen, in the language that is on.
 *
 * `words.people.none('Biel')` is a typed function or string; a language is two files of the
 * same shape as `en.ts` and `enLater.ts`. English comes with the app, each further language
 * with its first `speak`, from the copy of the app on this phone.
 *
 * What it is not: it knows no refusals (say.ts turns those into these sentences), and no
 * clock (days come with "today").
 */
import type { Catalogue, LaterCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { spokenNow, turnOn } from './spoken.svelte.ts';

export type { Catalogue };
export type { Trouble } from './en/trouble.ts';

/** The languages we write, each by its own name: whoever looks for theirs can read it. */
export const languages = { en: 'English', es: 'Español', ar: 'العربية' } as const;
export type Language = keyof typeof languages;

interface Source {
  readonly words: () => Promise<Catalogue>;
  readonly later: () => Promise<LaterCatalogue>;
}

const sources: Record<Exclude<Language, 'en'>, Source> = {
  es: {
    words: () => import('./es.ts').then(({ es }) => es),
    later: () => import('./esLater.ts').then(({ esLater }) => esLater),
  },
  ar: {
    words: () => import('./ar.ts').then(({ ar }) => ar),
    later: () => import('./arLater.ts').then(({ arLater }) => arLater),
  },
};

const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/** The catalogue of the language that is on. */
export const words = {} as Catalogue;
for (const part of Object.keys(en) as (keyof Catalogue)[]) {
  Object.defineProperty(words, part, {
    enumerable: true,
    get: () => spokenNow().words[part],
  });
}

/** The language that is on. */
const languageOn = (): Language => words.language.code as Language;

/** The one that was asked for last: an earlier one may still be on its way. */
let wanted: Language = 'en';

/**
 * Turns a language on, and tells the document which way it is read. Without `isFirst` the
 * sentences of later screens come along, so that the screen that is on changes as a whole.
 * Rejects when the language does not arrive; the one before stays on then.
 */
export async function speak(
  language: Language,
  root: HTMLElement,
  { isFirst = false } = {},
): Promise<void> {
  wanted = language;
  const [catalogue, later] = await Promise.all([
    language === 'en' ? en : sources[language].words(),
    language === 'en' || isFirst ? null : sources[language].later(),
  ]);
  if (wanted !== language) return;
  turnOn({ words: catalogue, later });
  root.lang = words.language.code;
  root.dir = words.language.direction;
}

/** Resolves when the sentences of later screens are here, in the language that is on. */
export async function fetchLaterWords(): Promise<void> {
  const { words: catalogue, later } = spokenNow();
  const language = languageOn();
  if (language === 'en' || later) return;
  const fetched = await sources[language].later();
  if (spokenNow().words === catalogue) turnOn({ words: catalogue, later: fetched });
}

/** The first of the reader's languages that we write, else English. */
export function languageFor(wishes: readonly string[]): Language {
  const codes = wishes.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return codes.find(isLanguage) ?? 'en';
}
