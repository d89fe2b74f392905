import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import { sha256, taggedHash } from '@manyhands/keys/hash';
import { bodyOf } from '../entry.ts';
import type { Entry } from '../entry.ts';
import { logIdOf } from '../log.ts';
import type { LogName } from '../log.ts';
import { profile, proposal, thread, everyEntry, listingId } from '../testing/boards.ts';
import { firstDay } from '../testing/gatherings.ts';
import { member, Pen, LedgerVillage } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';
import type { Board } from './views.ts';
import { erasedPositionOf, positionsNamedBy } from './erasures.ts';

const byId = (a: { entry: Entry }, b: { entry: Entry }): number =>
  a.entry.id < b.entry.id ? -1 : 1;

const seen = (board: Board): unknown => [
  board.profileOf(member('ana')),
  board.profileOf(member('biel')),
  board.openInvites(),
  board.thanksFor(proposal),
  board.sealedIn(thread),
  board.sealedFor('77'.repeat(32) as DeviceKey),
  board.wishesOf(member('ana')),
  board.listings().sort(byId),
  board.handOvers(),
  board.handed(),
  board.reservedAfter(member('ana'), listingId),
  board.gifts(),
  board.gatherings.all(),
  board.gatherings
    .all()
    .map(({ id }) => [
      board.gatherings.dateOf(id, firstDay),
      board.gatherings.seatsOn(id, firstDay, () => true),
    ]),
  board.categories(),
  board.groups.all(),
  [...board.rooms.saidIn({ kind: 'all', of: null })].sort(byId),
  board.rooms
    .saidIn({ kind: 'all', of: null })
    .map(({ entry }) => board.rooms.signsUnder(entry.id))
    .flat(),
  board.rooms.groupOf(member('ana'), listingId),
  board.version,
];

test('[B12] of several profiles the highest revision counts, then the highest id', () => {
  const { village, entries } = everyEntry();
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
  const { village, entries } = everyEntry();
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
  const { village, entries } = everyEntry();
  const board = createBoard(village.community);
  board.add(entries);
  expect(board.sealedFor('77'.repeat(32) as DeviceKey)).toEqual(board.sealedIn(thread));
  expect(board.sealedFor('78'.repeat(32) as DeviceKey)).toEqual([]);
});

test('lists are in the order in which they were written', () => {
  const { village, entries } = everyEntry();
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
    'handed',
    'handed',
    'gift',
    'gathering.answer',
    'category',
    'group',
    'belongs',
    'room.word',
    'sign',
  ]);
});

test('ledger entries and other communities are ignored', () => {
  const { village, entries } = everyEntry();
  const board = createBoard(village.community);
  board.add(entries);
  const before = seen(board);
  const elsewhere = new LedgerVillage({ name: 'Another street' }).pen(
    'ana',
    'ana',
    'board',
  );
  board.add([village.found(), elsewhere.write(profile(9, 'Somebody else'))]);
  expect(seen(board)).toEqual(before);
});

test('[findings/B14] [replica/H4] how far a log is shown is asked of its feeder, and asked again when told', () => {
  const { village, entries } = everyEntry();
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

test('[B1] what its feeder drops is gone, whatever was shown in between', () => {
  const village = new LedgerVillage();
  const ana = village.pen('ana', 'ana', 'board');
  const tablet = village.pen('ana', 'tablet', 'board');
  const first = ana.write(profile(1, 'Ana'));
  const second = ana.write(profile(2, 'Ana at the corner'));
  const regretted = ana.write({ type: 'thanks', proposal, text: 'Thank you' });
  const places = [second, regretted].map(erasedPositionOf);
  const erase = tablet.write({ type: 'erase', places });
  const board = createBoard(village.community);
  board.add([first, second, regretted, erase]);
  // The board itself judges no erases: whether they hold only the fold can say (replica/H3).
  expect(board.profileOf(member('ana'))?.rev).toBe(2);
  const named = positionsNamedBy(erase).map(({ logId, seq }) => [logId, seq]);
  expect(named).toEqual([second, regretted].map(({ logId, seq }) => [logId, seq]));
  const { version } = board;
  board.drop([second.id, regretted.id, second.id]);
  expect(board.version).toBe(version + 2);
  expect(board.profileOf(member('ana'))?.rev).toBe(1);
  expect(board.thanksFor(proposal)).toEqual([]);
  const never = createBoard(village.community);
  never.add([erase, first]);
  expect(board.boardHash()).toBe(never.boardHash());
});

test('[F9] boardHash: place and body of what is shown, sorted', () => {
  const village = new LedgerVillage();
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
