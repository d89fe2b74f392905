import { expect, test } from 'vitest';
import fc from 'fast-check';
import { headOf, readPictureHead, sideLimits } from './pictureHead.ts';

const ascii = (text: string): number[] =>
  Array.from(text, (each) => each.charCodeAt(0));
const le = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 0xff);

const webp = (chunk: string, ...payload: number[]): Uint8Array => {
  const bytes = [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP'), ...ascii(chunk)];
  const whole = [...bytes, ...le(payload.length, 4), ...payload];
  return Uint8Array.from([...whole, ...new Array<number>(16).fill(0)]);
};
const lossy = (width: number, height: number) =>
  webp('VP8 ', 0x30, 1, 0, 0x9d, 1, 0x2a, ...le(width, 2), ...le(height, 2));
const lossless = (width: number, height: number) =>
  webp('VP8L', 0x2f, ...le((width - 1) | ((height - 1) << 14), 4));
const extended = (width: number, height: number, flags = 0) =>
  webp('VP8X', flags, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3));
const jpeg = (width: number, height: number, frame = 0xc0) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, frame, 0, 17, 8],
    ...[height >> 8, height & 0xff, width >> 8, width & 0xff, 3],
  ]);

test('the size of each kind of picture that is drawn', () => {
  for (const make of [lossy, lossless, extended]) {
    const head = readPictureHead(make(640, 481));
    expect(head).toEqual({ type: 'image/webp', width: 640, height: 481 });
  }
  for (const frame of [0xc0, 0xc1, 0xc2]) {
    const head = readPictureHead(jpeg(640, 481, frame));
    expect(head).toEqual({ type: 'image/jpeg', width: 640, height: 481 });
  }
});

test('one that moves, another format, and rubbish are no pictures', () => {
  const png = Uint8Array.from([
    0x89,
    ...ascii('PNG'),
    ...new Array<number>(40).fill(0),
  ]);
  const svg = Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg"></svg>'));
  const unkeyed = webp('VP8 ', 0x31, 1, 0, 0, 0, 0, 64, 0, 64, 0);
  for (const bytes of [
    extended(64, 64, 0x02),
    png,
    svg,
    unkeyed,
    jpeg(0, 5),
    jpeg(5, 0),
  ])
    expect(readPictureHead(bytes)).toBeNull();
});

test('three kilobytes that unfold to a huge picture are not drawn', () => {
  for (const use of ['small', 'whole'] as const) {
    const most = sideLimits[use];
    for (const make of [lossy, lossless, extended, jpeg]) {
      expect(headOf(make(most, 9), use)).not.toBeNull();
      expect(headOf(make(most + 1, 9), use)).toBeNull();
      expect(headOf(make(9, most + 1), use)).toBeNull();
    }
  }
});

test('whatever the bytes are, an answer comes', () => {
  const bent = fc
    .tuple(
      fc.constantFrom(lossy(64, 64), lossless(64, 64), extended(64, 64), jpeg(64, 64)),
      fc.nat(),
      fc.nat(255),
      fc.nat(),
    )
    .map(([bytes, at, value, cut]) => {
      const changed = bytes.slice(0, cut % (bytes.length + 1));
      if (changed.length > 0) changed[at % changed.length] = value;
      return changed;
    });
  fc.assert(
    fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 64 })), (bytes) => {
      const head = readPictureHead(bytes);
      expect(head === null || (head.width > 0 && head.height > 0)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
