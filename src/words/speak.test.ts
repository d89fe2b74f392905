import { beforeEach, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { enLater } from './enLater.ts';
import { es } from './es.ts';
import { esLater } from './esLater.ts';
import { later } from './later.ts';
import { fetchLaterWords, speak, words } from './words.ts';

/** What `speak` writes on the document. */
const root = { lang: '', dir: '' } as HTMLElement;

beforeEach(() => speak('en', root));

test('a language that is spoken is read everywhere, and the document says so', async () => {
  expect(words.home.yes).toBe('Yes, that’s right');
  await speak('es', root);

  expect(words.home.yes).toBe(es.home.yes);
  expect(later().safe.title).toBe(esLater.safe.title);
  expect([root.lang, root.dir]).toEqual(['es', 'ltr']);

  await speak('ar', root);
  expect(words.home.yes).toBe(ar.home.yes);
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
});

test('the first screen waits for its own words, a later one for the rest', async () => {
  await speak('es', root, { isFirst: true });
  expect(words.language.code).toBe('es');
  expect(later().safe.title).toBe(enLater.safe.title);

  await fetchLaterWords();
  expect(later().safe.title).toBe(esLater.safe.title);
});

test('of two choices at once the last one holds', async () => {
  await Promise.all([speak('es', root), speak('ar', root), speak('en', root)]);

  expect(words.language.code).toBe('en');
  expect(root.lang).toBe('en');
});

test('later words of a language that has been left do not come back', async () => {
  await speak('es', root, { isFirst: true });
  const fetching = fetchLaterWords();
  await speak('en', root);
  await fetching;

  expect(later().safe.title).toBe(enLater.safe.title);
});
