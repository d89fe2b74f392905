/** The language of this phone: what was chosen on it, else the first of its own we write. */
import { languageFor, languages, speak, words } from '../words/words.ts';
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
  const first = turnTo(languageHere(wishes), { isFirst: true });
  await first.catch(() => turnTo('en'));
}

/**
 * Turns another language on, for everybody on this phone, and keeps it. Rejects when its
 * words do not arrive; nothing changes then.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  await turnTo(language);
  keepChoice('language', language);
}

/**
 * Goes along when the browser is given other languages while the app is open, as phones
 * allow without closing it; what was chosen here still comes first. A language that does
 * not arrive leaves the one that is on.
 */
export function followLanguage(here: Window): void {
  here.addEventListener('languagechange', () => {
    void turnTo(languageHere(here.navigator.languages)).catch(() => null);
  });
}

/** Whoever puts the app on their phone now is told about it in the language that is on. */
async function turnTo(language: Language, how?: { isFirst: boolean }): Promise<void> {
  await speak(language, document.documentElement, how);
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  const code = words.language.code === 'en' ? '' : `.${words.language.code}`;
  manifest?.setAttribute('href', `/manifest${code}.webmanifest`);
}
