import { corpusOf, fuzzDecoder, fuzzRounds, isThorough } from '@manyhands/testing';
import type { CorpusName, Decoder } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { atOnce } from './inSlices.ts';
import { encodeManifest, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { readingArchive } from './readArchive.ts';
import { readZip, unpack } from './zipReader.ts';

const archive = (name: CorpusName): Decoder<unknown> => ({
  name,
  decode: (bytes) => {
    const read = atOnce(readingArchive(bytes));
    return read.ok ? read.value : null;
  },
  // Packed again by other programs an archive has other bytes and is the same.
  encode: () => null,
});

/** Every file unpacked, whether the archive as a whole would be taken or not. */
const zip: Decoder<unknown> = {
  name: 'archive',
  decode: (bytes) => {
    const read = readZip(bytes);
    if (!read.ok) return null;
    return read.value.files.map((file) => [...unpack(file)].length);
  },
  encode: () => null,
};

const manifest: Decoder<Manifest> = {
  name: 'manifest',
  decode: (bytes) => {
    const read = readManifest(bytes);
    return read.ok ? read.value : null;
  },
  encode: encodeManifest,
};

// Fifteen more decoders are bent in packages/testing and packages/mesh.
const rounds = fuzzRounds(18, isThorough);

describe('[V4] bent bytes: no throw, no hang, no second encoding', () => {
  test.each([
    ['an archive packed again', archive('archive')],
    ['the files of a ZIP', zip],
    ['a manifest', manifest as Decoder<unknown>],
  ])('%s', { timeout: 600_000 }, (_, decoder) => {
    for (const bytes of corpusOf(decoder.name)) {
      expect(decoder.decode(bytes)).not.toBeNull();
    }
    expect(fuzzDecoder(decoder, { seed: 1, rounds }).accepted).toBeGreaterThan(0);
  });

  test('of a sealed archive nothing bent is taken', { timeout: 600_000 }, () => {
    const [sealed] = corpusOf('sealedArchive');
    const decoder = archive('sealedArchive');
    expect(sealed && decoder.decode(sealed)).not.toBeNull();
    const bent: Decoder<unknown> = {
      ...decoder,
      // A change that gives the same bytes back is no change.
      decode: (bytes) =>
        sealed && isSame(bytes, sealed) ? null : decoder.decode(bytes),
      // Whatever else were taken would be told as a second encoding.
      encode: () => new Uint8Array(),
    };
    expect(fuzzDecoder(bent, { seed: 2, rounds }).accepted).toBe(0);
  });
});

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
