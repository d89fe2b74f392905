import { bodyHashAt } from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import { profileOf } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { Erasures } from './erasures.ts';
import { JournalPurge } from './purge.ts';
import { biel, erasing, regrets, secondTablet, whole } from './testing/regrets.ts';

test('[R3] a journal is purged for what is erased of its own board, neither another’s nor what is no more', async () => {
  const { community, entries } = await regrets();
  const tablet = community.boardOf(secondTablet);
  await tablet.add(profileOf(biel, 9));
  const erase = await tablet.add(erasing(entries[2] as Entry));
  const erasures = new Erasures();
  const { store } = await whole(community);
  const journalOf = (board: LogName | null): JournalPurge =>
    new JournalPurge(store, erasures, board);
  const phone = community.boardOf(biel).log;

  erasures.add(erase);
  const erased = erasures.settle(() => 2);
  expect(erased).toMatchObject([{ seq: 2, bodyHash: bodyHashAt(entries[2] as Entry) }]);
  for (const [board, isItsOwn] of [
    [phone, true],
    [tablet.log, false],
    [null, false],
  ] as const) {
    const journal = journalOf(board);
    expect(journal.turned(erased)).toBe(isItsOwn);
    expect(journal.isDue).toBe(isItsOwn);
  }

  const turnedBack = erasures.settle(() => 0);
  expect(turnedBack).toHaveLength(1);
  const journal = journalOf(phone);
  expect(journal.turned(turnedBack)).toBe(false);
  expect(journal.isDue).toBe(false);
});
