/** The language of this phone: what was chosen on it, else the first of its own we write. */
import { languageFor, languages, speak } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import { keepChoice, readChoice } from './keptChoice.ts';

const isOurs = (kept: string | null): kept is Language =>
  kept !== null && Object.hasOwn(languages, kept);

function languageHere(wishes: readonly string[]): Language {
  const kept = readChoice('language');
  return isOurs(kept) ? kept : languageFor(wishes);
}

/** Before the app is drawn. A language that does not arrive keeps nobody out: English is here. */
export async function speakFirst(wishes: readonly string[]): Promise<void> {
  const root = document.documentElement;
  const first = speak(languageHere(wishes), root, { isFirst: true });
  await first.catch(() => speak('en', root));
}

/**
 * Turns another language on, for everybody on this phone, and keeps it. Rejects when its
 * words do not arrive; nothing changes then.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language, document.documentElement);
  keepChoice('language', language);
}
