import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import { startDuties } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import { ForkSearch } from './forkSearch.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Ids } from './messages.ts';
import { closePhones, link, openPhone } from './testing/phones.ts';

afterEach(closePhones);

const [ana, biel, carme] = await createCast();

async function twoHistories(
  length: number,
  place: number,
): Promise<[TestCommunity, LogBuilder, LogBuilder]> {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  for (let i = 0; i < length; i++) await log.add(helped(ana, 1 + (i % 90)));
  const twin = log.branch(biel, place);
  for (let i = place; i < length; i++) await twin.add(helped(carme, 1 + (i % 90)));
  return [community, log, twin];
}

async function holding(community: TestCommunity, log: LogBuilder): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [community.ledgerOf(ana).run(), log.run()] }, ana);
  return here;
}

test('[replica/R4] the first difference of long histories is found in a few steps', async () => {
  for (const [length, place] of [
    [1, 0],
    [64, 63],
    [65, 0],
    [700, 0],
    [700, 333],
    [700, 699],
  ] as const) {
    const [community, log, twin] = await twoHistories(length, place);
    const sides = [await holding(community, log), await holding(community, twin)];
    const searches = sides.map(({ replica }) => new ForkSearch(replica));
    const name = logIdOf(log.log).slice(0, 32);
    const head = sides[1]?.replica.wireVector().find((each) => each.log === name);
    assert(head, 'she has his log');
    expect(searches[0]?.differs(head)).toBe(true);
    expect(searches[1]?.differs(head)).toBe(false);

    const found: (number | null)[] = [null, null];
    let ids = searches[0]?.begin(name, length - 1) ?? null;
    let steps = 0;
    for (let side = 1; ids !== null; side = 1 - side) {
      expect(ids.places.length).toBeLessThanOrEqual(64);
      const step = searches[side]?.receive(ids);
      found[side] = step?.found ?? found[side] ?? null;
      ids = step?.ids ?? null;
      steps += 1;
    }
    expect(found).toEqual([place, place]);
    expect(steps).toBeLessThanOrEqual(5);
  }
});

test('[replica/R8] whoever says nonsense about ids is answered a few times, then no more', async () => {
  const [community, log] = await twoHistories(200, 100);
  const here = await holding(community, log);
  const search = new ForkSearch(here.replica);
  const name = logIdOf(log.log).slice(0, 32);
  let answers = 0;
  for (let i = 0; i < 100; i++) {
    const places = [{ seq: 199 - (i % 100), id: 'ab'.repeat(32) as never }];
    if (search.receive({ log: name, places }).ids !== null) answers += 1;
  }
  expect(answers).toBeLessThanOrEqual(12);
  // Nor is anything more looked for on their word.
  expect(search.begin(name, 199)).toBeNull();
  const unknown: Ids = {
    log: '00'.repeat(16),
    places: [{ seq: 0, id: 'ab' as never }],
  };
  expect(search.receive(unknown)).toEqual({ ids: null, found: null });
});

test('[formats §7] ids: 1 to 64 places of one log', () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, seq) => ({ seq, id: 'ab'.repeat(32) as never }));
  const log = 'cd'.repeat(16);
  const message = encodeMessage('ids', { log, places: places(64) });
  const read = readMessage(message);
  expect(read.ok && read.value).toEqual({
    type: 'ids',
    payload: { log, places: places(64) },
  });
  for (const count of [0, 65]) {
    const bent = encodeMessage('ids', { log, places: places(count) });
    expect(readMessage(bent).ok).toBe(false);
  }
});

test('[replica/R4] two phones with two histories prove the fork, agree, and stay linked', async () => {
  const [community, log, twin] = await twoHistories(150, 70);
  const founding = community.ledgerOf(ana);
  const phones = [
    await openPhone(community, ana, { holds: [founding, log] }),
    await openPhone(community, carme, { holds: [founding, twin] }),
  ] as const;
  const duties = phones.map(({ replica, writer }) =>
    startDuties({
      replica,
      writer,
      clock: () => performance.now(),
      isQuiet: () => true,
      random: () => 0,
    }),
  );
  const [here, there] = await link(phones[0], phones[1]);
  await vi.waitFor(
    async () => {
      for (const each of duties) await each.rest();
      const [one, two] = phones.map(({ replica }) => replica);
      expect(one?.ledger.cuts()).toMatchObject([{ seq: 70 }]);
      expect(two?.ledger.stateHash()).toBe(one?.ledger.stateHash());
      expect(two?.digest()).toBe(one?.digest());
    },
    { interval: 5 },
  );
  expect(here.isOpen && there.isOpen).toBe(true);
  for (const each of duties) each.close();
});
