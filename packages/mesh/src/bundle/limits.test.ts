import { expect, test } from 'vitest';
import { toBase64Url } from '@manyhands/codec';
import * as limits from '../limits.ts';
import { readBundleText } from './bundleText.ts';
import { PartCollector, partsOf } from './parts.ts';
import { contentShape, openBundle } from './sealedBundle.ts';

/** Whether what is at the limit passes, and what is one beyond. */
type Edge = () => Promise<[boolean, boolean]> | [boolean, boolean];

const both = (
  isTaken: (size: number) => boolean,
  limit: number,
): [boolean, boolean] => [isTaken(limit), isTaken(limit + 1)];

const edges: Record<string, Edge> = {
  bundleLimit: async () => {
    const isTaken = async (bytes: number) => {
      const opened = await openBundle(new Uint8Array(bytes), []);
      return opened.ok || opened.error.type !== 'TooLarge';
    };
    return [await isTaken(limits.bundleLimit), await isTaken(limits.bundleLimit + 1)];
  },

  bundlePages: () => {
    const isTaken = (pages: number) =>
      contentShape.read([
        [],
        Array.from({ length: pages }, () => new Uint8Array(1)),
      ]) !== undefined;
    return both(isTaken, limits.bundlePages);
  },

  bundleTextLimit: async () => {
    const isTaken = async (characters: number) => {
      const read = await readBundleText('x'.repeat(characters));
      return read.ok || read.error.type !== 'TooLarge';
    };
    const limit = limits.bundleTextLimit;
    return [await isTaken(limit), await isTaken(limit + 1)];
  },

  movingLimit: () => {
    const isTaken = (bytes: number) => partsOf(new Uint8Array(bytes)) !== null;
    return both(isTaken, limits.movingLimit);
  },

  partBytes: () => {
    const isTaken = (bytes: number) => {
      const data = toBase64Url(new Uint8Array(bytes));
      // Its name is another one's, so that it is only put aside.
      return new PartCollector().take(`MHP1/AAAAAAAAAAAA/1/2/${data}`).ok;
    };
    return both(isTaken, limits.partBytes);
  },
};

test.each(Object.entries(edges))(
  '[replica/R8] each cap of a bundle is kept: %s, and not one more',
  async (_, edge) => {
    expect(await edge()).toEqual([true, false]);
  },
);
