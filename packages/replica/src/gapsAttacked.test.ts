/** What fills a gap (H3) is weighed, and paid for, like whatever else comes. */
import { assert } from '@manyhands/base';
import { erasedPositionOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createPerson,
  entriesOfMiB,
  exchange,
  identityContent,
  inviteContent,
  listing,
  openOnMemory,
  profileOf,
  writeMuch,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { dailyShare, firstShare, shareStep } from './limits.ts';
import type { Run } from './page.ts';
import { ana, biel, carme, dayInMs, didac, push, sharerOf } from './testing/sharing.ts';
import { hear } from './testing/endings.ts';

const tablet = await createPerson('Biel', 'tablet');
/** So many places fit in one erase. */
const placesAtOnce = 50;

interface Robbed {
  readonly community: TestCommunity;
  readonly board: LogBuilder;
  readonly erases: LogBuilder;
  /** Ends the tablet before all that it erased. */
  readonly kit: Run;
}

async function withTablet(): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  await community.ledgerOf(ana).add(await community.enrolContent(tablet));
  return community;
}

/** Biel's tablet erases what he wrote, and then never could. */
async function robbed(
  community: TestCommunity,
  entries: readonly Entry[],
): Promise<Robbed> {
  const erases = community.boardOf(tablet);
  for (let at = 0; at < entries.length; at += placesAtOnce) {
    const places = entries.slice(at, at + placesAtOnce).map(erasedPositionOf);
    await erases.add({ type: 'erase', places });
  }
  const devices = [listing(biel), listing(tablet, 0, 0)];
  const claim = { version: 1, key: biel.identity, devices };
  const log = community.ledgerOf(didac);
  const said = await log.add(
    await identityContent(community, biel, claim, biel.identity),
  );
  return { community, board: community.boardOf(biel), erases, kit: log.run(said.seq) };
}

async function wholeOf({ community, board, erases, kit }: Robbed): Promise<OnMemory> {
  const there = await openOnMemory(community.id);
  await hear(there, community.ledgerOf(ana).run(), kit);
  for (const log of [erases, board]) await push(there, log);
  return there;
}

test('[H3] [findings/H15] an invite that fills a gap opens the door only if its key signed for it', async () => {
  for (const isGood of [true, false]) {
    const community = await withTablet();
    const content = await inviteContent(community, isGood ? biel : carme);
    const board = community.boardOf(biel);
    const invite = await board.add(content);
    await board.add(profileOf(biel));
    const village = await robbed(community, [invite]);
    const first = await sharerOf(community);
    await hear(first, village.erases.run(), board.run(), village.kit);
    // It never had any of it but the tombstone.
    const here = await sharerOf(community);
    await exchange(first, here);
    expect(here.replica.entry(invite.id)).toBeNull();
    await hear(here, board.run());
    const there = await wholeOf(village);
    for (const { replica } of [here, there]) {
      expect(replica.entry(invite.id)).not.toBeNull();
      expect(replica.board.openInvites()).toHaveLength(isGood ? 1 : 0);
    }
    expect(here.replica.digest()).toBe(there.replica.digest());
  }
});

/** Fetches what fills gaps until nothing more is asked for or comes. Answers how much came. */
async function fetch(here: OnMemory, there: OnMemory): Promise<number> {
  for (let count = 0; ;) {
    const lacks = here.replica.lacks(there.replica.wireVector());
    let asks = here.replica.shares.within(lacks);
    const before = count;
    while (asks.length > 0) {
      const { page, rest } = there.replica.page(asks);
      if (page === null) break;
      const device = ana.device;
      const received = await here.replica.receive(page, { type: 'device', device });
      count += received.added.length;
      asks = received.waiting.length > 0 ? [] : rest;
    }
    if (count === before) return count;
  }
}

test('[H3] [R11] what fills gaps is paid for, and is not asked for while there is no room', async () => {
  const community = await withTablet();
  const board = community.boardOf(biel);
  await writeMuch(board, 5 * entriesOfMiB);
  await board.add(profileOf(biel));
  const village = await robbed(community, board.entries.slice(0, -1));
  const here = await sharerOf(community);
  await push(here, board);
  await push(here, village.erases);
  await hear(here, village.kit);
  const there = await wholeOf(village);

  const [step, spent] = [shareStep / 4_096, 5 * entriesOfMiB];
  const atFirst = await fetch(here, there);
  const room = firstShare / 4_096 - spent;
  expect(atFirst).toBeGreaterThan(room - 4 * step);
  expect(atFirst).toBeLessThanOrEqual(room);
  const lacks = here.replica.lacks(there.replica.wireVector());
  expect(lacks).toHaveLength(1);
  expect(here.replica.shares.within(lacks)).toEqual([]);

  here.clock.time += dayInMs;
  const daily = dailyShare / 4_096;
  const nextDay = await fetch(here, there);
  expect(nextDay).toBeGreaterThan(daily - 2 * step);
  expect(nextDay).toBeLessThanOrEqual(daily);
  here.clock.time += 3 * dayInMs;
  expect(atFirst + nextDay + (await fetch(here, there))).toBe(5 * entriesOfMiB);
  expect(here.replica.digest()).toBe(there.replica.digest());
  assert(here.replica.entry(board.entries[0]?.id as Entry['id']), 'the first is back');
});
