import { expect, test } from 'vitest';
import { linksAtLeast, linksWanted } from './limits.ts';
import { takesOffer, wantsMore } from './manners.ts';

/** Of a thousand times, so many it wants more. */
const often = (links: number): number => {
  const chances = Array.from({ length: 1_000 }, (_, i) => i / 1_000);
  return chances.filter((chance) => wantsMore(links, () => chance)).length;
};

test('[M5] with few links a device always speaks up; with some, or enough, now and then', () => {
  expect(often(0)).toBe(1_000);
  expect(often(linksAtLeast - 1)).toBe(1_000);
  expect(often(linksAtLeast)).toBe(250);
  expect(often(linksWanted - 1)).toBe(250);
  expect(often(linksWanted)).toBe(63);
  expect(often(100)).toBe(63);
});

test('[M5] it takes offers until it has what is wanted', () => {
  expect([0, linksWanted - 1, linksWanted].map(takesOffer)).toEqual([
    true,
    true,
    false,
  ]);
});
