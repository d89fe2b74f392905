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
  'h',
  '.',
])('%j is no duration', (typed) => {
  expect(parseDuration(typed)).toBeNull();
});
