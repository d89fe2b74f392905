import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import { sha256, taggedHash } from '@manyhands/keys/hash';
import { bodyOf } from '../entry.ts';
import { logIdOf } from '../log.ts';
import type { LogName } from '../log.ts';
import { profile, proposal, thread, written } from '../testing/boards.ts';
import { member, Pen, Village } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';
import type { Board } from './views.ts';
import { placeOf } from './erasures.ts';

const seen = (board: Board): unknown => [
  board.profileOf(member('ana')),
  board.profileOf(member('biel')),
  board.openInvites(),
  board.thanksFor(proposal),
  board.sealedIn(thread),
  board.sealedFor('77'.repeat(32) as DeviceKey),
  board.wishesOf(member('ana')),
  board.listings().sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
  board.handOvers(),
  board.gifts(),
  board.categories(),
  board.version,
];

test('[B12] of several profiles the highest revision counts, then the highest id', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  const rivals = entries.filter(
    ({ content }) => content.type === 'profile' && content.rev === 3,
  );
  const highest = rivals.sort((a, b) => (a.id < b.id ? 1 : -1))[0]?.content;
  expect(board.profileOf(member('ana'))).toBe(highest);
  expect(board.profileOf(member('biel'))).toBeNull();
});

test('[L2] boards that hold the same entries agree, however they arrived', () => {
  const { village, entries } = written();
  const here = createBoard(village.community);
  here.add(entries);
  const arrivals = fc.shuffledSubarray([...entries, ...entries], {
    minLength: entries.length * 2,
  });
  fc.assert(
    fc.property(arrivals, (sent) => {
      const there = createBoard(village.community);
      for (const entry of sent) there.add([entry]);
      expect(seen(there)).toEqual(seen(here));
    }),
  );
});

test('what is sealed is found by each of its readers, and by nobody else', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  expect(board.sealedFor('77'.repeat(32) as DeviceKey)).toEqual(board.sealedIn(thread));
  expect(board.sealedFor('78'.repeat(32) as DeviceKey)).toEqual([]);
});

test('lists are in the order in which they were written', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  expect(board.thanksFor(proposal)).toMatchObject([
    { member: member('ana'), text: 'And you' },
    { member: member('biel'), text: 'Thank you' },
  ]);
  expect(board.sealedIn(thread).map(({ entry }) => entry.time)).toEqual([8, 9]);
  expect(board.openInvites()).toMatchObject([{ member: member('biel'), uses: 1 }]);
  const biels = board.entriesOf(member('biel')).map(({ content }) => content.type);
  expect(biels).toEqual([
    'invite.open',
    'thanks',
    'sealed',
    'listing',
    'handover',
    'gift',
    'category',
  ]);
});

test('ledger entries and other communities are ignored', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  const before = seen(board);
  const elsewhere = new Village({ name: 'Another street' }).pen('ana', 'ana', 'board');
  board.add([village.found(), elsewhere.write(profile(9, 'Somebody else'))]);
  expect(seen(board)).toEqual(before);
});

test('[B14] [H4] how far a log is shown is asked of its feeder, and asked again when told', () => {
  const { village, entries } = written();
  const [first] = entries.filter(({ log: of }) => of.member === member('ana'));
  assert(first, 'Ana has written');
  const twin = new Pen(village.pen('ana', 'ana', 'board').log);
  const other = twin.write(profile(9, 'Somebody else'));
  const biel = village.pen('biel', 'biel', 'board');
  const orders = [
    [...entries, other],
    [other, ...entries],
  ];
  const boards = orders.map((order) => {
    let end = Number.POSITIVE_INFINITY;
    const shownUpTo = (log: LogName) => (logIdOf(log) === first.logId ? end : 99);
    const board = createBoard(village.community, { shownUpTo });
    board.add(order);
    expect(board.profileOf(member('ana'))?.name).toBe('Somebody else');
    end = 0;
    const { version } = board;
    expect(board.profileOf(member('ana'))?.name).toBe('Somebody else');
    board.changed([first.log, biel.log]);
    expect(board.version).toBe(version + 1);
    return board;
  });
  for (const board of boards) {
    board.add([other]);
    expect(board.profileOf(member('ana'))?.name).toBe('Ana of the corner');
    // What is beyond the cut is still held, and can be erased.
    expect(board.entriesOf(member('ana')).map(({ id }) => id)).toContain(other.id);
  }
  const [one, two] = boards.map(seen);
  expect(one).toEqual(two);
});

/** Every order of `items`. */
function* ordersOf<T>(items: readonly T[]): Iterable<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries()) {
    const others = items.toSpliced(at, 1);
    for (const order of ordersOf(others)) yield [item, ...order];
  }
}

test('[B1] [R7] seven entries, erases among them: all 5,040 orders show one board', () => {
  const village = new Village();
  const ana = village.pen('ana', 'ana', 'board');
  const tablet = village.pen('ana', 'tablet', 'board');
  const biel = village.pen('biel', 'biel', 'board');
  const first = ana.write(profile(1, 'Ana'));
  ana.write(profile(2, 'Ana at the corner'));
  const regretted = ana.write({ type: 'thanks', proposal, text: 'Thank you' });
  const proof = '00'.repeat(64);
  const invite = { type: 'invite.open', uses: 1, label: 'Carme', proof } as const;
  const foreign = biel.write({ ...invite, invitePub: '88'.repeat(32) });
  const erase = tablet.write({
    type: 'erase',
    places: [first, regretted, foreign].map(placeOf),
  });
  // Not what it names: an erase, and a place with another body.
  tablet.write({
    type: 'erase',
    places: [placeOf(erase), { ...placeOf(foreign), device: ana.log.device }],
  });
  ana.write({ type: 'erase', places: [{ ...placeOf(first), seq: 1 }] });
  const { entries } = village;
  expect(entries).toHaveLength(7);
  const states = new Set<string>();
  for (const order of ordersOf(entries)) {
    const board = createBoard(village.community);
    for (const entry of order) {
      board.add([entry]);
      // Whoever looks in between sees nothing that stays.
      if (entry === order[3]) board.openInvites();
    }
    states.add(
      JSON.stringify([
        board.boardHash(),
        board.profileOf(member('ana')),
        board.thanksFor(proposal),
        board.openInvites().map(({ label }) => label),
        board.entriesOf(member('ana')).map(({ id }) => id),
      ]),
    );
  }
  expect(states.size).toBe(1);
  const [state] = [...states].map((text) => JSON.parse(text) as unknown[]);
  expect(state?.slice(1, 4)).toEqual([profile(2, 'Ana at the corner'), [], ['Carme']]);
});

test('boardHash is that of annex §8: place and body of what is shown, sorted', () => {
  const village = new Village();
  const ana = village.pen('ana', 'ana', 'board');
  let end = 3;
  const board = createBoard(village.community, { shownUpTo: () => end });
  expect(board.boardHash()).toBe(toHex(taggedHash('board', encode([]))));
  const entries = [0, 1, 2].map((rev) => ana.write(profile(rev, 'Ana')));
  board.add(entries.toReversed());
  const all = entries.map((entry) => [
    fromHex(entry.logId),
    entry.seq,
    sha256(bodyOf(entry)),
  ]);
  expect(board.boardHash()).toBe(toHex(taggedHash('board', encode(all))));
  end = 2;
  board.changed([ana.log]);
  const before = all.slice(0, 2);
  expect(board.boardHash()).toBe(toHex(taggedHash('board', encode(before))));
});
