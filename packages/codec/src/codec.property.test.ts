import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalBytes, toHex } from './bytes.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { entryLimits } from './value.ts';
import type { Value } from './value.ts';

const scalar = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -70_000, max: 70_000 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.uint8Array({ maxLength: 40 }),
  fc.boolean(),
  fc.constant(null),
);
const nested = (depth: number): fc.Arbitrary<Value> =>
  depth === 0
    ? scalar
    : fc.oneof(
        { weight: 2, arbitrary: scalar },
        { weight: 1, arbitrary: fc.array(nested(depth - 1), { maxLength: 6 }) },
      );
const values = nested(4);
const limits = { bytes: 100_000, depth: 4 };

test('[C2] decoding what was encoded gives the value again', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(decode(encode(value), limits)).toEqual({ ok: true, value });
    }),
    { numRuns: 2_000 },
  );
});

test('[C2] different values have different bytes', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const same = equalBytes(encode(one), encode(other));
      expect(same).toBe(toText(one) === toText(other));
    }),
    { numRuns: 1_000 },
  );
});

/** Another injective spelling of values, to compare by. */
function toText(value: Value): string {
  if (value instanceof Uint8Array) return `h${toHex(value)}`;
  if (typeof value === 'object' && value !== null)
    return `[${value.map(toText).join()}]`;
  return JSON.stringify(value);
}

/** mulberry32: small, seeded, good enough to bend bytes. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const runs = process.env['MANYHANDS_SLOW'] === undefined ? 40_000 : 200_000;

/** One to three small injuries: a byte changed, added or lost, a head made longer. */
function injure(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const out = [...bytes];
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(out.length + 1);
    const injuries: (() => unknown)[] = [
      () => (out[at] = pick(256)),
      () => (out[at] = (out[at] ?? 0) ^ (1 << pick(8))),
      () => out.splice(at, 0, pick(256)),
      () => out.splice(at, 1),
      () => out.splice(at, 1, ((out[at] ?? 0) & 0xe0) | 24, (out[at] ?? 0) & 31),
      () => out.splice(at, 0, ...out.slice(0, pick(20))),
    ];
    injuries[pick(injuries.length)]?.();
  }
  return Uint8Array.from(out);
}

test('[C2] [C3] of many injured encodings none throws and none is a second spelling', () => {
  const seed = Number(process.env['SEED'] ?? 20_260_801);
  const pick = seeded(seed);
  const whole = fc.sample(values, { numRuns: 500, seed }).map(encode);
  let accepted = 0;
  for (let run = 0; run < runs; run++) {
    const bent = injure(whole[pick(whole.length)] ?? new Uint8Array(), pick);
    const answer = decode(bent, entryLimits);
    if (!answer.ok) continue;
    accepted++;
    if (!equalBytes(encode(answer.value), bent)) {
      expect.fail(`seed ${seed}: ${toHex(bent)} is a second spelling`);
    }
  }
  // The test means something only while a good part of them gets through.
  expect(accepted).toBeGreaterThan(runs / 10);
});
