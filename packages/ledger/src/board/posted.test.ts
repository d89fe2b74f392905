import { expect, test } from 'vitest';
import type { EntryId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { given, lent, listingId, everyEntry } from '../testing/boards.ts';
import { member } from '../testing/village.ts';
import type { LedgerVillage } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';
import type { Board } from './views.ts';

test('[B12] a listing is one by its member and name, wishes by their member', () => {
  const { village, entries } = everyEntry();
  const board = createBoard(village.community);
  board.add(entries);
  const titles = board.listings().map(({ listing: { title } }) => title);
  expect(titles.sort()).toEqual(['A pram', 'Another pram']);
  expect(board.listing(member('ana'), listingId)?.listing.rev).toBe(2);
  expect(board.listing(member('carme'), listingId)).toBeNull();
  expect(board.wishesOf(member('ana'))?.contact).toBe('Knock twice');
  expect(board.wishesOf(member('biel'))).toBeNull();
});

test('[B12] everybody may write first, until a member says otherwise for themself', () => {
  const { village } = everyEntry();
  const board = createBoard(village.community);
  const ana = village.pen('ana', 'ana', 'board');
  const tablet = village.pen('ana', 'tablet', 'board');
  expect(board.mayStrangersWrite(member('ana'))).toBe(true);
  const open = tablet.write({ type: 'strangers', rev: 2, mayWrite: true });
  const closed = ana.write({ type: 'strangers', rev: 3, mayWrite: false });
  board.add([closed, open]);
  expect(board.mayStrangersWrite(member('ana'))).toBe(false);
  expect(board.mayStrangersWrite(member('biel'))).toBe(true);
  board.drop([closed.id]);
  expect(board.mayStrangersWrite(member('ana'))).toBe(true);
});

test('a thing has changed hands, and a gift is one, when both have said so', () => {
  const { village, entries } = everyEntry();
  const board = createBoard(village.community);
  board.add(entries);
  expect(board.handOvers()).toMatchObject([{ content: lent, isBoth: true }]);
  expect(board.gifts()).toMatchObject([
    { content: given, isBoth: false, signedBy: [member('biel')] },
  ]);

  // Whoever is neither of the two says nothing, and nobody gives to themself.
  const carme = village.pen('carme', 'carme', 'board');
  const himself = { ...given, helper: member('biel') };
  board.add([carme.write(given), village.pen('biel', 'biel', 'board').write(himself)]);
  expect(board.gifts()).toHaveLength(1);
  board.add([village.pen('ana', 'ana', 'board').write(given)]);
  expect(board.gifts()).toMatchObject([{ isBoth: true }]);
});

test('[B15] of two with one number whoever is nearest to the founder named it, whatever the clocks', () => {
  const { village, entries } = everyEntry();
  const distances = new Map([[member('ana'), 0]]);
  const distanceOf = (of: MemberId): number => distances.get(of) ?? 1;
  const board = createBoard(village.community, { distanceOf });
  board.add(entries);
  const early = village.pen('carme', 'carme', 'board').write({
    type: 'category',
    code: 1_000,
    rev: 99,
    parent: null,
    name: 'Long ago',
    isShown: true,
  });
  board.add([early]);
  expect(board.categories()).toMatchObject([
    { member: member('ana'), name: 'Bees and wasps' },
  ]);
  // On their own cards each reads their own.
  expect(board.categoryBy(member('biel'), 1_000)?.name).toBe('Taken');
  expect(board.categoryBy(member('didac'), 1_000)).toBeNull();
  // As near as each other: the lower place.
  distances.set(member('ana'), 1);
  expect(board.categories()[0]?.member).toBe(member('carme'));
});

test('[B15] an invite or a poster whose key did not sign for its writer opens nothing', () => {
  const { village, entries } = everyEntry();
  const opened = entries.find(({ content }) => content.type === 'invite.open');
  const isProven = (id: EntryId): boolean => id !== opened?.id;
  const board = createBoard(village.community, { isProven });
  board.add(entries);
  expect(board.openInvites()).toEqual([]);
  expect(board.boardHash()).toBe(boardOf(village, entries).boardHash());
  expect(boardOf(village, entries).openInvites()).toHaveLength(1);
});

const boardOf = ({ community }: LedgerVillage, entries: readonly Entry[]): Board => {
  const board = createBoard(community);
  board.add(entries);
  return board;
};
