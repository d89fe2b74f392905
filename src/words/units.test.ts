import { expect, test } from 'vitest';
import { isPlainUnit, plainUnits } from './units.ts';

test('the plain word of any of our languages is no name for an hour, and a chosen one is', () => {
  const plain = Object.values(plainUnits).filter(isPlainUnit);
  expect(plain).toEqual(['hour', 'hora', 'ساعة']);
  expect(isPlainUnit('')).toBe(true);
  expect(isPlainUnit('sol')).toBe(false);
});
