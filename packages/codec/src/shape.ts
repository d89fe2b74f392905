import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { fromHex, toHex, utf8Bytes } from './bytes.ts';
import { decode } from './decode.ts';
import type { Decoding } from './decode.ts';
import { encode } from './encode.ts';
import { malformed } from './malformed.ts';
import type { Malformed } from './malformed.ts';
import type { Limits, Value } from './value.ts';

/**
 * A shape says once what a positional array means, and reads and writes by it.
 * Arity is exact (C4). `read` answers `undefined` for a value of another
 * shape; `write` gives the value whose reading is `of`.
 */
export interface Shape<T> {
  read(value: Value): T | undefined;
  write(of: T): Value;
}

export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

/** A byte string of `least` to `most` bytes, or of exactly `least`. */
export const bytes = (least: number, most = least): Shape<Uint8Array> => ({
  read: (value) =>
    value instanceof Uint8Array && value.length >= least && value.length <= most
      ? value
      : undefined,
  write: (of) => of,
});

/** A byte string of exactly `length`, in hexadecimal under the brand `T`. */
export const hex = <T extends string = string>(length: number): Shape<T> => ({
  read: (value) =>
    value instanceof Uint8Array && value.length === length
      ? (toHex(value) as T)
      : undefined,
  write: (of) => fromHex(of),
});

/** A whole number from `least` to `most`. */
export const integer = <T extends number = number>(
  least: number,
  most: number,
): Shape<T> => ({
  read: (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? (value as T)
      : undefined,
  write: (of) => of,
});

/** Text of at most `most` bytes in UTF-8. */
export const text = (most: number): Shape<string> => ({
  read: (value) =>
    typeof value === 'string' && utf8Bytes(value).length <= most ? value : undefined,
  write: (of) => of,
});

export const boolean: Shape<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  write: (of) => of,
};

/** Any value at all: for what is read in a second step. */
export const anything: Shape<Value> = { read: (value) => value, write: (of) => of };

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  read: (value) => (value === null ? null : shape.read(value)),
  write: (of) => (of === null ? null : shape.write(of)),
});

/** An array of `least` to `most` items of one shape. */
export const list = <T>(shape: Shape<T>, least: number, most: number): Shape<T[]> => ({
  read: (value) => {
    if (!isArray(value) || value.length < least || value.length > most)
      return undefined;
    const items: T[] = [];
    for (const each of value) {
      const item = shape.read(each);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  },
  write: (of) => of.map((item) => shape.write(item)),
});

/** A positional array whose places have names: `tuple({ member: id, uses: integer(1, 50) })`. */
export function tuple<T extends object>(fields: {
  readonly [K in keyof T]: Shape<T[K]>;
}): Shape<T> {
  const places = Object.entries<Shape<unknown>>(fields);
  return {
    read: (value) => {
      if (!isArray(value) || value.length !== places.length) return undefined;
      const of: Record<string, unknown> = {};
      for (const [i, [name, shape]] of places.entries()) {
        const field = shape.read(value[i] as Value);
        if (field === undefined) return undefined;
        of[name] = field;
      }
      return of as T;
    },
    write: (of) =>
      places.map(([name, shape]) => shape.write((of as Record<string, unknown>)[name])),
  };
}

/** Bytes ⇄ `T`: strict decoding within `limits`, then the shape. */
export function decodeAs<T>(
  shape: Shape<T>,
  from: Uint8Array,
  limits: Limits,
  decoding?: Decoding,
): Result<T, Malformed> {
  const value = decode(from, limits, decoding);
  if (!value.ok) return value;
  const of = shape.read(value.value);
  return of === undefined ? err(malformed('another shape')) : ok(of);
}

/** The bytes of `of`. Throws when `of` does not fit its own shape: a bug of the caller. */
export function encodeAs<T>(shape: Shape<T>, of: T): Uint8Array {
  const value = shape.write(of);
  assert(shape.read(value) !== undefined, 'a value does not fit its own shape');
  return encode(value);
}

const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
