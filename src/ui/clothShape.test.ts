import { expect, test } from 'vitest';
import { clothOf } from './clothShape.ts';
import type { Yarn } from './clothShape.ts';

/** Where the stitches of a yarn lie, as a browser draws the dashes of its lines. */
function stitchesOf({ d, dashes, width, colour }: Yarn, height: number) {
  const lengths = dashes.split(' ').map(Number);
  return [...d.matchAll(/M([\d.]+) ([\d.]+)v-([\d.]+)/g)].flatMap(([, x, y, up]) => {
    expect(Number(y)).toBe(height);
    const found: Stitch[] = [];
    for (let at = 0, i = 0; at < Number(up) - 1e-6; i = (i + 1) % lengths.length) {
      const length = lengths[i] ?? 0;
      if (i % 2 === 0 && length > 0) {
        const [week, row] = [Math.floor(Number(x) / 10), Math.floor(at / 10)];
        const isAlong = width > length;
        found.push({ week, row, isAlong, colour, from: at - row * 10, length });
      }
      at += length;
    }
    return found;
  });
}

interface Stitch {
  week: number;
  row: number;
  isAlong: boolean;
  colour: number;
  from: number;
  length: number;
}

function stitchesIn(weeks: number[]): Stitch[] {
  const { yarns, height } = clothOf(weeks);
  return yarns.flatMap((yarn) => stitchesOf(yarn, height));
}

test('one stitch for each exchange, however many there are', () => {
  expect(stitchesIn([0, 3, 0, 1])).toHaveLength(4);
  expect(stitchesIn(Array.from({ length: 52 }, () => 40))).toHaveLength(2080);
});

test('an empty year is a bare cloth', () => {
  expect(stitchesIn(Array.from({ length: 52 }, () => 0))).toEqual([]);
  expect(clothOf([0, 0]).height).toBeGreaterThan(0);
});

test('no two stitches lie in one place, and each in the middle of its own', () => {
  const weeks = [5, 4, 3, 33];
  const stitches = stitchesIn(weeks);
  const places = stitches.map(({ week, row }) => `${week}/${row}`);
  expect(new Set(places).size).toBe(45);
  for (const { week, row, from, length } of stitches) {
    expect(row).toBeLessThan(weeks[week] ?? 0);
    expect(from).toBeCloseTo((10 - length) / 2);
  }
});

test('threads along and across take turns, in bands of colours', () => {
  // By hand: five of one colour, three of the next, five, two, and from the beginning.
  const bands = '000001112222233';
  for (const { week, row, isAlong, colour } of stitchesIn(
    Array.from({ length: 31 }, () => 31),
  )) {
    expect(isAlong).toBe((week + row) % 2 === 0);
    expect(String(colour)).toBe(bands[(isAlong ? row : week) % 15]);
  }
});

test('a hundred thousand are drawn by as few lines as a hundred', () => {
  const sizeOf = (each: number) =>
    JSON.stringify(clothOf(Array.from({ length: 52 }, () => each))).length;
  expect(sizeOf(2_000)).toBeLessThan(1.5 * sizeOf(2));
});
