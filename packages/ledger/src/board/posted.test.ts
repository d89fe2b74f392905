import { expect, test } from 'vitest';
import { given, lent, listingId, written } from '../testing/boards.ts';
import { member } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';

test('[B12] a listing is one by its member and name, wishes by their member', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  const titles = board.listings().map(({ listing: { title } }) => title);
  expect(titles.sort()).toEqual(['A pram', 'Another pram']);
  expect(board.listing(member('ana'), listingId)?.listing.rev).toBe(2);
  expect(board.listing(member('carme'), listingId)).toBeNull();
  expect(board.wishesOf(member('ana'))?.contact).toBe('Knock twice');
  expect(board.wishesOf(member('biel'))).toBeNull();
});

test('a thing has changed hands, and a gift is one, when both have said so', () => {
  const { village, entries } = written();
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

test('only who named a kind of help renames it; of two with one number the earlier stands', () => {
  const { village, entries } = written();
  const board = createBoard(village.community);
  board.add(entries);
  expect(board.categories()).toMatchObject([
    { member: member('ana'), name: 'Bees and wasps' },
  ]);
});
