/** The formats of gatherings, pinned like the others (see formats.test.ts). */
import { expect, test } from 'vitest';
import type { Day, DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { concat, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import {
  encodeBody,
  gatheringIdOf,
  gatheringLimits,
  readEntry,
  seenOf,
} from './index.ts';
import type { Gathering, KnownContent, LogName } from './index.ts';
import { answer, change, seats, walk } from './testing/gatherings.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at } from './testing/village.ts';

const hexOf = (byte: number): string => toHex(new Uint8Array(32).fill(byte));
const community = hexOf(7) as LogName['community'];
const log: LogName = {
  community,
  kind: 'board',
  member: hexOf(0xa1) as MemberId,
  device: hexOf(0xd1) as DeviceKey,
};

function entryOf(body: Uint8Array) {
  const prev = 'ab'.repeat(32) as EntryId;
  const entry = readEntry(log, 3, prev, concat(body, new Uint8Array(64)));
  if (!entry.ok) throw new Error('bytes of a possible length are an entry');
  return entry.value;
}

function write(content: KnownContent) {
  const entry = entryOf(
    encodeBody('board', at(29_900_000), content, new Uint8Array(16).fill(9)),
  );
  expect(entry.content).toEqual(content);
  return entry;
}

const longest: Gathering = {
  ...walk,
  rev: 2 ** 32 - 1,
  group: hexOf(9),
  title: 'x'.repeat(gatheringLimits.title),
  words: 'x'.repeat(gatheringLimits.words),
  day: 65_535 as Day,
  minute: 1_439,
  length: gatheringLimits.length,
  zone: 'x'.repeat(48),
  every: 'monthlyLast',
  until: 65_535 as Day,
  place: 'x'.repeat(gatheringLimits.place),
  access: 'x'.repeat(gatheringLimits.access),
  bring: 'x'.repeat(gatheringLimits.bring),
  seats: gatheringLimits.seats,
  organisers: Array.from({ length: 7 }, (_, n) => hexOf(n) as MemberId),
  note: 'x'.repeat(gatheringLimits.note),
  isOff: true,
};

test('[F9] a gathering, a date of it, an answer and who has a place', () => {
  const moved = { day: 20_667 as Day, minute: 0, length: 1, place: '' };
  const bodies = [
    walk,
    change(3, { moved, note: 'The bridge is closed' }),
    answer('yes', null, { guests: 2 }),
    answer('no'),
    seats(1, 'biel', ['carme', 9]),
  ].map((content) => toHex(write(content).stored.subarray(0, -64)));
  expect(bodies).toEqual(pinned['gathering.bodies']);
  expect(gatheringIdOf(community, walk)).toBe(pinned['gathering.id']);
  expect(seenOf(walk)).toBe(pinned['gathering.seen']);
});

test('[F9] the longest of each fit into an entry', () => {
  expect(write(longest).stored).toHaveLength(2_290);
  const given = Array.from({ length: gatheringLimits.given }, (_, n) => ({
    member: hexOf(n) as MemberId,
    places: 9,
  }));
  expect(write({ ...seats(2 ** 32 - 1), given }).stored).toHaveLength(3_607);
});

const salt = new Uint8Array(16);
const [a, b] = [fromHex(hexOf(1)), fromHex(hexOf(2))];
const random = fromHex(walk.random);
const seen = new Uint8Array(16);
/** The fields of a gathering in their order; `more` at their places instead. */
function header(more: Record<number, Value> = {}): Value {
  const fields: Value[] = [
    ...[a, random, 0, null, 'A walk', '', 20_666, 600, 120, 'UTC', 0, null],
    ...['', '', '', null, [], '', false],
  ];
  return fields.map((value, i) => more[i] ?? value);
}

test.each<[string, number, Value]>([
  ['without a title', 85, header({ 4: '' })],
  ['at minute 1,440', 85, header({ 7: 1_440 })],
  ['of no length', 85, header({ 8: 0 })],
  ['of more than a week', 85, header({ 8: 10_081 })],
  ['every leap year', 85, header({ 10: 5 })],
  ['that ends before it begins', 85, header({ 11: 20_665 })],
  ['for nobody', 85, header({ 15: 0 })],
  ['for 65', 85, header({ 15: 65 })],
  ['of organisers that descend', 85, header({ 16: [b, a] })],
  ['of the year 9999', 85, header({ 6: 2_932_896 })],
  ['of a day that is none', 86, [a, random, -1, 0, null, false, '']],
  ['moved to nowhen', 86, [a, random, 1, 0, [1, 1_440, 1, ''], false, '']],
  ['an answer that is none', 88, [a, random, null, 0, 3, 0, seen]],
  ['nine guests', 88, [a, random, null, 0, 0, 9, seen]],
  ['no word on what was read', 88, [a, random, null, 0, 0, 0, a]],
  ['one member twice', 89, [a, random, 1, 0, [[b, 1], [b, 1]]]], // prettier-ignore
  ['no place', 89, [a, random, 1, 0, [[b, 0]]]],
  ['ten places', 89, [a, random, 1, 0, [[b, 10]]]],
])('[B4] a gathering %s is meaningless', (_, number, payload) => {
  expect(entryOf(encode([85, 0, header(), salt])).content.type).toBe('gathering');
  expect(entryOf(encode([number, 0, payload, salt])).content.type).toBe('meaningless');
});
