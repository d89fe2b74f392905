import { expect, test } from 'vitest';
import { byLetter } from './byLetter.ts';

const cut = (names: string[], language: string) =>
  byLetter(
    names.map((name) => ({ name })),
    language,
  ).map(({ letter, rows }) => `${letter}: ${rows.map(({ name }) => name).join(' ')}`);

test('names stand under their letter, whatever is on it', () => {
  expect(cut(['Ana', 'Àlex', 'ana 2', 'Biel'], 'en')).toEqual([
    'A: Ana Àlex ana 2',
    'B: Biel',
  ]);
});

test('each script has its letters, and what begins with none stands together', () => {
  expect(cut(['7', '“Ana”', 'بيل', 'ディダック'], 'ar')).toEqual([
    '#: 7',
    'A: “Ana”',
    'ب: بيل',
    'デ: ディダック',
  ]);
});
