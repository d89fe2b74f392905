import { assert } from '@manyhands/base';
import { expect, test } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { entryLimits } from './value.ts';
import vectors from './vectors/rfc8949.json';

/** Appendix A of RFC 8949 outside our subset: how it begins, and why it is refused. */
const outside: [RegExp, string][] = [
  [/^[13]bf{16}$/, 'number too large'],
  [/^([abcd]|826161[ab])/, 'map or tag'],
  [/^f[078-b]/, 'float or simple value'],
  [/^([579]f|8301(820203)?9f)/, 'indefinite or reserved length'],
];

test('[C1] appendix A of RFC 8949: what is in the subset round-trips, the rest is refused', () => {
  let inside = 0;
  for (const { hex, ...vector } of vectors) {
    const why = outside.find(([beginning]) => beginning.test(hex))?.[1];
    const answer = decode(fromHex(hex), entryLimits);
    if (why !== undefined) {
      expect(answer.ok ? 'accepted' : answer.error.why, hex).toBe(why);
      continue;
    }
    inside++;
    assert(answer.ok, `${hex} is in the subset`);
    expect(toHex(encode(answer.value))).toBe(hex);
    // The vectors give byte strings in diagnostic notation alone: h'01020304'.
    if ('decoded' in vector) expect(answer.value, hex).toEqual(vector.decoded);
    else expect(`h'${toHex(answer.value as Uint8Array)}'`).toBe(vector.diagnostic);
  }
  expect([inside, vectors.length]).toEqual([30, 82]);
});
