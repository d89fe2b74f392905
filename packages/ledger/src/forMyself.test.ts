import type { CommunityId, ListingId, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { expect, test } from 'vitest';
import {
  encodeForMyself,
  ownMarksAtMost,
  ownThreadOf,
  readForMyself,
} from './forMyself.ts';
import type { OwnMark } from './forMyself.ts';
import { encodeReport, readReport } from './report.ts';

const mark = (i: number): OwnMark => ({
  what: 'hidden',
  subject: i.toString(16).padStart(64, 'a'),
  listing: 'cd'.repeat(16) as ListingId,
  turn: 2 ** 32 - 1,
  isOn: true,
});
const some = (count: number) => Array.from({ length: count }, (_, i) => mark(i));

test('comes back as it was, and its length tells little of how many there are', () => {
  const lengths = new Set<number>();
  for (let count = 1; count <= ownMarksAtMost; count += 1) {
    const encoded = encodeForMyself(some(count));
    expect(readForMyself(encoded)).toEqual({ ok: true, value: some(count) });
    lengths.add(encoded.length);
  }
  expect([...lengths]).toEqual([700, 1_400, 2_100, 2_700]);
});

test('is taken for nothing else, and is never read in part', () => {
  const report = {
    salt: '00'.repeat(16),
    about: '11'.repeat(32) as MemberId,
    listing: null,
    text: '',
  };
  expect(readForMyself(encodeReport(report)).ok).toBe(false);
  const encoded = encodeForMyself([mark(1)]);
  expect(readReport(encoded).ok).toBe(false);
  expect(readForMyself(encoded.slice(0, -1)).ok).toBe(false);
  expect(readForMyself(Uint8Array.of(0x83, 4, 0x80, 0x40)).ok).toBe(false);
});

test('each member has a thread of their own in each community', () => {
  const community = '22'.repeat(32) as CommunityId;
  const thread = ownThreadOf(community, '33'.repeat(32) as MemberId);
  expect(toHex(new Uint8Array(16)).length).toBe(thread.length);
  expect(ownThreadOf(community, '34'.repeat(32) as MemberId)).not.toBe(thread);
});
