import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryId, NoteId } from '@manyhands/base';
import type { Profile } from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { member, Pen, Village } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';
import type { Board } from './createBoard.ts';

const profile = (rev: number, name: string): Profile => ({
  type: 'profile',
  rev,
  name,
  about: '',
  skills: [],
  languages: [],
  area: '',
  reach: null,
  blob: null,
});

const proposal = '44'.repeat(32) as EntryId;
const thread = '55'.repeat(16) as NoteId;
const sealed = {
  type: 'sealed',
  thread,
  epk: '66'.repeat(32),
  wraps: [{ hint: '77'.repeat(8), wrap: new Uint8Array(48) }],
  ciphertext: new Uint8Array(16),
} as const;

function written(): { village: Village; entries: Entry[] } {
  const village = new Village();
  const ana = village.pen('ana', 'ana', 'board');
  const tablet = village.pen('ana', 'tablet', 'board');
  const biel = village.pen('biel', 'biel', 'board');
  ana.write(profile(1, 'Ana'));
  ana.write(profile(3, 'Ana at the corner'));
  tablet.write(profile(3, 'Ana of the corner'));
  tablet.write(profile(2, 'Anna'));
  biel.write({
    type: 'invite.open',
    invitePub: '88'.repeat(32),
    uses: 1,
    label: 'Carme',
  });
  biel.write({ type: 'thanks', proposal, text: 'Thank you' }, 9);
  ana.write({ type: 'thanks', proposal, text: 'And you' }, 8);
  biel.write(sealed, 9);
  ana.write({ ...sealed, epk: '99'.repeat(32) }, 8);
  ana.write({
    type: 'erase',
    places: [{ device: ana.log.device, seq: 0, bodyHash: '00'.repeat(32) }],
  });
  ana.write({
    type: 'note',
    salt: '00'.repeat(16),
    category: null,
    text: 'In the clear',
  });
  return { village, entries: village.entries };
}

const seen = (board: Board): unknown => [
  board.profileOf(member('ana')),
  board.profileOf(member('biel')),
  board.openInvites(),
  board.thanksFor(proposal),
  board.sealedIn(thread),
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

test('[B14] of a log that is cut only what stands before the cut is shown', () => {
  const { village, entries } = written();
  const [log] = entries.filter(({ log: of }) => of.member === member('ana'));
  const twin = new Pen(village.pen('ana', 'ana', 'board').log);
  const other = twin.write(profile(9, 'Somebody else'));
  const orders = [
    [...entries, other],
    [other, ...entries],
  ];
  const boards = orders.map((order) => {
    const board = createBoard(village.community);
    board.add(order);
    expect(board.profileOf(member('ana'))?.name).toBe('Somebody else');
    board.cut(log?.logId ?? ('' as never), 0);
    return board;
  });
  for (const board of boards) {
    board.add([other]);
    expect(board.profileOf(member('ana'))?.name).toBe('Ana of the corner');
  }
  const [one, two] = boards.map(seen);
  expect(one).toEqual(two);
});
