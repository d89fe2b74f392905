import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { inOneOrder } from './conversationOrder.ts';
import type { Placed } from './conversationOrder.ts';

const [ana, biel, carme] = ['a', 'b', 'c'] as MemberId[] as [
  MemberId,
  MemberId,
  MemberId,
];
const placed = (key: string, by: MemberId, at: number): Placed => ({
  key,
  by,
  at: at as MinuteOfTime,
});
const read = (words: readonly Placed[], others: readonly Placed[]): string =>
  inOneOrder(words, others)
    .map(({ key }) => key)
    .join(' ');

const words = [
  placed('a1', ana, 10),
  placed('b1', biel, 20),
  placed('b2', biel, 30),
  placed('a2', ana, 40),
];

test('between words something stands by the minute', () => {
  expect(read(words, [placed('x', ana, 25)])).toBe('a1 b1 x b2 a2');
  expect(read(words, [placed('x', biel, 25)])).toBe('a1 b1 x b2 a2');
  expect(read(words, [placed('x', ana, 5)])).toBe('x a1 b1 b2 a2');
  expect(read(words, [placed('x', biel, 50), placed('w', ana, 50)])).toBe(
    'a1 b1 b2 a2 w x',
  );
  expect(read([], [placed('y', ana, 2), placed('x', biel, 1)])).toBe('x y');
});

test('a false clock moves the doings of its writer, and never past a word of their own', () => {
  const future = words.map((each) =>
    each.by === biel ? { ...each, at: (each.at + 9_000_000) as MinuteOfTime } : each,
  );
  const his = placed('his', biel, 9_000_025);
  const hers = placed('hers', ana, 35);
  expect(read(future, [his, hers])).toBe('a1 hers b1 his b2 a2');
  // A minute of his that fits nothing else he said: before or behind all of his own.
  expect(read(words, [placed('x', biel, 2 ** 32 - 1)])).toBe('a1 b1 b2 a2 x');
  expect(read(words, [placed('x', biel, 0)])).toBe('x a1 b1 b2 a2');
  expect(read(words, [placed('x', carme, 2 ** 32 - 1)])).toBe('a1 b1 b2 a2 x');
});

const things = (name: string) =>
  fc
    .array(fc.record({ by: fc.constantFrom(ana, biel), at: fc.nat(60) }), {
      maxLength: 8,
    })
    .map((all) => all.map(({ by, at }, i) => placed(`${name}${String(i)}`, by, at)));

test('words stay as they are, and nothing goes past a word of its own writer', () => {
  fc.assert(
    fc.property(things('w'), things('x'), (said, others) => {
      const order = inOneOrder(said, others);
      expect(order.filter((each) => said.includes(each))).toEqual(said);
      expect(order).toHaveLength(said.length + others.length);
      expect(inOneOrder(said, others.toReversed())).toEqual(order);
      for (const each of others) {
        const place = order.indexOf(each);
        const own = said.filter(({ by }) => by === each.by);
        const next = own.findIndex(({ at }) => at > each.at);
        for (const [i, word] of own.entries())
          expect(order.indexOf(word) < place).toBe(next < 0 || i < next);
      }
    }),
  );
});

test('where clocks are right nothing that stands changes places when something new comes', () => {
  const right = fc
    .array(fc.record({ by: fc.constantFrom(ana, biel), isWord: fc.boolean() }), {
      maxLength: 16,
    })
    .map((all) =>
      all.map(({ by, isWord }, i) => ({
        isWord,
        thing: placed(`${isWord ? 'w' : 'x'}${String(i)}`, by, i),
      })),
    );
  fc.assert(
    fc.property(right, fc.nat(16), (all, count) => {
      const orderOf = (some: typeof all): string[] =>
        inOneOrder(
          some.filter(({ isWord }) => isWord).map(({ thing }) => thing),
          some.filter(({ isWord }) => !isWord).map(({ thing }) => thing),
        ).map(({ key }) => key);
      const before = orderOf(all.slice(0, count));
      const after = orderOf(all);
      expect(after.filter((key) => before.includes(key))).toEqual(before);
    }),
  );
});
