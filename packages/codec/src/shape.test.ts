import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex } from './bytes.ts';
import { encode } from './encode.ts';
import {
  anything,
  boolean,
  bytes,
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  text,
  tuple,
} from './shape.ts';
import type { Shape, ShapeOf } from './shape.ts';
import { entryLimits } from './value.ts';
import type { Value } from './value.ts';

const line = tuple({ party: hex(32), minutes: integer(1, 6_000) });
const ana = 'a1'.repeat(32);

test('[C4] what a shape wrote it reads again', () => {
  const thing = tuple({
    gave: boolean,
    lines: list(line, 1, 64),
    note: nullable(bytes(16)),
    name: text(96),
    rest: anything,
  });
  const names = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const things: fc.Arbitrary<ShapeOf<typeof thing>> = fc.record({
    gave: fc.boolean(),
    lines: fc.array(
      fc.record({
        party: names.map((each) => Buffer.from(each).toString('hex')),
        minutes: fc.integer({ min: 1, max: 6_000 }),
      }),
      { minLength: 1, maxLength: 64 },
    ),
    note: fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 })),
    name: fc.string({ unit: 'grapheme', maxLength: 10 }),
    rest: fc.oneof(fc.constant<Value>([]), fc.integer(), fc.constant(null)),
  });
  fc.assert(
    fc.property(things, (of) => {
      expect(decodeAs(thing, encodeAs(thing, of), entryLimits)).toEqual({
        ok: true,
        value: of,
      });
    }),
    { numRuns: 300 },
  );
});

test('[C4] arity is exact and places have their types', () => {
  const party = fromHex(ana);
  const others: Value[] = [[party], [party, 60, 0], [60, party], [], 60, null, 'Ana'];
  expect(line.read([party, 60])).toEqual({ party: ana, minutes: 60 });
  for (const other of others) expect(line.read(other), String(other)).toBeUndefined();
});

const bounds: [string, Shape<unknown>, Value[], Value[]][] = [
  [
    'bytes(2)',
    bytes(2),
    [new Uint8Array(2)],
    [new Uint8Array(1), new Uint8Array(3), 'AB'],
  ],
  [
    'bytes(0, 1)',
    bytes(0, 1),
    [new Uint8Array(), new Uint8Array(1)],
    [new Uint8Array(2)],
  ],
  ['hex(1)', hex(1), [Uint8Array.of(1)], [new Uint8Array(2), '01', [1]]],
  ['integer(1, 3)', integer(1, 3), [1, 3], [0, 4, -1, '1', true, null]],
  ['text(3)', text(3), ['', 'Ana', 'é1'], ['Biel', 'éé', 1, null]],
  ['boolean', boolean, [true, false], [0, 1, null, 'true']],
  ['nullable(integer)', nullable(integer(0, 1)), [null, 0], [2, false]],
  ['list(0..2)', list(integer(0, 9), 0, 2), [[], [1, 2]], [[1, 2, 3], [10], ['1'], 1]],
  ['list(1..)', list(boolean, 1, 2), [[true]], [[], [true, null]]],
];
test.each(bounds)(
  '[C4] %s reads what is within its bounds alone',
  (_, shape, yes, no) => {
    for (const value of yes)
      expect(shape.read(value), String(value)).not.toBeUndefined();
    for (const value of no) expect(shape.read(value), String(value)).toBeUndefined();
  },
);

test('[C3] decodeAs answers Malformed for bad bytes and for another shape', () => {
  const whys = [fromHex('ff'), encode([1, 2])].map((from) => {
    const answer = decodeAs(line, from, entryLimits);
    return answer.ok ? 'accepted' : answer.error.why;
  });
  expect(whys).toEqual(['float or simple value', 'another shape']);
});

test('[C5] encodeAs throws on what does not fit its own shape', () => {
  const wrong = [
    { party: ana, minutes: 0 },
    { party: ana, minutes: 1.5 },
    { party: 'a1', minutes: 60 },
    { party: 'A1'.repeat(32), minutes: 60 },
    { party: 'Ana'.repeat(32), minutes: 60 },
  ];
  for (const of of wrong) expect(() => encodeAs(line, of), of.party).toThrow('Bug');
});
