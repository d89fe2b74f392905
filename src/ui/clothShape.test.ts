import { expect, test } from 'vitest';
import { clothOf } from './clothShape.ts';

const stitchesIn = (weeks: number[]) =>
  clothOf(weeks).yarns.join('').split('M').length - 1;

test('one stitch for each exchange, however many there are', () => {
  expect(stitchesIn([0, 3, 0, 1])).toBe(4);
  expect(stitchesIn(Array.from({ length: 52 }, () => 40))).toBe(2080);
});

test('an empty year is a bare cloth', () => {
  expect(stitchesIn(Array.from({ length: 52 }, () => 0))).toBe(0);
  expect(clothOf([0, 0]).height).toBeGreaterThan(0);
});

test('no two stitches lie in one place', () => {
  const places = clothOf([5, 4, 3]).yarns.flatMap(
    (path) => path.match(/M[^hv]+/g) ?? [],
  );
  expect(new Set(places).size).toBe(12);
});
