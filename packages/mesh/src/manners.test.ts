import { expect, test } from 'vitest';
import { linksAtLeast, linksWanted } from './limits.ts';
import { Manners, takesOffer } from './manners.ts';

/** Of a thousand times, so many it wants more. */
const often = (links: number, manners = new Manners()): number => {
  const chances = Array.from({ length: 1_000 }, (_, i) => i / 1_000);
  return chances.filter((chance) => manners.wantsMore(links, () => chance)).length;
};

test('[M5] with few links a device always speaks up; with some, or enough, now and then', () => {
  expect(often(0)).toBe(1_000);
  expect(often(linksAtLeast - 1)).toBe(1_000);
  expect(often(linksAtLeast)).toBe(250);
  expect(often(linksWanted - 1)).toBe(250);
  expect(often(linksWanted)).toBe(63);
  expect(often(100)).toBe(63);
});

test('[M5] who dials in vain does so half as often, until somebody answers', () => {
  const manners = new Manners();
  manners.unanswered();
  expect(often(linksAtLeast, manners)).toBe(125);
  manners.unanswered();
  manners.unanswered();
  expect(often(linksAtLeast, manners)).toBe(32);
  manners.answered();
  expect(often(linksAtLeast, manners)).toBe(63);
  for (let i = 0; i < 5; i++) manners.answered();
  expect(often(linksAtLeast, manners)).toBe(250);
});

test('[M5] however often in vain, one who has few dials, and one in some hundreds of the others', () => {
  const manners = new Manners();
  for (let i = 0; i < 100; i++) manners.unanswered();
  expect(often(linksAtLeast - 1, manners)).toBe(1_000);
  expect(manners.wantsMore(linksAtLeast, () => 1 / 257)).toBe(true);
  expect(manners.wantsMore(linksAtLeast, () => 1 / 255)).toBe(false);
});

test('[M5] it takes offers until it has what is wanted', () => {
  expect([0, linksWanted - 1, linksWanted].map(takesOffer)).toEqual([
    true,
    true,
    false,
  ]);
});
