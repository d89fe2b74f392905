import { expect, test } from 'vitest';
import { duration, hours } from './en/hours.ts';
import { parseDuration } from './duration.ts';
import { ar } from './ar.ts';
import { arLater } from './arLater.ts';
import { en } from './en.ts';
import { enLater } from './enLater.ts';
import { es } from './es.ts';
import { esLater } from './esLater.ts';
import { languageFor } from './words.ts';

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
  expect(hours.balance(195)).toBe('You can ask for 3 hours 15 minutes');
  expect(hours.balance(-120)).toBe('You can give back 2 hours');
  expect(hours.balance(0)).toBe('Nothing to give or ask yet');
});

test('every duration that a language writes can be typed again in its words', () => {
  for (const { duration, longDuration } of [en, es]) {
    for (const minutes of [15, 30, 60, 65, 90, 195, 720]) {
      expect(parseDuration(duration(minutes))).toBe(minutes);
      expect(parseDuration(longDuration(minutes))).toBe(minutes);
    }
  }
});

test('an unknown language falls back to English', () => {
  expect(languageFor(['xx-XX', 'en-US'])).toBe('en');
  expect(languageFor(['__proto__', 'constructor'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

test('the first language of the reader that we write is taken', () => {
  expect(languageFor(['ca-ES', 'es-419', 'en'])).toBe('es');
  expect(languageFor(['AR'])).toBe('ar');
});

test.each([
  ['en', en, enLater],
  ['es', es, esLater],
  ['ar', ar, arLater],
] as const)(
  '[%s] a card made by taps says what it is, never the name of a kind alone',
  (_, { category }, { joining }) => {
    for (const kind of Object.keys(category) as (keyof typeof category)[]) {
      if (kind === 'other') continue;
      expect(joining.strength[kind]).not.toBe(category[kind]);
      expect(joining.wish[kind]).not.toBe(category[kind]);
    }
  },
);

test('what one member keeps is on a phone, what several keep on phones', () => {
  const keepers = [enLater, esLater, arLater].map(({ talk }) => [
    talk.keepers(1, 'Biel'),
    talk.keepers(3, 'Ana, Biel, Carme'),
  ]);
  expect(keepers.flat().map((said) => said.replace(/\. .*/, ''))).toEqual([
    'Kept on Biel’s phone',
    'Kept on the phones of Ana, Biel, Carme',
    'Se guarda en el teléfono de Biel',
    'Se guarda en los teléfonos de Ana, Biel, Carme',
    'محفوظة على هاتف Biel',
    'محفوظة على هواتف Ana, Biel, Carme',
  ]);
});
