/**
 * What a language is called, in another one; null where its tag means nothing, as
 * anybody may write anything into a profile.
 */
export function languageNames(locale: string): (tag: string) => string | null {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  return (tag) => {
    // What is no tag at all is thrown at.
    const [plain] = canonical(tag);
    return plain === undefined ? null : (names.of(plain) ?? null);
  };
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
