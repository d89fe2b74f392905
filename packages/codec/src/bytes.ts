import { assert, err, ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { malformed } from './malformed.ts';
import type { Malformed } from './malformed.ts';

// The character codes of the two digits of each byte, one after another.
const codes = new Uint8Array(512);
for (let n = 0; n < 256; n++) {
  const digits = n.toString(16).padStart(2, '0');
  for (const at of [0, 1]) codes[2 * n + at] = digits.charCodeAt(at);
}

/** The most bytes put into digits at a time: a call takes so many arguments and no more. */
const stretch = 1_024;
const scratch = new Uint8Array(2 * stretch);

/**
 * Lower-case hexadecimal: strings then compare as their bytes do. Made in one piece,
 * not added up digit by digit: such a string is four times slower to make, and must be
 * flattened before it can name anything in a Map.
 */
export function toHex(bytes: Uint8Array): Hex {
  if (bytes.length > stretch) {
    return toHex(bytes.subarray(0, stretch)) + toHex(bytes.subarray(stretch));
  }
  for (let i = 0; i < bytes.length; i++) {
    const code = 2 * (bytes[i] ?? 0);
    scratch[2 * i] = codes[code] ?? 0;
    scratch[2 * i + 1] = codes[code + 1] ?? 0;
  }
  const text = scratch.subarray(0, 2 * bytes.length);
  return String.fromCharCode.apply(null, text as unknown as number[]);
}

// The value of a digit by its character code; 255 marks what is none.
const nibbles = new Uint8Array(128).fill(255);
for (let n = 0; n < 16; n++) nibbles[n.toString(16).charCodeAt(0)] = n;

/** The bytes of lower-case hexadecimal. A wrong digit is a bug: names come from `toHex`. */
export function fromHex(text: Hex): Uint8Array {
  assert(text.length % 2 === 0, 'half a byte of hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  putHex(bytes, 0, text);
  return bytes;
}

/** Writes the bytes of `text` into `into` from `at` on, where there is room for them. */
export function putHex(into: Uint8Array, at: number, text: Hex): void {
  const count = text.length / 2;
  for (let i = 0; i < count; i++) {
    const high = nibbles[text.charCodeAt(2 * i)] ?? 255;
    const low = nibbles[text.charCodeAt(2 * i + 1)] ?? 255;
    assert(high < 16 && low < 16, 'no lower-case hexadecimal');
    into[at + i] = high * 16 + low;
  }
}

/** One array of its own with all the parts in it. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Orders as memcmp does; a prefix comes before what it begins. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  compareBytes(a, b) === 0;

const utf8 = new TextEncoder();

/** The bytes of text: tags, and whatever is hashed or sealed as text. */
export const utf8Bytes = (text: string): Uint8Array => utf8.encode(text);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes, a byte order mark kept as text; ill-formed UTF-8 is `Malformed`. */
export function utf8Text(bytes: Uint8Array): Result<string, Malformed> {
  try {
    return ok(strictUtf8.decode(bytes));
  } catch {
    return err(malformed('ill-formed UTF-8'));
  }
}

/** Writes `n` into `into` from `at` on: eight bytes, big-endian (u64 of formats §1; n ≤ 2^53 − 1). */
export function putU64(into: Uint8Array, at: number, n: number): void {
  assert(Number.isSafeInteger(n) && n >= 0, 'no u64');
  // Division, not shifts: numbers above 2^32 are wider than a shift.
  let rest = n;
  for (let i = 7; i >= 0; i--) {
    into[at + i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

/** The same eight bytes by themselves. */
export function u64(n: number): Uint8Array {
  const bytes = new Uint8Array(8);
  putU64(bytes, 0, n);
  return bytes;
}

/** `n` as four bytes, big-endian (u32 of formats §1). */
export function u32(n: number): Uint8Array {
  assert(Number.isInteger(n) && n >= 0 && n < 2 ** 32, 'no u32');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n);
  return bytes;
}
