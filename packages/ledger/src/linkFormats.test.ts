/**
 * What stands in links and what is said at the door, pinned as in formats.test.ts: links
 * are printed and kept, so a red test here is a new format and needs a decision record.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CommunityId,
  DeviceKey,
  Hex,
  MemberId,
  Minutes,
  Result,
} from '@manyhands/base';
import { encode, fromBase64Url, toBase64Url, toHex, utf8Bytes } from '@manyhands/codec';
import { deriveKey } from '@manyhands/keys/hash';
import {
  charterStatement,
  claimStatement,
  encodeJoinRequest,
  encodeDeviceLink,
  encodeInvite,
  encodeKitLink,
  encodePoster,
  encodeRecoveryLink,
  encodeReturnLink,
  knockLimits,
  linkKeySeedOf,
  posterKeySeedOf,
  readJoinRequest,
  readDeviceLink,
  readInvite,
  readKitLink,
  readPoster,
  readRecoveryLink,
  readReturnLink,
} from './index.ts';
import type { JoinRequest } from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };

const community = '0c'.repeat(32) as CommunityId;
const member = '0a'.repeat(32) as MemberId;
const device = '0d'.repeat(32) as DeviceKey;
const box: Hex = 'b0'.repeat(32);
const key: Hex = '1d'.repeat(32);
const lobby: Hex = '02'.repeat(16);
const seed: Hex = '01'.repeat(16);
const relays = ['wss://relay.example/relay'];
const name = 'Example street';

/** A kind of link, with one of its kind. */
interface Kind {
  readonly mark: string;
  readonly text: string;
  readonly of: unknown;
  readonly most: number;
  readonly read: (pasted: string) => Result<unknown, unknown>;
}

const deviceLink = { community, seed, lobby, relays, name, member };
const kitLink = { community, lobby, relays, name, entropy: '0e'.repeat(16) };
const recoveryLink = { community, key, device, box, name: 'Biel' };
const returnLink = {
  ...{ community, lobby, relays, name, member },
  called: 'Ana',
  minutes: -120 as Minutes,
  g: 2,
  guardians: ['Biel', 'Carme', 'Didac'],
};
const invite = { community, seed, lobby, relays, name, inviter: 'Ana' };
const poster = { community, seed, lobby, relays, name };

const kinds: Record<string, Kind> = {
  invite: {
    mark: '#j/',
    text: encodeInvite(invite),
    of: invite,
    most: 1_200,
    read: readInvite,
  },
  deviceLink: {
    mark: '#d/',
    text: encodeDeviceLink(deviceLink),
    of: deviceLink,
    most: 1_200,
    read: readDeviceLink,
  },
  poster: {
    mark: '#h/',
    text: encodePoster(poster),
    of: poster,
    most: 1_200,
    read: readPoster,
  },
  kitLink: {
    mark: '#k/',
    text: encodeKitLink(kitLink),
    of: kitLink,
    most: 1_200,
    read: readKitLink,
  },
  recoveryLink: {
    mark: '#r/',
    text: encodeRecoveryLink(recoveryLink),
    of: recoveryLink,
    most: 256,
    read: readRecoveryLink,
  },
  returnLink: {
    mark: '#b/',
    text: encodeReturnLink(returnLink),
    of: returnLink,
    most: 1_800,
    read: readReturnLink,
  },
};
const every = Object.entries(kinds);

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64Url(text);
  if (!bytes.ok) throw new Error('a test wrote what is no link');
  return bytes.value;
};

/** An invite’s are in boardFormats.test.ts. */
const pinnedHere = [
  'deviceLink',
  'poster',
  'kitLink',
  'recoveryLink',
  'returnLink',
] as const;

test.each(pinnedHere)('[F4] %s has the pinned bytes', (kind) => {
  expect(kinds[kind]?.text).toBe(pinned[kind]);
});

describe.each(every)('[F4] %s', (kind, { mark, text, of, most, read }) => {
  const good = { ok: true, value: of };

  test('is read from whatever somebody pastes', () => {
    const half = text.length / 2;
    for (const pasted of [
      text,
      `${mark}${text}`,
      ` \n https://app.example/sub/${mark}${text}\r\n`,
      `This is it: https://app.example/${mark}${text} See you!`,
      `<https://app.example/${mark}${text}>.`,
      `“https://app.example/${mark}${text}”`,
      `"${mark}${text}"`,
      `https://app.example/${mark}${text.slice(0, half)}\r\n ${text.slice(half)}\n`,
      `> https://app.example/${mark}${text.slice(0, half)}\n> ${text.slice(half)}. Yours`,
    ]) {
      expect(read(pasted), pasted).toEqual(good);
    }
  });

  test('is no other kind, and no other kind is it', () => {
    for (const [other, { text: foreign, read: readOther }] of every) {
      if (other === kind) continue;
      expect(read(foreign).ok).toBe(false);
      expect(readOther(text).ok).toBe(false);
    }
  });

  test('of another version, longer, or with too much in it is malformed', () => {
    const bytes = bytesOf(text);
    const newer = bytes.slice();
    newer[1] = 2;
    const long = bytes.slice();
    long[0] = (long[0] ?? 0) + 1;
    for (const changed of [
      newer,
      Uint8Array.from([...long, 0]),
      bytes.slice(0, -1),
      encode([]),
      encode(1),
      new Uint8Array(most + 1),
    ]) {
      expect(read(toBase64Url(changed)).ok).toBe(false);
    }
  });

  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pasted) => {
        expect(read(pasted).ok).toBe(false);
        expect(read(`${mark}${pasted}`).ok).toBe(false);
      }),
    );
    expect(read('A'.repeat(1_000_000)).ok).toBe(false);
  });
});

test('[F4] names and relays have their limits', () => {
  const long = {
    ...kitLink,
    relays: Array(4).fill(`wss://${'x'.repeat(194)}`) as string[],
  };
  const full = { ...long, name: 'x'.repeat(64) };
  expect(readKitLink(encodeKitLink(full))).toEqual({ ok: true, value: full });
  const device4 = { ...deviceLink, relays: full.relays, name: full.name };
  expect(readDeviceLink(encodeDeviceLink(device4))).toEqual({
    ok: true,
    value: device4,
  });
  const fullest = {
    ...{ ...returnLink, relays: full.relays, name: full.name, called: 'x'.repeat(96) },
    minutes: null,
    guardians: Array(9).fill('x'.repeat(48)) as string[],
  };
  expect(readReturnLink(encodeReturnLink(fullest))).toEqual({
    ok: true,
    value: fullest,
  });
  const named = { ...recoveryLink, name: 'é'.repeat(48) };
  expect(readRecoveryLink(encodeRecoveryLink(named))).toEqual({
    ok: true,
    value: named,
  });

  expect(() => encodeKitLink({ ...long, name: 'x'.repeat(65) })).toThrow('Bug');
  expect(() =>
    encodeKitLink({ ...kitLink, relays: Array(5).fill('') as string[] }),
  ).toThrow('Bug');
  for (const tooMuch of [
    { g: 10 },
    { guardians: ['x'.repeat(49)] },
    { guardians: Array(10).fill('') as string[] },
  ]) {
    expect(() => encodeReturnLink({ ...returnLink, ...tooMuch })).toThrow('Bug');
  }
  expect(() => encodeRecoveryLink({ ...recoveryLink, name: 'x'.repeat(97) })).toThrow(
    'Bug',
  );
});

test('[F4] the link key is derived from the seed, apart from an invite’s', () => {
  const from = new Uint8Array(16).fill(1);
  expect(linkKeySeedOf(deviceLink)).toEqual(deriveKey(from, 'device/', 32));
  expect(toHex(linkKeySeedOf(deviceLink))).toBe(pinned.linkKeySeed);
  expect(linkKeySeedOf(deviceLink)).not.toEqual(deriveKey(from, 'invite/', 32));
});

const signature: Hex = 'ee'.repeat(64);
const requests: Record<string, JoinRequest> = {
  device: { type: 'device', member, device, box, linkPub: key, proof: signature },
  whoAmI: { type: 'whoAmI', key, device, box, sig: signature },
  knock: {
    type: 'knock',
    ...{ member, device, box, role: 0, certSig: signature },
    ...{ posterPub: key, proof: signature, name: 'Biel', line: 'From number 4' },
  },
  charter: { type: 'charter', device, invitePub: key, proof: signature },
};

describe.each(Object.entries(requests))('[F4] a request: %s', (kind, request) => {
  test('has the pinned bytes', () => {
    const bytes = encodeJoinRequest(request);
    expect(toHex(bytes)).toBe(pinned[`request.${kind}` as 'request.device']);
    expect(readJoinRequest(bytes)).toEqual({ ok: true, value: request });
  });

  test('with another number, or one field more or less, is none', () => {
    const bytes = encodeJoinRequest(request);
    const other = bytes.slice();
    other[1] = 5;
    const more = Uint8Array.from([...bytes, 0]);
    more[0] = (more[0] ?? 0) + 1;
    for (const changed of [other, more, bytes.slice(0, -1)]) {
      expect(readJoinRequest(changed).ok).toBe(false);
    }
  });
});

test('[F4] a knock with the longest name and line there may be is read, one more is not', () => {
  const { knock } = requests;
  const longest = {
    ...(knock as JoinRequest & { type: 'knock' }),
    name: 'x'.repeat(knockLimits.name),
    line: 'é'.repeat(knockLimits.line / 2),
  };
  const bytes = encodeJoinRequest(longest);
  expect(bytes.length).toBeLessThanOrEqual(512);
  expect(readJoinRequest(bytes)).toEqual({ ok: true, value: longest });
  for (const field of ['name', 'line'] as const) {
    const longer = { ...longest, [field]: `${longest[field]}x` };
    expect(() => encodeJoinRequest(longer)).toThrow('Bug');
  }
});

test('[F4] the poster key is derived from the seed, apart from an invite’s', () => {
  const from = new Uint8Array(16).fill(1);
  expect(posterKeySeedOf(poster)).toEqual(deriveKey(from, 'poster/', 32));
  expect(posterKeySeedOf(poster)).not.toEqual(deriveKey(from, 'invite/', 32));
});

test('[F3] the statement of whoever asks who they are', () => {
  const statement = claimStatement({ community, key, device, box });
  expect(statement).toEqual(
    Uint8Array.from([
      ...utf8Bytes('manyhands/v1/claim\0'),
      ...[0x0c, 0x1d, 0x0d, 0xb0].flatMap((byte) => Array<number>(32).fill(byte)),
    ]),
  );
});

test('[F3] the statement of whoever would read the charter is no other one', () => {
  const statement = charterStatement({ community, device });
  expect(statement).toEqual(
    Uint8Array.from([
      ...utf8Bytes('manyhands/v1/charter\0'),
      ...[0x0c, 0x0d].flatMap((byte) => Array<number>(32).fill(byte)),
    ]),
  );
});
