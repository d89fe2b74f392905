import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { encode, fromHex } from '@manyhands/codec';
import { candidatesLimit, descriptionLimit } from '../limits.ts';
import { sdpBy } from '../testing/recordedSdp.ts';
import { decodeDescription, encodeDescription, readSdp, sdpOf } from './description.ts';
import type { Description } from './description.ts';

const host = Uint8Array.of(0, 192, 168, 1, 20, 0xc0, 1);
const pieces = {
  user: new Uint8Array(3).fill(7),
  password: new Uint8Array(18).fill(9),
  fingerprint: new Uint8Array(32).fill(1),
  candidates: [host] as Uint8Array[],
};
const bytesOf = (changed: Record<string, Uint8Array | string | Uint8Array[]>) => {
  const { user, password, fingerprint, candidates } = { ...pieces, ...changed };
  return encode([user, password, fingerprint, candidates]);
};
const isTaken = (changed: Record<string, Uint8Array | string | Uint8Array[]>) =>
  decodeDescription(bytesOf(changed)).ok;

function readOf(sdp: string): Description {
  const read = readSdp(sdp);
  assert(read.ok, 'a browser’s own description');
  return read.value;
}

describe('[M7] a description of', () => {
  test.each(Object.entries(sdpBy))('%s is packed and unpacked the same', (_, sdp) => {
    const read = readOf(sdp);
    const packed = encodeDescription(read);
    expect(packed.length).toBeLessThan(115);
    expect(decodeDescription(packed)).toEqual({ ok: true, value: read });
    // What is written anew says the same as what was read.
    expect(readOf(sdpOf(read, 'offer'))).toEqual(read);
    expect(sdpOf(read, 'offer')).toContain('a=setup:actpass');
    expect(sdpOf(read, 'answer')).toContain('a=setup:active');
  });
});

test('[M7] every kind of address is written and read', () => {
  const lines = [
    'a=candidate:1 1 udp 1 192.168.1.20 49153 typ host',
    'a=candidate:2 1 UDP 1 fd00::1:2 49154 typ host generation 0',
    'a=candidate:3 1 udp 1 b7f3a3c1-7c1f-4f6e-9f0e-0a1b2c3d4e5f.local 49155 typ host',
    'a=candidate:4 1 udp 1 203.0.113.7 49156 typ srflx raddr 0.0.0.0 rport 0',
    'a=candidate:5 1 udp 1 2001:db8:0:0:0:0:0:9 49157 typ srflx raddr :: rport 0',
    'a=candidate:6 1 udp 1 203.0.113.8 49158 typ relay raddr 203.0.113.7 rport 1',
  ];
  const [first = ''] = Object.values(sdpBy);
  const bare = first.replaceAll(/a=candidate:.*\r\n/g, '');
  const read = readOf(bare + lines.map((line) => `${line}\r\n`).join(''));
  expect(read.candidates.map(({ type, family }) => `${type} ${family}`)).toEqual([
    'host ip4',
    'host ip6',
    'host name',
    'srflx ip4',
    'srflx ip6',
    'relay ip4',
  ]);
  expect(read.candidates[1]?.address).toEqual(
    fromHex('fd000000000000000000000000010002'),
  );
  expect(readOf(sdpOf(read, 'answer'))).toEqual(read);
  expect(decodeDescription(encodeDescription(read))).toEqual({ ok: true, value: read });
});

test('[M7] what a link does not use is left out, and nothing left is refused', () => {
  const [first = ''] = Object.values(sdpBy);
  const bare = first.replaceAll(/a=candidate:.*\r\n/g, '');
  const useless = [
    'a=candidate:1 1 tcp 1 192.168.1.20 9 typ host tcptype active',
    'a=candidate:1 2 udp 1 192.168.1.20 49153 typ host',
    'a=candidate:1 1 udp 1 192.168.1.300 49153 typ host',
    'a=candidate:1 1 udp 1 1::2::3 49153 typ host',
    'a=candidate:1 1 udp 1 1:2:3:4:5:6:7 49153 typ host',
    'a=candidate:1 1 udp 1 1:2:3:4:5:6:7:8:9 49153 typ host',
    'a=candidate:1 1 udp 1 evil.example 49153 typ host',
    'a=candidate:1 1 udp 1 192.168.1.20 0 typ host',
    'a=candidate:1 1 udp 1 192.168.1.20 65536 typ host',
    'a=candidate:1 1 udp 1 b7f3a3c1-7c1f-4f6e-9f0e-0a1b2c3d4e5f.local 1 typ srflx',
  ];
  const sdp = bare + useless.map((line) => `${line}\r\n`).join('');
  expect(readSdp(sdp).ok).toBe(false);
  const good = 'a=candidate:1 1 udp 1 192.168.1.20 49153 typ host\r\n';
  expect(readOf(sdp + good).candidates).toHaveLength(1);
  for (const name of ['ice-ufrag', 'ice-pwd', 'fingerprint']) {
    const without = (bare + good).replace(new RegExp(`a=${name}:.*\r\n`), '');
    expect(readSdp(without).ok).toBe(false);
  }
});

describe('[M7] packed by somebody else', () => {
  test('it is taken as we would have packed it', () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ user: 'abcde' })).toBe(true);
  });

  const foolish: [string, Parameters<typeof isTaken>[0]][] = [
    ['text that fits into bytes', { user: 'abcd' }],
    ['a user name that is too short', { user: 'abc' }],
    ['one that is too long', { user: new Uint8Array(27) }],
    ['bytes that no text is packed into', { user: new Uint8Array(4) }],
    ['a line break', { user: 'ab\r\na=x' }],
    ['a password that is too short', { password: new Uint8Array(15) }],
    ['one that is too long', { password: new Uint8Array(51) }],
    ['another fingerprint', { fingerprint: new Uint8Array(20) }],
    ['no address', { candidates: [] }],
    ['an unknown kind', { candidates: [Uint8Array.of(7, 1, 2, 3, 4, 0, 9)] }],
    [
      'an address of another length',
      { candidates: [Uint8Array.of(1, 1, 2, 3, 4, 0, 9)] },
    ],
    ['port 0', { candidates: [Uint8Array.of(0, 1, 2, 3, 4, 0, 0)] }],
    ['an empty one', { candidates: [new Uint8Array()] }],
  ];
  test.each(foolish)('%s is refused', (_, changed) => {
    expect(isTaken(changed)).toBe(false);
  });

  test('[replica/R8] candidatesLimit and descriptionLimit are kept', () => {
    const many = (count: number) => Array.from({ length: count }, () => host);
    expect(isTaken({ candidates: many(candidatesLimit) })).toBe(true);
    expect(isTaken({ candidates: many(candidatesLimit + 1) })).toBe(false);
    const longest = { ...pieces, candidates: many(candidatesLimit) };
    expect(bytesOf(longest).length).toBeLessThan(descriptionLimit);
    expect(decodeDescription(new Uint8Array(descriptionLimit + 1)).ok).toBe(false);
    const crowded = sdpOf(
      { ...readOf(Object.values(sdpBy)[0] ?? ''), candidates: [] },
      'offer',
    );
    const line = 'a=candidate:1 1 udp 1 192.168.1.20 49153 typ host\r\n';
    const read = readOf(crowded + line.repeat(candidatesLimit + 3));
    expect(read.candidates).toHaveLength(candidatesLimit);
  });
});
