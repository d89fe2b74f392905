import { expect, test } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { entryLimits } from './value.ts';
import type { Value } from './value.ts';

const read = (hex: string) => decode(fromHex(hex), entryLimits);
const refused = (hex: string) => {
  const answer = read(hex);
  return answer.ok ? `accepted ${JSON.stringify(answer.value)}` : answer.error.why;
};

test.each([
  [23, '17'],
  [24, '1818'],
  [255, '18ff'],
  [256, '190100'],
  [65_535, '19ffff'],
  [65_536, '1a00010000'],
  [2 ** 32 - 1, '1affffffff'],
  [2 ** 32, '1b0000000100000000'],
  [-24, '37'],
  [-25, '3818'],
  [-256, '38ff'],
  [-257, '390100'],
])('[C2] %i is %s', (n, hex) => {
  expect(toHex(encode(n))).toBe(hex);
  expect(read(hex)).toEqual({ ok: true, value: n });
});

test('[C1] whole numbers end at ±(2^53 − 1)', () => {
  for (const n of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
    const answer = decode(encode(n), entryLimits);
    expect(answer).toEqual({ ok: true, value: n });
  }
  expect(refused('1b0020000000000000')).toBe('number too large'); // 2^53
  expect(refused('1b0020000000000001')).toBe('number too large'); // rounds to 2^53
  expect(refused('3b001fffffffffffff')).toBe('number too large'); // −2^53
});

test.each([
  ['1800', '1817', '5800', '7800', '9800', '3817'],
  ['190000', '1900ff', '5900ff', '990001'],
  ['1a00000000', '1a0000ffff', '3a0000ffff'],
  ['1b0000000000000000', '1b00000000ffffffff', '9b0000000000000000'],
])('[C2] a head longer than it need be is refused: %s', (...heads) => {
  for (const hex of heads) expect(refused(hex), hex).toBe('head not the shortest');
});

test('[C2] trailing bytes and reserved lengths are refused', () => {
  expect(refused('0000')).toBe('trailing bytes');
  expect(refused('8000')).toBe('trailing bytes');
  for (const info of ['1c', '1d', '1e', '1f', '5c', '9d', '3e']) {
    expect(refused(info), info).toBe('indefinite or reserved length');
  }
});

test.each([
  ['61ff', 'a byte that begins nothing'],
  ['62c080', 'an overlong zero'],
  ['63eda080', 'a surrogate'],
  ['64f4908080', 'beyond U+10FFFF'],
  ['61c3', 'cut within a character'],
])('[C1] ill-formed UTF-8 is refused, and the next text is not touched: %s', (hex) => {
  expect(refused(hex)).toBe('ill-formed UTF-8');
  expect(read('62c3a9')).toEqual({ ok: true, value: 'é' });
});

test('[C2] a byte order mark is kept as text', () => {
  const marked = encode('\uFEFFAna');
  expect(decode(marked, entryLimits)).toEqual({ ok: true, value: '\uFEFFAna' });
  expect(marked.length).toBe(7);
});

test('[C3] limits: 4,096 bytes and four arrays deep, not one more', () => {
  const long = encode(new Uint8Array(4093));
  expect(long.length).toBe(4096);
  expect(decode(long, entryLimits).ok).toBe(true);
  expect(decode(encode(new Uint8Array(4094)), entryLimits).ok).toBe(false);

  expect(read('8181818100').ok).toBe(true);
  expect(refused('818181818100')).toBe('too deep');
  expect(refused('8181818180')).toBe('too deep');
  expect(decode(fromHex('80'), { bytes: 9, depth: 0 }).ok).toBe(false);
});

test('[C3] foolish input: nothing, and arrays and strings that promise too much', () => {
  expect(refused('')).toBe('cut short');
  for (const hex of ['9b001fffffffffffff', '9affffffff', '5b001fffffffffffff']) {
    expect(refused(hex), hex).toBe('cut short');
  }
  expect(refused('7a7fffffff61')).toBe('cut short');
  expect(decode(new Uint8Array(4096).fill(0x81), entryLimits).ok).toBe(false);
});

test('[C3] what is read shares no memory with what it was read from', () => {
  // Node's Buffer slices without copying, and is what files and sockets bring.
  for (const from of [fromHex('420102'), Buffer.from('420102', 'hex')]) {
    const answer = decode(from, entryLimits);
    from.fill(0);
    expect(answer).toEqual({ ok: true, value: Uint8Array.of(1, 2) });
  }
});

test('[C5] what has no bytes is a bug', () => {
  const foolish: unknown[] = [0.5, NaN, Infinity, -0, 2 ** 53, -(2 ** 53), '\uD800'];
  foolish.push('a\uDC00b', undefined, [undefined], {});
  for (const value of foolish) {
    expect(() => encode(value as Value), String(value)).toThrow();
  }
  expect(toHex(encode('𐅑'))).toBe('64f0908591');
});

test('byte strings are copies, and parts of what was read where that is asked for', () => {
  const from = encode(Uint8Array.of(1, 2, 3));
  const copy = decode(from, entryLimits);
  const view = decode(from, entryLimits, { views: true });
  from.fill(9, -1);
  expect(copy).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
  expect(view).toEqual({ ok: true, value: Uint8Array.of(1, 2, 9) });
});
