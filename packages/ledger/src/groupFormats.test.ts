/** The formats of groups and rooms, pinned like the others (see formats.test.ts). */
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type {
  DeviceKey,
  EntryId,
  GroupId,
  Hex,
  ListingId,
  MemberId,
} from '@manyhands/base';
import { concat, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { encodeBody, groupIdOf, readEntry } from './index.ts';
import type { Entry, KnownContent, LogName } from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at } from './testing/village.ts';

const hexOf = (byte: number): Hex => toHex(new Uint8Array(32).fill(byte));
const bytesOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const log: LogName = {
  community: hexOf(7) as LogName['community'],
  kind: 'board',
  member: hexOf(0xa1) as MemberId,
  device: hexOf(0xd1) as DeviceKey,
};
const members = [0x61, 0x62].map(hexOf) as MemberId[];
const group = hexOf(0x9a) as GroupId;
const entry = hexOf(0xe1) as EntryId;
const random = '5c'.repeat(16);

function entryOf(body: Uint8Array): Entry {
  const prev = 'ab'.repeat(32) as EntryId;
  const read = readEntry(log, 3, prev, concat(body, new Uint8Array(64)));
  assert(read.ok, 'bytes of a possible length are an entry');
  return read.value;
}

const header = {
  type: 'group',
  founder: members[0] as MemberId,
  random,
  rev: 2,
  name: 'Walkers',
  words: 'On Tuesdays',
  colour: 5,
  picture: Uint8Array.of(1, 2),
  asks: true,
  isClosed: false,
  organisers: members,
  follows: group,
} as const;

const contents: KnownContent[] = [
  header,
  { type: 'belongs', group, rev: 1, on: true, name: 'Walkers' },
  {
    type: 'room.word',
    room: { kind: 'group', of: group },
    after: entry,
    answers: null,
    text: 'At nine by the bridge',
    picture: null,
  },
  { type: 'let.in', group, rev: 0, on: true, members },
  { type: 'sign', about: entry, sign: 'pin', rev: 4, on: false },
  { type: 'for.group', listing: '1b'.repeat(16) as ListingId, rev: 0, group },
];

test('[F9] what the board says of groups and in rooms', () => {
  const salt = new Uint8Array(16).fill(9);
  const bodies = contents.map((content) => {
    const body = encodeBody('board', at(29_900_000), content, salt);
    expect(entryOf(body).content).toEqual(content);
    return toHex(body);
  });
  expect(bodies).toEqual(pinned['groups.bodies']);
  const id = groupIdOf(log.community, header);
  expect(id).toBe(pinned['groups.id']);
});

const g = fromHex(group);
const r = fromHex(random);
const [a, b] = [bytesOf(0x61), bytesOf(0x62)];
const head = (change: Record<number, Value>): Value =>
  Object.assign([a, r, 0, 'x', '', 0, null, false, false, [a], null], change) as Value;

test.each<[string, number, Value]>([
  ['a colour beyond the last', 82, head({ 5: 6 })],
  ['organisers out of order', 82, head({ 9: [b, a] })],
  ['one organiser twice', 82, head({ 9: [a, a] })],
  ['nine organisers', 82, head({ 9: [1, 2, 3, 4, 5, 6, 7, 8, 9].map(bytesOf) })],
  ['a long name', 82, head({ 3: 'x'.repeat(97) })],
  ['a large picture', 82, head({ 6: new Uint8Array(2_049) })],
  ['a yes that is a number', 83, [g, 0, 1, '']],
  ['a word that says nothing', 84, [[0, null], null, null, '', null]],
  ['a room of all with a name', 84, [[0, g], null, null, 'x', null]],
  ['a room of a group without one', 84, [[1, null], null, null, 'x', null]],
  ['a room of nothing that is known', 84, [[3, g], null, null, 'x', null]],
  ['a long word', 84, [[0, null], null, null, 'x'.repeat(1_001), null]],
  ['nobody let in', 107, [g, 0, true, []]],
  ['somebody let in twice', 107, [g, 0, true, [a, a]]],
  ['a sign nobody knows', 108, [a, 6, 0, true]],
  ['a card for no group, with a field too many', 109, [r, 0, null, null]],
])('[B4] %s is meaningless', (_, number, payload) => {
  const { content } = entryOf(encode([number, 0, payload, new Uint8Array(16)]));
  expect(content.type).toBe('meaningless');
});

test('[B4] the same, as it should be, means something', () => {
  const salt = new Uint8Array(16);
  const { content } = entryOf(encode([82, 0, head({}), salt]));
  expect(content.type).toBe('group');
});
