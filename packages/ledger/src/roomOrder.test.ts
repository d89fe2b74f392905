import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryId, MinuteOfTime } from '@manyhands/base';
import { inRoomOrder } from './roomOrder.ts';
import type { PlacedInRoom } from './roomOrder.ts';

/** Ids fall while names grow: an order by ids alone is the wrong one. */
const id = (name: number): EntryId =>
  String(99_999 - name).padStart(64, '0') as EntryId;
const word = (name: number, at: number, after: number | null): PlacedInRoom => ({
  id: id(name),
  at: at as MinuteOfTime,
  after: after === null ? null : id(after),
});
const namesOf = (words: readonly PlacedInRoom[]): number[] =>
  inRoomOrder(words).map((each) => 99_999 - Number(each.id));

/** A room in which each word names any that stood before it, by clocks that say anything. */
const rooms = fc
  .array(fc.record({ at: fc.nat({ max: 50 }), after: fc.option(fc.nat()) }), {
    maxLength: 40,
  })
  .map((said) =>
    said.map(({ at, after }, i) =>
      word(i, at, i === 0 || after === null ? null : after % i),
    ),
  );

test('[B21] a word stands behind the one it names, whatever the clocks say', () => {
  fc.assert(
    fc.property(rooms, (words) => {
      const spots = new Map(inRoomOrder(words).map((each, i) => [each.id, i]));
      for (const { id: own, after } of words)
        if (after !== null)
          expect(spots.get(own)).toBeGreaterThan(spots.get(after) ?? -1);
    }),
  );
});

test('[B21] the order is a function of the set, and a part of it keeps it where chains hold', () => {
  fc.assert(
    fc.property(
      rooms.chain((words) =>
        fc.tuple(
          fc.constant(words),
          fc.shuffledSubarray(words, { minLength: words.length }),
        ),
      ),
      ([words, shuffled]) => {
        expect(namesOf(shuffled)).toEqual(namesOf(words));
      },
    ),
  );
});

test('[B21] a clock a year ahead takes its own word to the end, until somebody answers', () => {
  const ahead = word(2, 999_999, 1);
  const others = [word(1, 10, null), word(3, 20, 1)];
  expect(namesOf([...others, ahead])).toEqual([1, 3, 2]);
  const answer = word(4, 30, 2);
  const next = word(5, 40, 4);
  expect(namesOf([...others, ahead, answer, next])).toEqual([1, 3, 2, 4, 5]);
  // Erased, it has never been.
  expect(namesOf([...others, answer, next])).toEqual([1, 3, 4, 5]);
});

test('[B21] ten thousand words in one chain are put in order', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    word(i, 5, i === 0 ? null : i - 1),
  );
  expect(namesOf(many.toReversed())).toEqual(many.map((_, i) => i));
});
