import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { malformed } from './malformed.ts';
import type { Malformed } from './malformed.ts';
import type { Limits, Value } from './value.ts';

/**
 * The value of `bytes`, if they are its one encoding; anything else is
 * `Malformed`: longer than `limits`, deeper, trailing bytes, a head that is not the
 * shortest, ill-formed UTF-8, a type outside the subset. Never throws, and never
 * reserves room on the word of the bytes: an array of a billion items must bring
 * them (SPEC C1–C3). Byte strings are copies; with `views` they are parts of `bytes`
 * itself, for whoever reads many and keeps few.
 */
export function decode(
  bytes: Uint8Array,
  limits: Limits,
  { views = false }: Decoding = {},
): Result<Value, Malformed> {
  if (bytes.length > limits.bytes) return err(malformed('too long'));
  const reader = new Reader(bytes, views);
  try {
    const value = read(reader, limits.depth);
    if (!reader.done) return err(malformed('trailing bytes'));
    return ok(value);
  } catch (cause) {
    if (cause instanceof Refused) return err(malformed(cause.message));
    throw cause;
  }
}

export interface Decoding {
  readonly views?: boolean;
}

/** Thrown and caught within this file alone, so that the happy path stays flat. */
class Refused extends Error {}

// Fatal, and a byte order mark is text like any other: both keep "one encoding" true.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;
  readonly #views: boolean;

  constructor(bytes: Uint8Array, views: boolean) {
    this.#views = views;
    const { buffer, byteOffset, length } = bytes;
    // Node's Buffer is a Uint8Array whose slices are no copies.
    const plain = Object.getPrototypeOf(bytes) === Uint8Array.prototype;
    this.#bytes = plain ? bytes : new Uint8Array(buffer, byteOffset, length);
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Refused('cut short');
    return byte;
  }

  take(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) throw new Refused('cut short');
    return this.#bytes.subarray(this.#at, (this.#at += count));
  }

  byteString(count: number): Uint8Array {
    const view = this.take(count);
    return this.#views ? view : view.slice();
  }

  number(info: number): number {
    if (info < 24) return info;
    if (info > 27) throw new Refused('indefinite or reserved length');
    const width = 2 ** (info - 24);
    let n = 0;
    for (let i = 0; i < width; i++) n = n * 256 + this.byte();
    const least = info === 24 ? 24 : 2 ** (4 * width);
    if (n < least) throw new Refused('head not the shortest');
    if (n > Number.MAX_SAFE_INTEGER) throw new Refused('number too large');
    return n;
  }
}

function read(reader: Reader, depth: number): Value {
  const head = reader.byte();
  const info = head & 31;
  switch (head >> 5) {
    case 0:
      return reader.number(info);
    case 1:
      return negative(reader.number(info));
    case 2:
      return reader.byteString(reader.number(info));
    case 3:
      return text(reader.take(reader.number(info)));
    case 4:
      return array(reader, reader.number(info), depth);
    case 7:
      return simple(head);
    default:
      throw new Refused('map or tag');
  }
}

function negative(n: number): number {
  if (n >= Number.MAX_SAFE_INTEGER) throw new Refused('number too large');
  return -1 - n;
}

function text(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refused('ill-formed UTF-8');
  }
}

function array(reader: Reader, length: number, depth: number): Value[] {
  if (depth === 0) throw new Refused('too deep');
  const items: Value[] = [];
  for (let i = 0; i < length; i++) items.push(read(reader, depth - 1));
  return items;
}

function simple(head: number): boolean | null {
  if (head === 0xf4) return false;
  if (head === 0xf5) return true;
  if (head === 0xf6) return null;
  throw new Refused('float or simple value');
}
