import { expect, test } from 'vitest';
import { listUnder } from './listUnder.ts';

test('what stands under one key stands in the order it came', () => {
  const lists = new Map<string, number[]>();
  listUnder(lists, 'Ana', 1);
  listUnder(lists, 'Biel', 2);
  listUnder(lists, 'Ana', 3);
  expect([...lists]).toEqual([
    ['Ana', [1, 3]],
    ['Biel', [2]],
  ]);
});
