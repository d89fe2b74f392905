import { expect, test } from 'vitest';
import { mostTies, seatsFor, stitchesTo } from './tieShape.ts';

const seeds = Array.from({ length: 20 }, (_, person) =>
  Uint8Array.from({ length: 32 }, (__, byte) => (person * 71 + byte * 13) % 256),
);

test('nobody moves when a tie is added', () => {
  for (let count = 1; count < mostTies; count++) {
    const before = seatsFor(seeds.slice(0, count), 100);
    const after = seatsFor(seeds.slice(0, count + 1), 100);
    expect(after.slice(0, count)).toEqual(before);
  }
});

test('twelve people find twelve seats, even when all ask for the same one', () => {
  const same = Array.from({ length: 20 }, () => new Uint8Array(32));
  const places = seatsFor(same, 100).map(
    ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`,
  );

  expect(places).toHaveLength(mostTies);
  expect(new Set(places).size).toBe(mostTies);
});

test('as many stitches as exchanges, at most nine', () => {
  const stitches = (exchanges: number) =>
    stitchesTo({ x: 100, y: 0 }, exchanges, { from: 30, to: 20 }).split('M').length - 1;

  expect(stitches(1)).toBe(1);
  expect(stitches(4)).toBe(4);
  expect(stitches(40)).toBe(9);
});
