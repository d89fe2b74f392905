import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each([
  ['1:30', 90],
  ['1 h 30', 90],
  ['1h30min', 90],
  ['1 hour 30 minutes', 90],
  ['1 h\u00a030', 90],
  ['2 h', 120],
  ['2', 120],
  ['1.5', 90],
  ['1,5 h', 90],
  ['0.25', 15],
  ['45 min', 45],
  ['45m', 45],
  ["20'", 20],
  ['90', 90],
  ['12', 720],
  ['13', 13],
  ['  1:05 ', 65],
  ['١:٣٠', 90],
  ['١ س', 60],
  ['1 hora 30 minutos', 90],
  ['1 hora y 30 minutos', 90],
  ['2 horas y media', 150],
  ['2 h y cuarto', 135],
  ['Una hora', 60],
  ['una hora y media', 90],
  ['media hora', 30],
  ['un cuarto de hora', 15],
  ['tres cuartos de hora', 45],
  ['1,5 horas', 90],
  ['half an hour', 30],
  ['an hour and a half', 90],
  ['2 hours and 5 minutes', 125],
  ['نصف ساعة', 30],
  ['ساعة ونصف', 90],
])('%j is %d minutes', (typed, minutes) => {
  expect(parseDuration(typed)).toBe(minutes);
});

test.each([
  '',
  'soon',
  '1:60',
  '1:',
  '-1',
  '0',
  '0 min',
  '1e3',
  '12.5.1',
  '∞',
  'NaN',
  '99999',
  '1:30:00',
  'y media',
  'media',
  'hora y media hora',
  'h',
  '.',
])('%j is no duration', (typed) => {
  expect(parseDuration(typed)).toBeNull();
});
