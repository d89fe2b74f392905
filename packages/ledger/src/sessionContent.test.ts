/** What a session may say (F9, 113 and 114), its bytes pinned, and what is meaningless of it. */
import { expect, test } from 'vitest';
import type { CommunityId, Day } from '@manyhands/base';
import { decodeAs, encode, entryLimits, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { encodeBody } from './body.ts';
import { sessionNameOf, sessionPeople, sessionShapes } from './sessionContent.ts';
import type { PlannedSession } from './sessionContent.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { hall, sessionOf } from './testing/sessions.ts';
import { at, member, Pen, LedgerVillage } from './testing/village.ts';

const gathering = { gathering: '6a'.repeat(32), day: 19_999 as Day };
const contents = [
  sessionOf({ ana: 120 }, { biel: 60, carme: 60 }, { words: 'Soup', category: 4 }),
  sessionOf(
    { ana: 90, biel: 30 },
    { carme: 0 },
    { source: 'account', account: hall, gathering },
  ),
  sessionOf({ ana: 60 }, {}, { rev: 3, source: 'thanks' }),
  { type: 'session.reminder', session: '5e'.repeat(16), rev: 2 },
] as const;

test('[F9] sessions and reminders: their bytes', () => {
  const salt = new Uint8Array(16).fill(9);
  const bodies = contents.map((content) =>
    toHex(encodeBody('board', at(29_900_000), content, salt)),
  );
  expect(bodies).toEqual(pinned['session.bodies']);
  const pen = new Pen(new LedgerVillage().pen('ana', 'ana', 'board').log);
  for (const content of contents) expect(pen.write(content).content).toEqual(content);
});

test('[B25] a session of sixty-four is an entry, and its words fit beside them', () => {
  const crowd = (from: number, many: number, minutes: number) =>
    Object.fromEntries(
      Array.from({ length: many }, (_, n) => [`neighbour ${n + from}`, minutes]),
    );
  const full = sessionOf(crowd(0, 32, 1_440), crowd(100, 32, 1_440), {
    title: 'x'.repeat(96),
    words: 'y'.repeat(300),
    gathering,
  });
  expect(full.helpers.length + full.helped.length).toBe(sessionPeople);
  const pen = new Pen(new LedgerVillage().pen('ana', 'ana', 'board').log);
  expect(pen.write(full).content).toEqual(full);
  const more = sessionOf(crowd(0, 33, 1_440), crowd(100, 33, 1_440));
  expect(isRead(more)).toBe(false);
});

test('[B26] a session’s name is of its community, its organiser and sixteen bytes', () => {
  const [here, there] = ['11', '22'].map((byte) => byte.repeat(32)) as [
    CommunityId,
    CommunityId,
  ];
  const name = sessionNameOf(here, member('ana'), '5e'.repeat(16));
  expect(name).toBe(pinned.sessionName);
  expect(sessionNameOf(here, member('biel'), '5e'.repeat(16))).not.toBe(name);
  expect(sessionNameOf(there, member('ana'), '5e'.repeat(16))).not.toBe(name);
  expect(sessionNameOf(here, member('ana'), '5f'.repeat(16))).not.toBe(name);
});

const { session: shape } = sessionShapes;
const readValue = (value: Value): boolean =>
  decodeAs(shape, encode(value), entryLimits).ok;
const isRead = ({ type: _, ...fields }: PlannedSession): boolean =>
  readValue(shape.write(fields));

test.each<[string, PlannedSession]>([
  ['gives more than was helped', sessionOf({ ana: 60 }, { biel: 60, carme: 5 })],
  ['gives less than was helped', sessionOf({ ana: 65 }, { biel: 60 })],
  ['names one on both sides', sessionOf({ ana: 60, biel: 60 }, { ana: 60, carme: 60 })],
  ['has nobody who helped', sessionOf({}, { ana: 60 })],
  ['says that somebody helped no minute', sessionOf({ ana: 0 }, {})],
  [
    'says that somebody helped for 26 hours',
    sessionOf({ ana: 1_560 }, { biel: 1_560 }),
  ],
  [
    'says that somebody was helped for no minute',
    sessionOf({ ana: 60 }, { biel: 60, carme: 0 }),
  ],
  [
    'lets an account give and others too',
    sessionOf({ ana: 60 }, { biel: 60 }, { source: 'account', account: hall }),
  ],
  ['names no account that gives', sessionOf({ ana: 60 }, {}, { source: 'account' })],
  [
    'names an account that gives nothing',
    sessionOf({ ana: 60 }, {}, { source: 'thanks', account: hall }),
  ],
  [
    'is for thanks and says parts',
    sessionOf({ ana: 60 }, { biel: 60 }, { source: 'thanks' }),
  ],
  [
    'counts the account among those who were helped',
    {
      ...sessionOf({ ana: 60 }, {}, { source: 'account', account: hall }),
      helped: [{ party: hall, minutes: 0 }],
    },
  ],
])('[B4] [B25] a session that %s is meaningless', (_, bent) => {
  expect(isRead(sessionOf({ ana: 60 }, { biel: 60 }))).toBe(true);
  expect(isRead(bent)).toBe(false);
});

test('[B4] [B25] in another order, or one name twice, it is meaningless', () => {
  const sound = shape.write(sessionOf({ ana: 60, biel: 30 }, { carme: 90 })) as Value[];
  const bent = (at: number, value: Value): Value[] => sound.with(at, value);
  const [one, other] = sound[6] as [Value, Value];
  expect(readValue(sound)).toBe(true);
  expect(readValue(bent(6, [other, one]))).toBe(false);
  const half = (person: Value): Value[] => (person as Value[]).with(1, 45);
  expect(readValue(bent(6, [half(one), half(one)]))).toBe(false);
  expect(readValue(bent(8, 3))).toBe(false);
  expect(readValue([...sound, 0])).toBe(false);
  expect(readValue(bent(0, fromHex('5e'.repeat(15))))).toBe(false);
});
