import { expect, test } from 'vitest';
import { readBroughtLine } from './readBroughtLine.ts';

test.each([
  ['Didac – 12 h 30', 'Didac', 750],
  ['Didac - 12:30', 'Didac', 750],
  ['Didac; 12,5', 'Didac', 750],
  ['Didac\t12.5 h', 'Didac', 750],
  ['Didac: 12', 'Didac', 720],
  ['Didac 12h30', 'Didac', 750],
  ['Didac 12 horas', 'Didac', 720],
  ['Didac - 45 min', 'Didac', 45],
  ['Didac-12', 'Didac', 720],
  ['Didac – 26:00:00', 'Didac', 1_560],
  ['Didac -2', 'Didac', -120],
  ['Didac – -2:15', 'Didac', -135],
  ['Didac; −2 h', 'Didac', -120],
  ['Didac\t-0:30', 'Didac', -30],
  ['Anna-Maria de la Cruz  0', 'Anna-Maria de la Cruz', 0],
  ['ديداك – ١٢:٣٠', 'ديداك', 750],
  ['\u202eDidac\u202c – 3 h', 'Didac', 180],
  ['Room 4 b – 3', 'Room 4 b', 180],
])('%s', (typed, name, minutes) => {
  expect(readBroughtLine(typed)).toEqual({ name, minutes });
});

test.each([
  '',
  'Didac',
  '12:30',
  '– 12',
  'Didac 1,200',
  'Didac 1.234.567',
  'Didac 3 apples',
])('says no name or no hours: %s', (typed) => {
  expect(readBroughtLine(typed)).toBeNull();
});
