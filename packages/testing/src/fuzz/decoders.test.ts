import { describe, expect, test } from 'vitest';
import type { CommunityId, Result } from '@manyhands/base';
import {
  decode,
  encode,
  entryLimits,
  fromBase64Url,
  fromHex,
  toBase64Url,
} from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import {
  bodyOf,
  encodeJoinRequest,
  encodeArrangement,
  encodeBody,
  encodeCharter,
  encodeDeviceLink,
  encodeInvite,
  encodeKitLink,
  encodeForPartners,
  encodeMeeting,
  encodeNote,
  encodePoster,
  encodeRecoveryLink,
  encodeReport,
  encodeReturnLink,
  encodeTravelling,
  readJoinRequest,
  readArrangement,
  readCharter,
  readDeviceLink,
  readEntry,
  readInvite,
  readKitLink,
  readForPartners,
  readMeeting,
  readNote,
  readPoster,
  readRecoveryLink,
  readReport,
  readReturnLink,
  readTravelling,
  zeroId,
} from '@manyhands/ledger';
import type { Entry, LogKind, LogName } from '@manyhands/ledger';
import { checkCanonical, encodePage, readPage } from '@manyhands/replica';
import { corpusOf, fuzzDecoder, fuzzRounds } from './fuzzDecoder.ts';
import type { CorpusName, Decoder } from './fuzzDecoder.ts';
import { isThorough } from '../sized.ts';

const community = '11'.repeat(32) as CommunityId;
const valueOf = <T>(result: Result<T, unknown>): T | null =>
  result.ok ? result.value : null;

const decoderOf = <T>(
  name: CorpusName,
  read: (bytes: Uint8Array) => Result<T, unknown>,
  write: (of: T) => Uint8Array | null,
): Decoder<T> => ({ name, decode: (bytes) => valueOf(read(bytes)), encode: write });

/** A link, by the bytes behind its text. */
const linkDecoder = <T>(
  name: CorpusName,
  read: (pasted: string) => Result<T, unknown>,
  write: (of: T) => string,
): Decoder<T> =>
  decoderOf(
    name,
    (bytes) => read(toBase64Url(bytes)),
    (of) => valueOf(fromBase64Url(write(of))),
  );

/** An entry whose content is understood leads back to its own body. */
function entryDecoder(kind: LogKind): Decoder<Entry> {
  const log = { community, kind, member: zeroId, device: zeroId } as unknown as LogName;
  return decoderOf(
    kind,
    (bytes) => readEntry(log, 3, zeroId, bytes),
    ({ content, stored, time }) => {
      if (content.type === 'unknown' || content.type === 'meaningless') return null;
      const body = stored.subarray(0, -64);
      const value = decode(body, entryLimits);
      const parts = value.ok ? (value.value as readonly Value[]) : [];
      const salt = parts[3] instanceof Uint8Array ? parts[3] : undefined;
      const again = encodeBody(kind, time, content, salt);
      return Uint8Array.from([...again, ...stored.subarray(-64)]);
    },
  );
}

const limits = { bytes: 300_000, depth: 6 };
const decoders: Decoder<unknown>[] = [
  decoderOf('cbor', (bytes) => decode(bytes, limits), encode),
  entryDecoder('ledger'),
  entryDecoder('board'),
  decoderOf('travelling', (from) => readTravelling(community, from), encodeTravelling),
  decoderOf('page', readPage, encodePage),
  decoderOf('charter', readCharter, encodeCharter),
  decoderOf('admission', readJoinRequest, encodeJoinRequest),
  decoderOf('note', readNote, encodeNote),
  decoderOf('arrangement', readArrangement, encodeArrangement),
  decoderOf('report', readReport, encodeReport),
  decoderOf('forPartners', readForPartners, encodeForPartners),
  decoderOf('meeting', readMeeting, encodeMeeting),
  linkDecoder('invite', readInvite, encodeInvite),
  linkDecoder('deviceLink', readDeviceLink, encodeDeviceLink),
  linkDecoder('kitLink', readKitLink, encodeKitLink),
  linkDecoder('poster', readPoster, encodePoster),
  linkDecoder('recoveryLink', readRecoveryLink, encodeRecoveryLink),
  linkDecoder('returnLink', readReturnLink, encodeReturnLink),
  // Yjs's own numbers may be written at length: only its answer counts.
  decoderOf('update', checkCanonical, () => null),
] as Decoder<unknown>[];

// Thirteen more decoders are bent in packages/mesh.
const rounds = fuzzRounds(decoders.length + 13, isThorough);

describe('[codec/C2] bent bytes: no throw, no hang, no second encoding', () => {
  test.each(decoders.map((each) => [each.name, each] as const))(
    '%s',
    { timeout: 600_000 },
    (name, decoder) => {
      expect(corpusOf(name).length).toBeGreaterThan(0);
      for (const bytes of corpusOf(name)) expect(decoder.decode(bytes)).not.toBeNull();
      const { tried, accepted } = fuzzDecoder(decoder, { seed: 1, rounds });
      expect(tried).toBe(rounds);
      // Mutations that stay near what is read reach what stands behind the first check.
      expect(accepted).toBeGreaterThan(0);
    },
  );
});

test('a decoder that throws, or reads one value from two encodings, is found out', () => {
  const lax: Decoder<number> = {
    name: 'cbor',
    decode: (bytes) => bytes[0] ?? null,
    encode: (first) => Uint8Array.of(first),
  };
  expect(() => fuzzDecoder(lax, { seed: 1, rounds: 50 })).toThrow('another encoding');
  const rash: Decoder<number> = {
    ...lax,
    decode: () => {
      throw new RangeError('out of bytes');
    },
  };
  expect(() => fuzzDecoder(rash, { seed: 1, rounds: 50 })).toThrow('out of bytes');
});

test('bodies of the corpus are views of what is stored', () => {
  const [stored] = corpusOf('ledger');
  const log = { community, kind: 'ledger', member: zeroId, device: zeroId } as never;
  const entry = readEntry(log, 0, zeroId, stored ?? fromHex(''));
  expect(entry.ok && bodyOf(entry.value)).toEqual(stored?.subarray(0, -64));
});
