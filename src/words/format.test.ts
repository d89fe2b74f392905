import { expect, test } from 'vitest';
import { formatsFor } from './format.ts';

const english = formatsFor('en-GB');
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const today = dayOf('2026-11-24');

test('near days by name, far days by date, other years with their year', () => {
  const said = [
    '2026-11-24',
    '2026-11-23',
    '2026-11-19',
    '2026-11-17',
    '2025-12-31',
  ].map((date) => english.day(dayOf(date), today));

  expect(said).toEqual([
    'Today',
    'Yesterday',
    'Thursday',
    '17 November',
    '31 December 2025',
  ]);
});

test('a day that has not come yet is given by date, never as "today"', () => {
  expect(english.day(dayOf('2026-11-25'), today)).toBe('25 November');
});

test('what is planned: tomorrow by name, then by weekday and date', () => {
  const coming = (date: string) => english.coming(dayOf(date), today);
  expect(coming('2026-11-24')).toBe('Today');
  expect(coming('2026-11-25')).toBe('Tomorrow');
  expect(coming('2026-12-01')).toBe('Tuesday 1 December');
  expect(coming('2027-11-30')).toMatch(/^Tuesday,? 30 November 2027$/);
  expect(coming('2026-11-23')).toBe('Yesterday');
});

test('durations to be read aloud', () => {
  expect(english.longDuration(60)).toBe('1 hour');
  expect(english.longDuration(90)).toBe('1 hour 30 minutes');
  expect(english.longDuration(15)).toBe('15 minutes');
  expect(english.longDuration(-120)).toBe('2 hours');
});

test('lists and numbers', () => {
  expect(english.list(['Ana', 'Biel', 'Carme'])).toBe('Ana, Biel and Carme');
  expect(english.number(1234)).toBe('1,234');
});

test('plurals fall back to the form every language has', () => {
  const forms = { one: '# hour', other: '# hours' };
  expect(english.plural(1, forms)).toBe('1 hour');
  expect(english.plural(0, forms)).toBe('0 hours');
  expect(english.plural(0, { ...forms, zero: 'none' })).toBe('none');
  expect(english.plural(1000, { other: '# hours' })).toBe('1,000 hours');
});

test('the same code says it in Spanish and in Arabic', () => {
  expect(formatsFor('es').day(today - 1, today)).toBe('Ayer');
  expect(formatsFor('es').longDuration(90)).toBe('1 hora 30 minutos');
  expect(formatsFor('ar').plural(2, { two: 'ساعتان', other: '# ساعة' })).toBe('ساعتان');
});
