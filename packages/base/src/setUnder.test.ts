import { expect, test } from 'vitest';
import { setUnder } from './setUnder.ts';

test('what stands under one key stands there once', () => {
  const sets = new Map<string, Set<number>>();
  setUnder(sets, 'Ana', 1);
  setUnder(sets, 'Biel', 2);
  setUnder(sets, 'Ana', 3);
  setUnder(sets, 'Ana', 1);
  expect([...sets]).toEqual([
    ['Ana', new Set([1, 3])],
    ['Biel', new Set([2])],
  ]);
});
