import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  deliver,
  helped,
  openOnMemory,
  profileOf,
  TestCommunity,
} from '@manyhands/testing';
import { expect, test } from 'vitest';
import { Holdings } from './holdings.ts';
import { takenInAll } from './intake.ts';
import type { Taken } from './intake.ts';
import { numberOf } from './numbering.ts';
import {
  ana,
  biel,
  erasing,
  holed,
  runOfItems,
  secondTablet,
} from './testing/regrets.ts';
import type { Change } from './types.ts';

const nothing: Taken = {
  added: [],
  filled: [],
  detached: [],
  mended: [],
  gone: [],
  isAnyKeyNew: false,
};

/** Three hours that Biel gave, of which these are held. */
async function hours(...which: readonly number[]) {
  const community = await TestCommunity.of(ana, [biel]);
  const all: Entry[] = [];
  for (const minutes of [10, 20, 30])
    all.push(await community.ledgerOf(biel).add(helped(ana, minutes)));
  const held = new Holdings(numberOf);
  for (const at of which) {
    const entry = all[at];
    assert(entry, 'three were written');
    held.entries.set(entry.id, entry);
  }
  const [one, two, three] = all;
  assert(one && two && three, 'three were written');
  return { held, one, two, three };
}

test('[R12] what goes, and neither came nor is held, is gone, over however many pauses', async () => {
  const { held, one, two } = await hours(1);
  const all = [
    { ...nothing, gone: [one] },
    { ...nothing, added: [two] },
  ];
  expect(takenInAll(held, all)).toEqual({ ...nothing, added: [two], gone: [one] });
});

test('[R12] what came and went before anybody heard of it neither came nor is gone', async () => {
  const { held, one, two } = await hours();
  const all = [
    { ...nothing, added: [one], detached: [two] },
    { ...nothing, gone: [one, two] },
  ];
  expect(takenInAll(held, all)).toEqual(nothing);
});

test('[R12] what went and came back before anybody heard of it is not gone', async () => {
  const { held, one, two } = await hours(0);
  const all = [
    { ...nothing, gone: [one, two] },
    { ...nothing, added: [] },
  ];
  expect(takenInAll(held, all)).toEqual({ ...nothing, gone: [two] });
});

test('[R7] [R12] what one page brings alone, and then erased in its chain, never came', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const board = community.boardOf(biel);
  for (let n = 0; n < 6; n++) await board.add(profileOf(biel, n));
  const [, , , third, fourth, last] = board.entries;
  assert(third && fourth && last, 'Biel wrote');
  // The tablet is certified, and its erase heard, only where both are kept alone.
  const own = community.ledgerOf(biel);
  await own.add(helped(ana, 1));
  const enrolled = await own.add(await community.enrolContent(secondTablet));
  const tablet = community.boardOf(secondTablet);
  await tablet.add(profileOf(biel, 9));
  const erase = await tablet.add(erasing(third, fourth));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
  const told: Change[] = [];
  here.replica.subscribe((change) => told.push(change));
  const runs = [runOfItems(holed(board.entries, 3, 4))];
  const evidence = [enrolled, erase, fourth, last].map(encodeTravelling);
  await deliver(here, { runs, evidence }, ana);
  const idsOf = (entries: Iterable<Entry>) => [...entries].map(({ id }) => id).sort();
  expect(here.replica.head(board.log).length).toBe(6);
  expect(idsOf(here.replica.detached())).toEqual(idsOf([enrolled, erase]));
  expect(told.flatMap(({ gone }) => gone)).toEqual([]);
  expect(idsOf(told.flatMap(({ added }) => added))).toEqual(
    idsOf([...board.entries.slice(0, 3), last, enrolled, erase]),
  );
});
