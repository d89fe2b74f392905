import { once } from './once.ts';

/**
 * What a language is called, in another one; null where its tag means nothing, as
 * anybody may write anything into a profile.
 */
export function languageNames(locale: string): (tag: string) => string | null {
  // The names of all languages are some milliseconds' reading: only for who looks at one.
  const names = once(
    () => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }),
  );
  return (tag) => {
    // What is no tag at all is thrown at.
    const [plain] = canonical(tag);
    return plain === undefined ? null : (names().of(plain) ?? null);
  };
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
