import type { Chance } from '../chance.ts';

/**
 * Bytes that nearly are what they were: a bit, a byte, a stretch cut out, doubled, moved
 * or overwritten, or a length that promises more. One to three changes.
 */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let n = chance.between(1, 3); n > 0; n--) changed = changeOnce(changed, chance);
  return changed;
}

/** Bytes that mean something to a decoder: long lengths, odd heads, edges of numbers. */
const telling = [
  0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x20, 0x3b, 0x40, 0x5f, 0x60, 0x7f, 0x80, 0x82,
  0x9f, 0xa0, 0xc0, 0xf4, 0xf5, 0xf6, 0xf7, 0xf9, 0xfb, 0xff,
];

function changeOnce(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.between(0, Math.max(0, bytes.length - 1));
  const length = chance.between(1, Math.max(1, Math.min(64, bytes.length - at)));
  const [before, part, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (chance.between(0, 6)) {
    case 0:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << chance.between(0, 7)));
    case 1:
      return withByte(bytes, at, chance.between(0, 255));
    case 2:
      return withByte(bytes, at, chance.pick(telling) ?? 0);
    case 3:
      return join(before, after);
    case 4:
      return join(before, part, part, after);
    case 5:
      return before.slice();
    default:
      return join(before, chance.bytes(chance.between(1, 9)), bytes.subarray(at));
  }
}

function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const changed = bytes.slice();
  if (at < changed.length) changed[at] = byte;
  return changed;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
