import { assert } from '@manyhands/base';
import { describe, expect, test } from 'vitest';
import { candidateLine, candidateShape, readCandidate } from './candidate.ts';

const lineWith = (address: string) =>
  `a=candidate:1 1 udp 2113937151 ${address} 50000 typ host`;

describe('[M7] a candidate', () => {
  test.each([
    ['192.0.2.7', [192, 0, 2, 7]],
    ['2001:db8::a1', [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xa1]],
  ])(
    '%s is read, packed, and written as a line that reads the same',
    (name, address) => {
      const candidate = readCandidate(lineWith(name));
      assert(candidate, 'it is one');
      expect(candidate.address).toEqual(Uint8Array.from(address));
      expect(candidateShape.read(candidateShape.write(candidate))).toEqual(candidate);
      expect(readCandidate(candidateLine(candidate, 0))).toEqual(candidate);
    },
  );

  test.each([
    ['three numbers', '192.0.2'],
    ['five numbers', '192.0.2.7.9'],
    ['a number too large', '192.0.2.700'],
    ['another way to write a number', '0x1.2.3.4'],
    ['no digits', 'zzzz::1'],
    ['a group too long', '12345::'],
    ['two gaps', '1::2::3'],
    ['a name of no random device', 'example.org'],
  ])('with %s is none', (_, address) => {
    expect(readCandidate(lineWith(address))).toBeNull();
  });

  test.each([
    ['nothing', null],
    ['a text', '192.0.2.7'],
    ['no bytes', new Uint8Array()],
    ['a kind that nobody knows', Uint8Array.of(99, ...new Uint8Array(16), 0, 9)],
    ['no port', Uint8Array.of(0, 192, 0, 2, 7, 0, 0)],
    ['an address too short', Uint8Array.of(0, 192, 0, 2, 0, 9)],
  ])('packed as %s is none', (_, value) => {
    expect(candidateShape.read(value)).toBeUndefined();
  });
});
