import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { canonicalUpdate, checkCanonical } from './canonical.ts';

/** An update written number by number, as a disk might give it back. */
function update(write: (out: encoding.Encoder) => void): Uint8Array {
  const out = encoding.createEncoder();
  write(out);
  encoding.writeVarUint(out, 0);
  return encoding.toUint8Array(out);
}

const numbers = (out: encoding.Encoder, ...all: number[]): void => {
  for (const each of all) encoding.writeVarUint(out, each);
};

/** One struct that begins a log: client, clock 0, ContentAny, a root, `items` items. */
function beginning(out: encoding.Encoder, client: number, items: number): void {
  numbers(out, 1, client, 0);
  encoding.writeUint8(out, 8);
  encoding.writeVarUint(out, 1);
  encoding.writeVarString(out, `l/${client}`);
  encoding.writeVarUint(out, items);
  for (let n = 0; n < items; n++) {
    encoding.writeUint8(out, 116);
    encoding.writeVarUint8Array(out, Uint8Array.of(n));
  }
}

/** One struct that goes on at `clock`, with the origin it says. */
function going(out: encoding.Encoder, clock: number, info: number, origin: number[]) {
  numbers(out, 1, 7, clock);
  encoding.writeUint8(out, info);
  numbers(out, ...origin, 1);
  encoding.writeUint8(out, 116);
  encoding.writeVarUint8Array(out, Uint8Array.of(1));
}

const whyOf = (bytes: Uint8Array): string | null => {
  const read = checkCanonical(bytes);
  return read.ok ? null : read.error.why;
};

describe('[P1] an update of any other shape never reaches Yjs', () => {
  test('the one shape, by hand, is canonical', () => {
    const bytes = update((out) => {
      numbers(out, 1);
      beginning(out, 7, 2);
    });
    expect(whyOf(bytes)).toBeNull();
    const items = [Uint8Array.of(0), Uint8Array.of(1)];
    expect(canonicalUpdate([{ number: 7, root: 'l/7', from: 0, items }])).toEqual(
      bytes,
    );
    const later = update((out) => {
      numbers(out, 1);
      going(out, 3, 0x88, [7, 2]);
    });
    expect(whyOf(later)).toBeNull();
  });

  test.each([
    ['a number twice', [7, 7]],
    ['numbers that rise', [7, 8]],
  ])('%s', (_, clients) => {
    const bytes = update((out) => {
      numbers(out, clients.length);
      for (const client of clients) beginning(out, client, 1);
    });
    expect(whyOf(bytes)).toBe('numbers not descending');
  });

  test('a stretch of nothing', () => {
    const bytes = update((out) => {
      numbers(out, 1);
      beginning(out, 7, 0);
    });
    expect(whyOf(bytes)).toBe('an empty stretch');
  });

  test.each([
    ['another struct', 0x84, [7, 2]],
    ['another origin', 0x88, [8, 2]],
    ['another origin', 0x88, [7, 1]],
  ])('%s', (why, info, origin) => {
    const bytes = update((out) => {
      numbers(out, 1);
      going(out, 3, info, origin);
    });
    expect(whyOf(bytes)).toBe(why);
  });
});
