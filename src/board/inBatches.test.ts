import { expect, test } from 'vitest';
import { batchesFor, inBatches } from './inBatches.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => count - i);

test('batches hold every card once, in order, and say where they begin', () => {
  for (const count of [0, 1, 15, 16, 17, 32, 100]) {
    const cards = upTo(count);
    const batches = inBatches(cards);
    expect(batches.flatMap((batch) => batch.cards)).toEqual(cards);
    for (const { from, cards: some } of batches) expect(cards[from]).toBe(some[0]);
    expect(new Set(batches.map(({ id }) => id)).size).toBe(batches.length);
  }
});

test('a new card changes no batch but the first', () => {
  const before = inBatches(upTo(100));
  const after = inBatches(upTo(101));
  const others = (batches: typeof before) =>
    batches.slice(1).map(({ id, cards }) => ({ id, cards }));
  expect(others(after)).toEqual(others(before));
  expect(after[0]?.id).toBe(before[0]?.id);
  // A batch that is full is left as it is, too: the next card begins another.
  const [, second] = inBatches(upTo(129));
  const [full] = inBatches(upTo(128));
  expect(second?.cards).toEqual(full?.cards);
  expect(second?.id).toBe(full?.id);
});

test('so many batches from the first on hold what is seen first', () => {
  const batches = inBatches(upTo(48));
  expect(batchesFor(batches, () => true, 12)).toBe(1);
  expect(batchesFor(batches, () => true, 17)).toBe(2);
  // Few are found: only the last batch ends the search.
  expect(batchesFor(batches, (card) => card === 48, 12)).toBe(3);
  expect(batchesFor([], () => true, 12)).toBe(0);
});
