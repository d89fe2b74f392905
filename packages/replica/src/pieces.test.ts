import { logIdOf, tombstoneOf } from '@manyhands/ledger';
import { TestCommunity, createCast, helped, profileOf } from '@manyhands/testing';
import { expect, test } from 'vitest';
import type { Growth } from './holdings.ts';
import { concernsErases } from './pieces.ts';

const [ana, biel] = await createCast();
const community = await TestCommunity.of(ana, [biel]);
const board = community.boardOf(ana);
const profile = await board.add(profileOf(ana, 0));
await community.ledgerOf(ana).add(helped(biel, 60));

const growthOf = (log: typeof board, changes: Partial<Growth> = {}): Growth => ({
  log: log.log,
  logId: logIdOf(log.log),
  from: 0,
  items: log.entries,
  signedAt: [log.entries.length - 1],
  tail: [],
  ...changes,
});
const named = { isNaming: () => true };
const unnamed = { isNaming: () => false };
const erased = tombstoneOf(profile);

test('[replica/R12] erases have a say in a board where one is named, or has gone', () => {
  expect(concernsErases(growthOf(board), unnamed)).toBe(false);
  expect(concernsErases(growthOf(board), named)).toBe(true);
  expect(concernsErases(growthOf(board, { items: [erased] }), unnamed)).toBe(true);
  expect(concernsErases(growthOf(board, { tail: [erased] }), unnamed)).toBe(true);
});

test('[replica/R12] and in nothing else', () => {
  const ledger = community.ledgerOf(ana);
  expect(concernsErases(growthOf(ledger, { tail: [erased] }), named)).toBe(false);
});
