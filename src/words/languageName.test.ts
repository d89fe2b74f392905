import { expect, test } from 'vitest';
import { languageNames } from './languageName.ts';

test('languages by their names in the reader’s language', () => {
  expect(languageNames('en')('ar')).toBe('Arabic');
  expect(languageNames('es')('ar')).toBe('árabe');
  expect(languageNames('en')('ca')).toBe('Catalan');
});

test.each([
  '',
  ' ',
  'x',
  'qzz',
  '\u202egnis',
  '<b>',
  'a'.repeat(16),
  '__proto__',
  '💶',
])('what is no language (%j) has no name, and throws nothing', (tag) => {
  expect(languageNames('en')(tag)).toBeNull();
});
