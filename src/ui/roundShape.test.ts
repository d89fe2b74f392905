import { expect, test } from 'vitest';
import { coinsOf, onRound, pileOf, slicePath } from './roundShape.ts';

test('a quarter of an hour reaches from twelve to three o’clock', () => {
  expect(onRound({ x: 50, y: 50 }, 10, 0.25)).toEqual({ x: 60, y: 50 });
  expect(slicePath({ x: 50, y: 50 }, 10, 0.25)).toBe('M50 50V40A10 10 0 0 1 60 50Z');
});

test('three quarters take the long way round', () => {
  expect(slicePath({ x: 50, y: 50 }, 10, 0.75)).toBe('M50 50V40A10 10 0 1 1 40 50Z');
});

test('the area of the rounds is the time they stand for', () => {
  for (const minutes of [15, 30, 45, 60, 90, 135, 720]) {
    const area = coinsOf(minutes, 40, 10).coins.reduce(
      (sum, { radius }) => sum + radius ** 2,
      0,
    );
    expect(area / 40 ** 2).toBeCloseTo(minutes / 60, 2);
  }
});

test('rounds lie in one row up to four hours, then in rows of six', () => {
  const rowsOf = (minutes: number) =>
    new Set(coinsOf(minutes, 40, 10).coins.map(({ centre }) => centre.y)).size;

  expect(rowsOf(240)).toBe(1);
  expect(rowsOf(360)).toBe(1);
  expect(rowsOf(375)).toBe(2);
  expect(rowsOf(720)).toBe(2);
});

test('no round lies on another', () => {
  const { coins } = coinsOf(705, 40, 10);
  for (const [index, first] of coins.entries()) {
    for (const second of coins.slice(index + 1)) {
      const apart = Math.hypot(
        first.centre.x - second.centre.x,
        first.centre.y - second.centre.y,
      );
      expect(apart).toBeGreaterThanOrEqual(first.radius + second.radius);
    }
  }
});

test('ten rounds can be counted; more go into a basket of ten', () => {
  expect(pileOf(600)).toEqual({ baskets: 0, rounds: 10, rest: 0 });
  expect(pileOf(615)).toEqual({ baskets: 0, rounds: 10, rest: 0.25 });
  expect(pileOf(660)).toEqual({ baskets: 1, rounds: 1, rest: 0 });
  expect(pileOf(2340)).toEqual({ baskets: 3, rounds: 9, rest: 0 });
});

test('hours to give back make the same shapes', () => {
  expect(pileOf(-195)).toEqual(pileOf(195));
});
