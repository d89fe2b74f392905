import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day, MemberId } from '@manyhands/base';
import { decodeAs, encode, entryLimits, fromHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import type { Entry } from '../entry.ts';
import { everyEntry, lent, listingId, swapped } from '../testing/boards.ts';
import { LedgerVillage, member } from '../testing/village.ts';
import type { Handed } from '../thingContent.ts';
import { thingShapes } from '../thingContent.ts';
import { createBoard } from './createBoard.ts';

const handedOf = ({ community }: LedgerVillage, entries: readonly Entry[]) => {
  const board = createBoard(community);
  board.add(entries);
  return board.handed();
};

const said = (day: number): Handed => ({ ...swapped, day: day as Day });

test('[B17] things change hands once both of the two wrote the same; a third says nothing', () => {
  const village = new LedgerVillage();
  const pen = (name: string) => village.pen(name, name, 'board');
  const [ana, biel, carme] = [pen('ana'), pen('biel'), pen('carme')];
  const isBoth = (...entries: Entry[]) =>
    handedOf(village, entries).map((each) => each.isBoth);
  const hers = ana.write(swapped);
  expect(isBoth(hers, carme.write(swapped))).toEqual([false]);
  // Not to the letter: one leaves out what comes in return, or says another way.
  const gift = { ...swapped, goes: swapped.goes, comes: [] };
  expect(isBoth(hers, biel.write(gift))).toEqual([false, false]);
  expect(isBoth(hers, biel.write({ ...swapped, step: 'back' }))).toEqual([
    false,
    false,
  ]);
  expect(isBoth(hers, biel.write(swapped), ana.write(swapped))).toEqual([true]);
});

test('[B17] one hand is one hand-over, of the earliest day that both wrote, in any order', () => {
  const village = new LedgerVillage();
  const pen = (name: string) => village.pen(name, name, 'board');
  const [ana, biel] = [pen('ana'), pen('biel')];
  const entries = [
    ...[19_990, 20_000, 20_001, 20_002].map((day) => ana.write(said(day))),
    ...[20_002, 20_001, 20_003].map((day) => biel.write(said(day), day)),
    ana.write({ ...said(20_005), step: 'back' }),
  ];
  const arrivals = fc.shuffledSubarray([...entries, ...entries], {
    minLength: entries.length * 2,
  });
  fc.assert(
    fc.property(arrivals, (sent) => {
      const found = handedOf(village, sent);
      expect(found).toMatchObject([
        { isBoth: true, content: said(20_001) },
        { isBoth: false, content: { step: 'back' } },
      ]);
    }),
  );
  // What both have said is not open on another day; before, each letter stands by itself.
  const open = entries.filter(({ log }) => log.member === member('ana'));
  expect(handedOf(village, open)).toHaveLength(5);
});

const things = (owner: MemberId, ...listings: string[]): Value =>
  listings.map((name) => [fromHex(owner), fromHex(name.repeat(16)), 1]);
const { one, other } = swapped;
const sides = [fromHex(one), fromHex(other)] as const;
const hand = fromHex('ce'.repeat(16));
const tail = [null, 0, 20_000];
const ones = things(one, '01');
const read = (payload: Value) =>
  decodeAs(thingShapes.handed, encode(payload), entryLimits).ok;

test('[B17] eight things a side are read, with a booking or without', () => {
  const eight = ['01', '02', '03', '04', '05', '06', '07', '08'];
  const full = [hand, ...sides, things(one, ...eight), things(other, ...eight)];
  expect(read([...full, ...tail])).toBe(true);
  expect(read([...full, hand, 1, 65_535])).toBe(true);
  const nine = things(one, ...eight, '09');
  expect(read([hand, ...sides, nine, [], ...tail])).toBe(false);
});

test.each<[string, Value]>([
  ['names the higher of the two first', [hand, sides[1], sides[0], [], ones, ...tail]],
  ['is between one and the same', [hand, sides[0], sides[0], ones, [], ...tail]],
  ['names nothing', [hand, ...sides, [], [], ...tail]],
  [
    'names a thing of the other one as its own',
    [hand, ...sides, things(other, '01'), [], ...tail],
  ],
  [
    'names a thing of a third',
    [hand, ...sides, ones, things('cc'.repeat(32) as MemberId, '01'), ...tail],
  ],
  [
    'names a thing of a third among one’s own',
    [
      hand,
      ...sides,
      [...(ones as Value[]), ...(things('cc'.repeat(32) as MemberId, '02') as Value[])],
      [],
      ...tail,
    ],
  ],
  ['names one thing twice', [hand, ...sides, things(one, '01', '01'), [], ...tail]],
  [
    'names things in another order',
    [hand, ...sides, things(one, '02', '01'), [], ...tail],
  ],
  [
    'says none of a thing',
    [hand, ...sides, [[sides[0], fromHex('01'.repeat(16)), 0]], [], ...tail],
  ],
  [
    'says a thousand of a thing',
    [hand, ...sides, [[sides[0], fromHex('01'.repeat(16)), 1_000]], [], ...tail],
  ],
  [
    'has a hand of another length',
    [fromHex('ce'.repeat(15)), ...sides, ones, [], ...tail],
  ],
  ['has a step that is none', [hand, ...sides, ones, [], null, 2, 20_000]],
  ['has a field too many', [hand, ...sides, ones, [], ...tail, 0]],
])('[B4] [B17] a hand-over that %s is meaningless', (_, bent) => {
  expect(read([hand, ...sides, ones, [], ...tail])).toBe(true);
  expect(read(bent)).toBe(false);
});

test('[B17] a promise is of its writer’s own thing, the highest revision, and says not to whom', () => {
  const { village, entries } = everyEntry();
  const board = createBoard(village.community);
  board.add(entries.filter(({ content }) => content.type !== 'reserved'));
  expect(board.reservedAfter(member('ana'), listingId)).toBeNull();
  board.add(entries);
  expect(board.reservedAfter(member('ana'), listingId)).toBe(1);
  expect(board.reservedAfter(member('biel'), listingId)).toBeNull();
  const tablet = village.pen('ana', 'tablet', 'board');
  const letGo = { type: 'reserved', listing: listingId, rev: 2, outs: null } as const;
  board.add([tablet.write(letGo)]);
  expect(board.reservedAfter(member('ana'), listingId)).toBeNull();
});

test('[B17] what was said before there was an entry of today is read as it was', () => {
  const village = new LedgerVillage();
  const pen = (name: string) => village.pen(name, name, 'board');
  const board = createBoard(village.community);
  board.add([
    pen('ana').write(lent),
    pen('biel').write(lent),
    pen('ana').write(swapped),
  ]);
  expect(board.handOvers()).toMatchObject([{ content: lent, isBoth: true }]);
  expect(board.handed()).toMatchObject([{ content: swapped, isBoth: false }]);
});
