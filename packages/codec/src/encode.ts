import { assert } from '@manyhands/base';
import type { Value } from './value.ts';

/**
 * The one encoding of `value`: deterministic CBOR (RFC 8949 §4.2.1), shortest
 * heads, definite lengths. Throws on what has no bytes (an unsafe integer, text
 * with a lone surrogate): that is a bug of the caller, never of a stranger.
 */
export function encode(value: Value): Uint8Array {
  const out = new Writer(roomFor(value));
  write(out, value);
  return out.finish();
}

const utf8 = new TextEncoder();
// With the u flag a pair is one character and never matches.
const loneSurrogate = /\p{Surrogate}/u;

/** A head and its number take at most so many bytes. */
const headBytes = 9;

/** As many bytes as `value` may take, or more: room that is made once need not grow. */
function roomFor(value: Value): number {
  if (typeof value === 'string') return headBytes + 3 * value.length;
  if (value instanceof Uint8Array) return headBytes + value.length;
  if (typeof value !== 'object' || value === null) return headBytes;
  return value.reduce<number>((sum, item) => sum + roomFor(item), headBytes);
}

class Writer {
  readonly #bytes: Uint8Array;
  #length = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  byte(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }

  all(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

function write(out: Writer, value: Value): void {
  if (typeof value === 'number') writeInteger(out, value);
  else if (typeof value === 'string') writeText(out, value);
  else if (typeof value === 'boolean') out.byte(value ? 0xf5 : 0xf4);
  else if (value === null) out.byte(0xf6);
  else if (value instanceof Uint8Array) {
    writeHead(out, 2, value.length);
    out.all(value);
  } else {
    writeHead(out, 4, value.length);
    for (const item of value) write(out, item);
  }
}

function writeInteger(out: Writer, value: number): void {
  assert(
    Number.isSafeInteger(value) && !Object.is(value, -0),
    'this number has no bytes',
  );
  if (value >= 0) writeHead(out, 0, value);
  else writeHead(out, 1, -1 - value);
}

function writeText(out: Writer, value: string): void {
  assert(!loneSurrogate.test(value), 'text with a lone surrogate has no bytes');
  const bytes = utf8.encode(value);
  writeHead(out, 3, bytes.length);
  out.all(bytes);
}

/** A head is a major type and the shortest form of its number (RFC 8949 §3). */
function writeHead(out: Writer, major: number, n: number): void {
  const top = major << 5;
  if (n < 24) {
    out.byte(top | n);
    return;
  }
  const power = n < 0x100 ? 0 : n < 0x10000 ? 1 : n < 0x1_0000_0000 ? 2 : 3;
  out.byte(top | (24 + power));
  // Division, not shifts: numbers above 2^32 are wider than a shift.
  for (let i = 2 ** power - 1; i >= 0; i--)
    out.byte(Math.floor(n / 2 ** (8 * i)) % 256);
}
