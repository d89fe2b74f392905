import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, utf8Bytes } from '@manyhands/codec';
import { readAny } from './readAny.ts';

const text = (of: string) => concat(Uint8Array.of(utf8Bytes(of).length), utf8Bytes(of));
const anyText = (of: string) => concat(Uint8Array.of(119), text(of));

test('what y-webrtc writes is read', () => {
  const float = new Uint8Array(8);
  new DataView(float.buffer).setFloat64(0, 1.5);
  const announce = concat(
    Uint8Array.of(118, 5),
    text('type'),
    anyText('announce'),
    text('from'),
    anyText('é'),
    text('token'),
    concat(Uint8Array.of(123), float),
    text('line'),
    Uint8Array.of(125, 0x81, 1), // 1 + 1 · 64
    text('more'),
    Uint8Array.of(117, 4, 126, 120, 121, 125, 0x45), // [null, true, false, −5]
  );
  expect({ ...(readAny(announce) as object) }).toEqual({
    type: 'announce',
    from: 'é',
    token: 1.5,
    line: 65,
    more: [null, true, false, -5],
  });
});

test.each([
  ['nothing', []],
  ['an unknown kind', [1]],
  ['text cut short', [119, 5, 97]],
  ['text of 2^48 bytes', [119, 255, 255, 255, 255, 255, 255, 255, 1]],
  ['ill-formed text', [117, 1, 119, 1, 255]],
  ['an array that promises a billion items', [117, 255, 255, 255, 255, 3]],
  ['a number cut short', [123, 1, 2]],
  ['trailing bytes', [126, 126]],
  ['too deep', [117, 1, 117, 1, 117, 1, 117, 1, 117, 0]],
])('undefined for %s', (_, bytes) => {
  expect(readAny(Uint8Array.from(bytes))).toBeUndefined();
});

test('no bytes make it throw, and no name reaches a prototype', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      readAny(concat(Uint8Array.of(118), bytes));
      readAny(bytes);
    }),
    { numRuns: 5_000 },
  );
  readAny(concat(Uint8Array.of(118, 1), text('__proto__'), Uint8Array.of(118, 0)));
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});
