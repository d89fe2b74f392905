import { assert, err, ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { malformed } from './malformed.ts';
import type { Malformed } from './malformed.ts';

const digits = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal: strings then compare as their bytes do. */
export function toHex(bytes: Uint8Array): Hex {
  let text = '';
  for (const byte of bytes) text += digits[byte] ?? '';
  return text;
}

// The value of a digit by its character code; 255 marks what is none.
const nibbles = new Uint8Array(128).fill(255);
for (let n = 0; n < 16; n++) nibbles[n.toString(16).charCodeAt(0)] = n;

/** The bytes of lower-case hexadecimal. A wrong digit is a bug: names come from `toHex`. */
export function fromHex(text: Hex): Uint8Array {
  assert(text.length % 2 === 0, 'half a byte of hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = nibbles[text.charCodeAt(2 * i)] ?? 255;
    const low = nibbles[text.charCodeAt(2 * i + 1)] ?? 255;
    assert(high < 16 && low < 16, 'no lower-case hexadecimal');
    bytes[i] = high * 16 + low;
  }
  return bytes;
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
  a.length === b.length && compareBytes(a, b) === 0;

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

/** `n` as eight bytes, big-endian (u64 of annex §1; n ≤ 2^53 − 1). */
export function u64(n: number): Uint8Array {
  assert(Number.isSafeInteger(n) && n >= 0, 'no u64');
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(n / 2 ** 32));
  view.setUint32(4, n % 2 ** 32);
  return bytes;
}

/** `n` as four bytes, big-endian (u32 of annex §1). */
export function u32(n: number): Uint8Array {
  assert(Number.isInteger(n) && n >= 0 && n < 2 ** 32, 'no u32');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n);
  return bytes;
}
