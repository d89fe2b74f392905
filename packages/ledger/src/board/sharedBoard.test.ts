import { expect, test } from 'vitest';
import type { AccountId, MemberId } from '@manyhands/base';
import type { AccountCard, Cover, OnBehalf } from '../sharedContent.ts';
import { listingId } from '../testing/boards.ts';
import { member, LedgerVillage } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';

const clinic = 'ac'.repeat(32) as AccountId;
const body = 'bd'.repeat(32);
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

const card = (rev: number, name: string): AccountCard => ({
  type: 'account.card',
  account: clinic,
  rev,
  name,
  words: '',
  photo: null,
});

const behalf = (rev: number, account: AccountId | null): OnBehalf => ({
  type: 'behalf',
  listing: listingId,
  rev,
  account,
});

const cover = (turn: number, on: boolean): Cover => ({
  type: 'cover',
  member: didac,
  bodyHash: body,
  turn,
  on,
});

/** A board on which these sign for the clinic, until they no longer do. */
function boardOf(...names: string[]) {
  const village = new LedgerVillage();
  const signers = new Set<MemberId>(names.map(member));
  const board = createBoard(village.community, {
    signsFor: (by, account) => account === clinic && signers.has(by),
  });
  const write = (who: string, content: AccountCard | OnBehalf | Cover) => {
    const entry = village.pen(who, who, 'board').write(content);
    board.add([entry]);
    return entry;
  };
  return { village, board, signers, write };
}

test('[B18] a card of an account is heard from who signs for it now', () => {
  const { board, signers, write } = boardOf('biel', 'carme');
  write('didac', card(9, 'Pay me'));
  expect(board.accountCard(clinic)).toBe(null);
  write('biel', card(1, 'The clinic'));
  write('carme', card(2, 'The clinic at the square'));
  expect(board.accountCard(clinic)?.name).toBe('The clinic at the square');
  signers.delete(carme);
  expect(board.accountCard(clinic)?.name).toBe('The clinic');
  expect(board.accountCards()).toMatchObject([
    { member: biel, card: { name: 'The clinic' } },
  ]);
  signers.delete(biel);
  expect(board.accountCard(clinic)).toBe(null);
  expect(board.accountCards()).toEqual([]);
});

test('[B18] of cards with one number the higher id counts, whoever wrote it', () => {
  const { board, write } = boardOf('biel', 'carme');
  const one = write('biel', card(1, 'One'));
  const other = write('carme', card(1, 'Other'));
  const higher = one.id > other.id ? 'One' : 'Other';
  expect(board.accountCard(clinic)?.name).toBe(higher);
});

test('[B18] a member’s card is an account’s while they say so and sign for it', () => {
  const { board, signers, write } = boardOf('biel');
  write('biel', behalf(1, clinic));
  write('carme', behalf(1, clinic));
  expect(board.accountOfListing(biel, listingId)).toBe(clinic);
  expect(board.accountOfListing(carme, listingId)).toBe(null);
  signers.delete(biel);
  expect(board.accountOfListing(biel, listingId)).toBe(null);
  signers.add(biel);
  write('biel', behalf(2, null));
  expect(board.accountOfListing(biel, listingId)).toBe(null);
});

test('[B18] of covers the highest turn counts, then on', () => {
  const { board, write } = boardOf();
  write('biel', cover(2, false));
  write('biel', cover(1, true));
  expect(board.coverersOf(didac, body)).toEqual([]);
  write('biel', cover(2, true));
  write('biel', cover(2, false));
  write('carme', cover(1, true));
  expect(board.coverersOf(didac, body)).toEqual([biel, carme].sort());
  write('carme', cover(2, false));
  expect(board.coverersOf(didac, body)).toEqual([biel]);
  expect(board.coverersOf(carme, body)).toEqual([]);
  expect(board.coverersOf(didac, 'be'.repeat(32))).toEqual([]);
});

test('[B18] words about a motion are of each member the newest, and can be erased', () => {
  const { village, board } = boardOf();
  const words = (rev: number, text: string) =>
    ({ type: 'words', about: body, rev, text }) as const;
  const pen = village.pen('biel', 'biel', 'board');
  const [first, second] = [
    pen.write(words(1, 'Winter')),
    pen.write(words(2, 'Spring')),
  ];
  board.add([
    second,
    first,
    village.pen('carme', 'carme', 'board').write(words(1, 'No')),
  ]);
  const said = () => board.wordsAbout(body).map(({ member, text }) => [member, text]);
  expect(said()).toHaveLength(2);
  expect(said()).toContainEqual([biel, 'Spring']);
  board.drop([second.id]);
  expect(said()).toContainEqual([biel, 'Winter']);
  expect(board.wordsAbout('00'.repeat(32))).toEqual([]);
});
