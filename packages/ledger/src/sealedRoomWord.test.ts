import { expect, test } from 'vitest';
import type { CommunityId, MemberId } from '@manyhands/base';
import { encodeRoomWord, readRoomWord, roomThreadOf } from './sealedRoomWord.ts';
import type { SaidWordInRoom } from './sealedRoomWord.ts';

const of = '9a'.repeat(32);
const ana = 'a1'.repeat(32) as MemberId;
const biel = 'b1'.repeat(32) as MemberId;
const community = '07'.repeat(32) as CommunityId;
const word = (text: string): SaidWordInRoom => ({
  room: { kind: 'group', of },
  after: null,
  answers: null,
  text,
  picture: null,
});

test('[F9] a word of a room that its members read is of whole lengths, and is read back', () => {
  const lengths = new Set<number>();
  for (let long = 1; long <= 1_000; long += 7) {
    const bytes = encodeRoomWord(ana, word('x'.repeat(long)));
    lengths.add(bytes.length % 128);
    expect(readRoomWord(bytes, ana)).toMatchObject({ value: word('x'.repeat(long)) });
  }
  expect([...lengths]).toEqual([0]);
});

test('[F9] on another’s board it is a copy, and says nothing', () => {
  const bytes = encodeRoomWord(ana, word('hello'));
  expect(readRoomWord(bytes, biel).ok).toBe(false);
  expect(readRoomWord(bytes.subarray(1), ana).ok).toBe(false);
});

test('[F9] each room has a thread of its own', () => {
  const threads = [
    { kind: 'all', of: null } as const,
    { kind: 'group', of } as const,
    { kind: 'gathering', of } as const,
  ].map((room) => roomThreadOf(community, room));
  expect(new Set(threads).size).toBe(3);
});
