import { expect, test } from 'vitest';
import type { Day, Hex } from '@manyhands/base';
import {
  encodeBody,
  signatureLength,
  storedLimit,
  thumbLimit,
} from '@manyhands/ledger';
import type { Listing } from '@manyhands/ledger';
import { blankListing } from './listings.ts';
import { photoFor } from './photo.ts';

const sha: Hex = 'ab'.repeat(32);
const said = (words: string) => ({
  ...blankListing('thing', 20_000 as Day),
  title: 'A pram',
  words,
});
const thumbs = (...lengths: number[]) => lengths.map((each) => new Uint8Array(each));
const lengthOf = (words: string, ...lengths: number[]) =>
  photoFor(said(words), { sha, thumbs: thumbs(...lengths) })?.thumb.length ?? null;

test('of few words the longest small picture is taken, and never one that is too long', () => {
  expect(lengthOf('', thumbLimit, 900)).toBe(thumbLimit);
  expect(lengthOf('', thumbLimit + 1, 900)).toBe(900);
  expect(lengthOf('', thumbLimit + 1)).toBeNull();
});

test('of the longest words a listing may have there is room for a small one', () => {
  const long = 'x'.repeat(96);
  const blank = said('y'.repeat(1_000));
  const terms = { ...blank.terms, where: long, producer: long, origin: long };
  const full = { ...blank, title: long, terms: { ...terms, price: 'p'.repeat(48) } };
  const picked = { sha, thumbs: thumbs(thumbLimit, 2_048, 1_400, 900) };
  expect(photoFor(full, picked)?.thumb.length).toBe(2_048);
});

test('an entry with the picture that is chosen fits, byte for byte', () => {
  for (let words = 0; words <= 1_000; words += 7) {
    const text = 'z'.repeat(words);
    let longest = 0;
    for (let length = thumbLimit; length > 0 && longest === 0; length -= 1)
      longest = lengthOf(text, length) ?? 0;
    const listing: Listing = {
      ...said(text),
      type: 'listing',
      listing: 'ff'.repeat(16) as never,
      rev: 2 ** 32 - 1,
      state: 'closed',
      photo: { sha, thumb: new Uint8Array(longest) },
    };
    const time = (2 ** 32 - 1) as never;
    const body = encodeBody('board', time, listing, new Uint8Array(16));
    expect(body.length + signatureLength).toBeLessThanOrEqual(storedLimit);
    const isFull = longest === thumbLimit || body.length + signatureLength > 4_090;
    expect(isFull).toBe(true);
  }
});
