import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { duration, hours } from './en/hours.ts';
import { en } from './en.ts';
import { enLater } from './enLater.ts';
import { languageFor } from './words.ts';

/** Words of the code, of banks and of machines: never on screen (GLOSSARY.md). */
const neverOnScreen =
  /\b(keys?|nodes?|peers?|crdts?|merg\w*|sync\w*|debits?|credits?|pay|paid|pays|payers?|payees?|debts?|accounts?|transactions?|servers?|hash\w*|signatures?|tokens?|wallets?|ledgers?)\b/i;

/** The one key that everybody knows from a door: what a neighbour keeps for you. */
const spareKey = /\bspare[- ]keys?\b/gi;
const isForbidden = (text: string) => neverOnScreen.test(text.replace(spareKey, ''));

/** Every text in a source file: string and template literals, comments left out. */
function textsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return code
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('import '))
    .flatMap((line) => line.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g) ?? [])
    .map((text) => text.replace(/\$\{[^}]*\}/g, ' '));
}

const folder = new URL('en/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

test.each(files)('no forbidden word in en/%s', (name) => {
  const texts = textsIn(readFileSync(new URL(name, folder), 'utf8'));

  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(isForbidden)).toEqual([]);
});

test('the forbidden words would be noticed', () => {
  expect(textsIn("const a = 'Your account'; // key\n")).toEqual(["'Your account'"]);
  expect(neverOnScreen.test("'Your account'")).toBe(true);
  expect(neverOnScreen.test("'keyboard, monkey, merchandise'")).toBe(false);
  expect(isForbidden("'You keep a spare key'")).toBe(false);
  expect(isForbidden("'Your spare-key neighbours sign with a key'")).toBe(true);
});

test('every trouble says what happened, what is lost and what to do', () => {
  const all = { ...en.trouble, ...enLater.trouble };
  const troubles = Object.values(all).filter((entry) => typeof entry === 'object');

  expect(troubles.length).toBeGreaterThan(50);
  for (const { what, lost, todo } of troubles) {
    for (const sentence of [what, lost, todo]) expect(sentence).toMatch(/[.!?)”]$/);
  }
});

test('durations to be seen', () => {
  const spaced = (minutes: number) => duration(minutes).replaceAll('\u00a0', ' ');

  expect([0, 15, 60, 90, 195, 725, -120].map(spaced)).toEqual([
    '0 h',
    '15 min',
    '1 h',
    '1 h 30',
    '3 h 15',
    '12 h 05',
    '2 h',
  ]);
});

test('a minus is hours to give back, a plus hours to ask for', () => {
  expect(hours.balance(195)).toBe('3 hours 15 minutes to ask for');
  expect(hours.balance(-120)).toBe('2 hours to give back');
});

test('an unknown language falls back to English', () => {
  expect(languageFor(['xx-XX', 'en-US'])).toBe('en');
  expect(languageFor(['__proto__', 'constructor'])).toBe('en');
  expect(languageFor([])).toBe('en');
});
