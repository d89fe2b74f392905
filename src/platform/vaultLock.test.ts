import { expect, test } from 'vitest';
import { derivationRounds } from './vaultLock.ts';

test('a try costs three quarters of a second here, and 600,000 rounds on the slowest device', () => {
  // So long 600,000 rounds take on a computer, a good phone and an old one.
  expect(derivationRounds(600_000, 150)).toBe(3_000_000);
  expect(derivationRounds(600_000, 500)).toBe(900_000);
  expect(derivationRounds(600_000, 2_500)).toBe(600_000);
  expect(derivationRounds(150_000, 200)).toBe(600_000);
});

test('a clock that stands still locks nobody out', () => {
  expect(derivationRounds(600_000, 0)).toBe(10_000_000);
});
