/** The formats of the board and of links, pinned like those of `formats.test.ts`. */
import { describe, expect, test } from 'vitest';
import type {
  CommunityId,
  Day,
  DeviceKey,
  EntryId,
  ListingId,
  MemberId,
  Minutes,
  NoteId,
} from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import {
  encodeBody,
  encodeForPartners,
  encodeInvite,
  encodeMeeting,
  encodeWord,
  meetingThreadOf,
  noteIdOf,
  partnersThreadOf,
  readForPartners,
  readInvite,
  readMeeting,
  readWord,
  talkThreadOf,
} from './index.ts';
import type { KnownContent } from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at, Pen, LedgerVillage } from './testing/village.ts';

const now = at(29_900_000);
const previous = 'dd'.repeat(32) as EntryId;
const community = pinned.community as CommunityId;
const invitePub = 'c0'.repeat(32);
const proof = 'c1'.repeat(64);

describe('the board', () => {
  const contents = (): KnownContent[] => [
    {
      type: 'profile',
      rev: 2,
      name: 'Ana',
      about: 'Lives at the corner',
      skills: [4, 400],
      languages: ['ca', 'en'],
      area: 'Old town',
      reach: 3,
      blob: null,
    },
    { type: 'note', salt: '0a'.repeat(16), category: null, text: 'Garden' },
    {
      type: 'sealed',
      thread: '0b'.repeat(16) as NoteId,
      epk: '0c'.repeat(32),
      wraps: [{ hint: '0d'.repeat(8), wrap: new Uint8Array(48).fill(14) }],
      ciphertext: new Uint8Array(20).fill(15),
    },
    { type: 'thanks', proposal: previous, text: 'Thank you' },
    {
      type: 'erase',
      places: [
        { device: 'a0'.repeat(32) as DeviceKey, seq: 7, bodyHash: '1f'.repeat(32) },
      ],
    },
    { type: 'invite.open', invitePub, uses: 1, label: 'Biel', proof },
    { type: 'poster.open', posterPub: invitePub, label: 'The library', proof },
    {
      type: 'listing',
      listing: '1b'.repeat(16) as ListingId,
      rev: 1,
      kind: 'thing',
      title: 'A pram',
      words: 'Blue',
      category: 1,
      terms: {
        place: 'outside',
        where: 'The square',
        free: [2, 17],
        from: 20_000 as Day,
        until: null,
        standing: true,
        group: 3,
        manner: 'swap',
        producer: 'Ana',
        origin: 'Here',
        fair: true,
        price: '3 jars',
      },
      photo: { sha: '1c'.repeat(32), thumb: Uint8Array.of(1, 2, 3) },
      state: 'paused',
    },
    {
      type: 'wishes',
      rev: 1,
      categories: [4, 1_000],
      free: [0],
      access: 'A ramp',
      contact: 'The bell',
    },
    {
      type: 'handover',
      owner: 'a1'.repeat(32) as MemberId,
      listing: '1b'.repeat(16) as ListingId,
      taker: 'b1'.repeat(32) as MemberId,
      step: 'back',
      day: 20_001 as Day,
    },
    {
      type: 'category',
      code: 1_000,
      rev: 0,
      parent: 4,
      name: 'Bees',
      isShown: false,
    },
    {
      type: 'gift',
      gift: '1d'.repeat(16),
      helper: 'a1'.repeat(32) as MemberId,
      helped: 'b1'.repeat(32) as MemberId,
      day: 20_001 as Day,
      minutes: 45 as Minutes,
    },
    { type: 'strangers', rev: 1, mayWrite: false },
    { type: 'reserved', listing: '1b'.repeat(16) as ListingId, rev: 1, outs: 2 },
    {
      type: 'handed',
      hand: '1e'.repeat(16),
      one: ana,
      other: biel,
      goes: [{ owner: ana, listing: '1b'.repeat(16) as ListingId, many: 1 }],
      comes: [
        { owner: biel, listing: '1c'.repeat(16) as ListingId, many: 999 },
        { owner: biel, listing: '1d'.repeat(16) as ListingId, many: 2 },
      ],
      booking: '1f'.repeat(16),
      step: 'back',
      day: 20_001 as Day,
    },
  ];

  test('bodies', () => {
    const salt = new Uint8Array(16).fill(9);
    const bodies = contents().map((content) => encodeBody('board', now, content, salt));
    expect(bodies.map(toHex)).toEqual(pinned['board.bodies']);
  });

  test('an entry reads back as what was written', () => {
    const pen = new Pen(new LedgerVillage().pen('ana', 'ana', 'board').log);
    for (const content of contents())
      expect(pen.write(content).content).toEqual(content);
  });
});

test('note: sixteen bytes in its name', () => {
  const note = {
    type: 'note',
    salt: '0a'.repeat(16),
    category: 3,
    text: 'Garden',
  } as const;
  expect(noteIdOf(note)).toBe(pinned.noteId);
});

const ana = 'a1'.repeat(32) as MemberId;
const biel = 'b1'.repeat(32) as MemberId;

test('for partners alone: what is sealed, and the thread in which it stands', () => {
  const words = { rev: 3, free: [0, 20], access: 'A ramp', contact: 'The blue door' };
  const bytes = encodeForPartners(words);
  expect(toHex(bytes)).toBe(pinned.forPartners);
  expect(readForPartners(bytes)).toEqual({ ok: true, value: words });
  const thread = partnersThreadOf(community, ana);
  expect(thread).toBe(pinned.partnersThread);
  expect(partnersThreadOf(community, biel)).not.toBe(thread);
  expect(partnersThreadOf('22'.repeat(32) as CommunityId, ana)).not.toBe(thread);
});

test.each([
  ['a part of the week that is none', [0, [21], '', '']],
  ['more parts than a week has', [0, Array.from({ length: 22 }, () => 0), '', '']],
  ['words that are too long', [0, [], '', 'x'.repeat(201)]],
  ['a field too many', [0, [], '', '', 0]],
])('for partners alone: %s is malformed', (_, bent) => {
  expect(readForPartners(encode(bent)).ok).toBe(false);
});

test('a meeting: what is sealed to two, and one thread for the pair', () => {
  const meeting = { step: 'suggest', one: ana, other: biel, text: 'Bees' } as const;
  const bytes = encodeMeeting(meeting);
  expect(toHex(bytes)).toBe(pinned.meeting);
  expect(readMeeting(bytes)).toEqual({ ok: true, value: meeting });
  expect(meetingThreadOf(community, ana, biel)).toBe(pinned.meetingThread);
  expect(meetingThreadOf(community, biel, ana)).toBe(pinned.meetingThread);
  const [low, high] = [ana, biel].map(fromHex) as [Uint8Array, Uint8Array];
  for (const bent of [
    [0, high, low, ''],
    [0, low, low, ''],
    [2, low, high, ''],
    [0, low, high, 'x'.repeat(301)],
  ]) {
    expect(readMeeting(encode(bent)).ok).toBe(false);
  }
});

test('a word: what is sealed to the two, and the thread in which it stands', () => {
  const word = { from: biel, to: ana, turn: 301, seen: 12, text: 'I bring the ladder' };
  const encoded = encodeWord(word);
  expect(toHex(encoded)).toBe(pinned.word);
  expect(readWord(encoded)).toEqual({ ok: true, value: word });
  expect(talkThreadOf(community, ana, biel)).toBe(pinned.talkThread);
  expect(talkThreadOf(community, biel, ana)).toBe(pinned.talkThread);
  const [to, from] = [ana, biel].map(fromHex) as [Uint8Array, Uint8Array];
  const none = new Uint8Array(0);
  expect(readWord(encode([5, from, to, 1, 0, 'x', none])).ok).toBe(true);
  for (const bent of [
    [4, from, to, 1, 0, 'x', none],
    [5, from, from, 1, 0, 'x', none],
    [5, from, to, 2 ** 32, 0, 'x', none],
    [5, from, to, 1, 2 ** 32, 'x', none],
    [5, from, to, 1, 0, '', none],
    [5, from, to, 1, 0, 'x'.repeat(1_001), none],
    [5, from, to, 1, 0, 'x', new Uint8Array(256)],
    [5, from, to, 1, 0, 'x'],
  ]) {
    expect(readWord(encode(bent)).ok).toBe(false);
  }
});

test('invite: 116 bytes, 155 characters', () => {
  const invite = {
    community,
    seed: '11'.repeat(16),
    lobby: '22'.repeat(16),
    relays: ['wss://relay.example/now'],
    name: 'Example street',
    inviter: 'Carme',
  };
  const link = encodeInvite(invite);
  expect(link).toHaveLength(155);
  expect(link).toBe(pinned.invite);
  expect(readInvite(link)).toEqual({ ok: true, value: invite });
});
