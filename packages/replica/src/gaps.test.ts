import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  deliver,
  exchange,
  listing,
  openOnMemory,
  profileOf,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { Gaps } from './gaps.ts';
import type { Run } from './page.ts';
import {
  all,
  ana,
  biel,
  hear,
  newPage,
  paper,
  phone,
  reopened,
  shown,
  street,
  tablet,
} from './testing/endings.ts';
import type { Street } from './testing/endings.ts';
import { erasing, holds, regretted } from './testing/regrets.ts';
import type { Change } from './types.ts';

describe('[H3] gaps', () => {
  /** Erased here, and then the erase does not hold any more; there it never did. */
  async function gapped(
    count: number,
    erased: readonly number[],
  ): Promise<Street & { here: OnMemory; there: OnMemory; kit: Run }> {
    const place = await street(count);
    const { community, entries } = place;
    const founding = community.ledgerOf(ana).run();
    const board = community.boardOf(tablet);
    await board.add(erasing(...erased.map((seq) => entries[seq] as Entry)));
    const here = await phone(
      community,
      ...[founding, community.boardOf(biel).run(), board.run()],
    );
    const left = all(count).filter((_, seq) => !erased.includes(seq));
    expect(shown(here)).toEqual(left);
    await here.replica.settled();
    const kit = await paper(
      community,
      await newPage(community, [listing(biel), listing(tablet, 0, 0)]),
    );
    const there = await phone(
      community,
      ...[founding, kit, community.boardOf(biel).run(), board.run()],
    );
    expect(shown(there)).toEqual(all(count));
    await hear(here, kit);
    expect(shown(here)).toEqual(left);
    return { ...place, here, there, kit };
  }

  const headOf = ({ replica }: OnMemory, { logId }: Entry) =>
    replica.wireVector().find(({ log }) => log === logId.slice(0, 32));

  test('are hashed in the digest, asked for from the first on, and filled', async () => {
    const { here, there, entries } = await gapped(6, [1, 3]);
    const [first] = entries;
    assert(first, 'Biel wrote');
    const [ours, theirs] = [headOf(here, first), headOf(there, first)];
    expect(theirs).not.toHaveProperty('gaps');
    expect(ours).toEqual({ ...theirs, gaps: ours?.gaps });
    expect(ours?.gaps).toMatch(/^[0-9a-f]{16}$/);
    expect(here.replica.digest()).not.toBe(there.replica.digest());
    const asks = here.replica.lacks(there.replica.wireVector());
    expect(asks).toEqual([{ log: first.logId.slice(0, 32), from: 1, max: 3 }]);
    expect(there.replica.lacks(here.replica.wireVector())).toEqual([]);

    const changes: Change[] = [];
    here.replica.subscribe((change) => changes.push(change));
    const { page } = there.replica.page(asks);
    assert(page, 'it has the bytes');
    const received = await here.replica.receive(page, { type: 'message' });
    expect(received.added.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(changes).toMatchObject([{ added: [entries[1], entries[3]], gone: [] }]);
    expect(shown(here)).toEqual(all(6));
    const again = await reopened(here);
    for (const each of [here, again]) {
      expect(each.replica.digest()).toBe(there.replica.digest());
      expect(each.replica.board.boardHash()).toBe(there.replica.board.boardHash());
    }
    expect(again.replica.faults()).toEqual([]);
    await Promise.all([again, there].map(({ replica }) => replica.settled()));
    expect(await stateOf(again)).toEqual(await stateOf(there));
  });

  test('nobody asks for from who has the same, and an opening keeps them', async () => {
    const one = await gapped(4, [1]);
    const again = await reopened(one.here);
    expect(again.replica.digest()).toBe(one.here.replica.digest());
    expect(again.replica.lacks(one.here.replica.wireVector())).toEqual([]);
    expect(shown(again)).toEqual(all(4).filter((_, seq) => seq !== 1));
    await exchange(again, one.there);
    expect(shown(again)).toEqual(all(4));
  });

  test('block no log: a newcomer takes them with the erase that explains them', async () => {
    const { community, here, there } = await gapped(4, [0, 2]);
    const newcomer = await openOnMemory(community.id);
    await exchange(here, newcomer);
    expect(newcomer.replica.digest()).toBe(here.replica.digest());
    expect(shown(newcomer)).toEqual([regretted(1), regretted(3)]);
    await exchange(newcomer, there);
    expect(shown(newcomer)).toEqual(all(4));
    expect(newcomer.replica.digest()).toBe(there.replica.digest());
  });

  test('at the end of a log nothing behind the first of them is known', async () => {
    const { community, here, there, entries } = await gapped(4, [2, 3]);
    const [first] = entries;
    assert(first, 'Biel wrote');
    expect(headOf(here, first)).toMatchObject({ length: 2 });
    expect(headOf(here, first)).not.toHaveProperty('gaps');
    expect(here.replica.lacks(there.replica.wireVector())).toEqual([
      { log: first.logId.slice(0, 32), from: 2, max: 2 },
    ]);
    const newcomer = await openOnMemory(community.id);
    await exchange(here, newcomer);
    expect(newcomer.replica.digest()).toBe(here.replica.digest());
    await exchange(newcomer, there);
    await exchange(here, newcomer);
    for (const each of [here, newcomer]) {
      expect(shown(each)).toEqual(all(4));
      expect(each.replica.digest()).toBe(there.replica.digest());
    }
  });

  test('an end that moves out again erases again, and the bytes leave the disk', async () => {
    const { community, here, there } = await gapped(4, [1, 2]);
    await exchange(here, there);
    expect(shown(here)).toEqual(all(4));
    const again = await newPage(community, [listing(biel), listing(tablet)], 2);
    const run = await paper(community, again);
    for (const each of [here, there]) {
      await hear(each, run);
      expect(shown(each)).toEqual([regretted(0), regretted(3)]);
      await each.replica.settled();
      for (const n of [0, 1, 2, 3]) {
        expect(holds(each.disk, regretted(n))).toBe(n === 0 || n === 3);
      }
    }
    expect(here.replica.digest()).toBe(there.replica.digest());
    expect(await stateOf(here)).toEqual(await stateOf(there));
    expect(await stateOf(await reopened(here))).toEqual(await stateOf(there));
  });

  test('an entry that comes alone fills one', async () => {
    const { here, there, entries } = await gapped(4, [1]);
    const evidence = [encodeTravelling(entries[1] as Entry)];
    const { added, detached } = await deliver(here, { evidence }, ana);
    expect([added.length, detached.length]).toEqual([1, 0]);
    expect(here.replica.digest()).toBe(there.replica.digest());
    expect(here.replica.board.boardHash()).toBe(there.replica.board.boardHash());
  });

  test('one that had come alone before its chain fills it, or goes with it', async () => {
    const { community, here, entries, kit } = await gapped(4, [1]);
    const founding = community.ledgerOf(ana).run(0, kit.from);
    const evidence = [encodeTravelling(entries[1] as Entry)];
    for (const isHeld of [true, false]) {
      const before = isHeld
        ? [founding, community.boardOf(tablet).run()]
        : [founding, kit];
      const late = await phone(community, ...before);
      await deliver(late, { evidence }, ana);
      const { page } = here.replica.page(late.replica.lacks(here.replica.wireVector()));
      assert(page, 'there is a board to give');
      await late.replica.receive(page, { type: 'message' });
      expect([...late.replica.detached()]).toEqual([]);
      // The page brought the statement as well: nothing is erased any more.
      const isLost = isHeld;
      expect(shown(late)).toEqual(all(4).filter((_, seq) => !(isLost && seq === 1)));
      expect(late.replica.entry(entries[1]?.id as Entry['id']) === null).toBe(isLost);
    }
  });
});

describe('[H3] [A6] what fills a gap is covered like any other entry', () => {
  test('by its own signature or a later one; else it stays a gap', async () => {
    const { community } = await street(0);
    const board = community.boardOf(biel);
    const bare = await board.add(
      { ...profileOf(biel, 0), about: regretted(0) },
      { signer: null },
    );
    const signed = await board.add({ ...profileOf(biel, 1), about: regretted(1) });
    await board.add({ ...profileOf(biel, 2), about: regretted(2) });
    const founding = community.ledgerOf(ana).run();
    const erase = community.boardOf(tablet);
    await erase.add(erasing(bare, signed));
    const here = await phone(community, founding, board.run(), erase.run());
    expect(shown(here)).toEqual([regretted(2)]);
    const devices = [listing(biel), listing(tablet, 0, 0)];
    await hear(here, await paper(community, await newPage(community, devices)));
    await deliver(here, { runs: [board.run(0, 1)] }, ana);
    // The third covers the first, whatever stands between them.
    expect(shown(here)).toEqual([regretted(0), regretted(2)]);
    await deliver(here, { runs: [board.run(1, 2)] }, ana);
    expect(shown(here)).toEqual(all());
  });

  test('what fell with an erased signature comes again with it', async () => {
    const { community } = await street(0);
    const board = community.boardOf(biel);
    await board.add({ ...profileOf(biel, 0), about: regretted(0) });
    await board.add({ ...profileOf(biel, 1), about: regretted(1) }, { signer: null });
    const signed = await board.add({ ...profileOf(biel, 2), about: regretted(2) });
    const founding = community.ledgerOf(ana).run();
    const erase = community.boardOf(tablet);
    await erase.add(erasing(signed));
    const here = await phone(community, founding, board.run(), erase.run());
    expect(shown(here)).toEqual([regretted(0)]);
    const devices = [listing(biel), listing(tablet, 0, 0)];
    const kit = await paper(community, await newPage(community, devices));
    await hear(here, kit);
    const there = await phone(community, founding, kit, board.run(), erase.run());
    await exchange(here, there);
    expect(shown(here)).toEqual(all());
    expect(here.replica.digest()).toBe(there.replica.digest());
  });
});

test('[H3] of a log that was asked for up to its first gap none is told', () => {
  const gaps = new Gaps();
  expect(gaps.before(9)).toBeNull();
  for (const seq of [7, 5]) gaps.add(seq);
  expect(gaps.before(5)).toBeNull();
  expect(gaps.before(6)).toMatchObject({ first: 5, last: 5 });
  expect(gaps.before(9)).toMatchObject({ first: 5, last: 7 });
});
