/** [M9] Bent parcels: as a file, as a text, as a moving code, and what is sealed in one. */
import { encodeAs, toHex } from '@manyhands/codec';
import type { CommunityId } from '@manyhands/base';
import {
  bentBytes,
  corpusOf,
  fuzzDecoder,
  fuzzRounds,
  isThorough,
} from '@manyhands/testing';
import type { Decoder } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { bundleSecret } from '../testing/bundles.ts';
import { bundleText, readBundleText } from './bundleText.ts';
import { PartCollector } from './parts.ts';
import { contentShape, openBundle, readContent } from './sealedBundle.ts';
import type { BundleContent } from './sealedBundle.ts';

/** Where the parcels of the corpus were packed. */
const community =
  '9938f9642a38b8306da51e699a97be389c5eb73cd43198be6242c966b35176e2' as CommunityId;

// Some thirty more decoders are bent elsewhere.
const rounds = fuzzRounds(34, isThorough);
const timeout = 600_000;

test(
  'the content of a parcel: no throw, no hang, no second encoding',
  { timeout },
  () => {
    const content: Decoder<BundleContent> = {
      name: 'bundleContent',
      decode: (bytes) => {
        const read = readContent(bytes);
        return read.ok ? read.value : null;
      },
      encode: (of) => encodeAs(contentShape, of),
    };
    for (const bytes of corpusOf(content.name)) {
      expect(content.decode(bytes)).not.toBeNull();
    }
    expect(fuzzDecoder(content, { seed: 1, rounds }).accepted).toBeGreaterThan(0);
  },
);

test('a part of a moving code: no throw, no hang', { timeout }, () => {
  const part: Decoder<unknown> = {
    name: 'bundlePart',
    decode: (bytes) => {
      const read = new PartCollector().take(textOf(bytes));
      return read.ok ? read.value : null;
    },
    // Another part of the same length is a part, and has no other text.
    encode: () => null,
  };
  for (const bytes of corpusOf(part.name)) expect(part.decode(bytes)).not.toBeNull();
  expect(fuzzDecoder(part, { seed: 1, rounds }).accepted).toBeGreaterThan(0);
});

test(
  'a parcel as text: no throw, and what is read is written as the same',
  { timeout },
  async () => {
    let taken = 0;
    for (const bytes of bentBytes('bundleText', { seed: 1, rounds })) {
      const read = await readBundleText(textOf(bytes));
      if (!read.ok) continue;
      taken += 1;
      const again = await readBundleText(await bundleText(read.value));
      expect(again.ok && toHex(again.value)).toBe(toHex(read.value));
    }
    expect(taken).toBeGreaterThan(0);
  },
);

test('of a sealed and signed parcel nothing bent is taken', { timeout }, async () => {
  const locks = [{ community, secret: bundleSecret }];
  const whole = corpusOf('bundle');
  for (const bytes of whole) expect((await openBundle(bytes, locks)).ok).toBe(true);
  const names = new Set(whole.map(toHex));
  for (const bytes of bentBytes('bundle', { seed: 1, rounds })) {
    // A change that gives the same bytes back is no change.
    if (names.has(toHex(bytes))) continue;
    const opened = await openBundle(bytes, locks);
    expect(opened.ok && toHex(bytes)).toBe(false);
  }
});

/** As whatever reads a file or a code gives it: bytes that are no text become marks. */
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
