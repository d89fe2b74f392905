import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareBytes,
  concat,
  equalBytes,
  fromHex,
  putHex,
  putU64,
  toHex,
  u32,
  u64,
  utf8Bytes,
  utf8Text,
} from './bytes.ts';

const some = fc.uint8Array({ maxLength: 40 });

test('[C6] hexadecimal and back', () => {
  fc.assert(
    fc.property(some, (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    }),
  );
});

test.each(['A1', '0', '0g', 'zz', ' 1', '+1', '0x', '1é', 'ab c'])(
  '[C6] no lower-case hexadecimal is a bug: %s',
  (text) => expect(() => fromHex(text)).toThrow('Bug'),
);

test('[C7] hexadecimal orders as its bytes do', () => {
  const near = fc.uint8Array({ maxLength: 3, max: 2 });
  fc.assert(
    fc.property(near, near, (one, other) => {
      const [a, b] = [toHex(one), toHex(other)];
      expect(Math.sign(compareBytes(one, other))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(equalBytes(one, other)).toBe(a === b);
    }),
  );
});

test('concat puts the parts one after another into an array of its own', () => {
  const part = Uint8Array.of(1, 2);
  const whole = concat(part, new Uint8Array(), part);
  part.fill(9);
  expect(whole).toEqual(Uint8Array.of(1, 2, 1, 2));
  expect(concat()).toEqual(new Uint8Array());
});

test('u32 and u64 are big-endian and refuse what they cannot hold', () => {
  expect(toHex(u32(0xdead_beef))).toBe('deadbeef');
  expect(toHex(u64(1))).toBe('0000000000000001');
  expect(toHex(u64(0xdead_beef_cafe))).toBe('0000deadbeefcafe');
  expect(toHex(u64(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff');
  for (const n of [-1, 0.5, NaN, 2 ** 53]) expect(() => u64(n)).toThrow('Bug');
  for (const n of [-1, 0.5, NaN, 2 ** 32]) expect(() => u32(n)).toThrow('Bug');
});

test('what is put somewhere leaves its neighbours alone', () => {
  const bytes = new Uint8Array(14).fill(0xee);
  putHex(bytes, 1, 'a0b1');
  putU64(bytes, 5, 7);
  expect(toHex(bytes)).toBe('eea0b1eeee0000000000000007ee');
  expect(() => putHex(bytes, 0, '0G')).toThrow('Bug');
});

test('[C6] hexadecimal of any length', () => {
  for (const length of [1_023, 1_024, 1_025, 5_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
    expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
  }
});

test('[C2] UTF-8 is strict and keeps a byte order mark', () => {
  expect(utf8Text(utf8Bytes('\uFEFFAna'))).toEqual({ ok: true, value: '\uFEFFAna' });
  expect(utf8Text(Uint8Array.of(0xc3)).ok).toBe(false);
});
