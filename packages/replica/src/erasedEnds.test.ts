import { assert } from '@manyhands/base';
import { deliver, profileOf, stateOf } from '@manyhands/testing';
import { encodeTravelling } from '@manyhands/ledger';
import { describe, expect, test } from 'vitest';
import {
  ana,
  biel,
  erasing,
  heldBoard,
  holed,
  ledgersOf,
  regrets,
  runOfItems,
  secondTablet,
  whole,
} from './testing/regrets.ts';

describe('[B1] tombstones at the end of a log', () => {
  test('at the end of a log they are neither told nor kept', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    await community.boardOf(secondTablet).add(erasing(...entries.slice(3)));
    await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
    expect(heldBoard(here, community)).toEqual({ length: 3, head: entries[2]?.id });
    const told = here.replica.vector().find(({ logId }) => logId === entries[0]?.logId);
    expect(told?.length).toBe(3);

    // Who never saw them tells the same, and has the same document.
    const there = await whole(community);
    const runs = [...ledgersOf(community), community.boardOf(secondTablet).run()];
    await deliver(there, { runs: [...runs, runOfItems(entries.slice(0, 3))] }, ana);
    await here.replica.settled();
    expect(there.replica.digest()).toBe(here.replica.digest());
    expect(await stateOf(there)).toEqual(await stateOf(here));

    // What comes after them is taken by both, from either.
    await community.boardOf(biel).add(profileOf(biel, 9));
    const next = runOfItems(holed(entries, 3, 4, 5).slice(3));
    const evidence = community.boardOf(secondTablet).entries.map(encodeTravelling);
    for (const each of [here, there]) {
      await deliver(each, { evidence, runs: [next] }, ana);
      expect(heldBoard(each, community).length).toBe(7);
    }
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  test('[sim 52731374] of another history, which somebody has whole, they are asked for', async () => {
    const { community, entries } = await regrets();
    const others = community.boardOf(biel).branch(biel, 3);
    const other = await others.add(profileOf(biel, 77));
    await community.boardOf(secondTablet).add(erasing(...entries.slice(3)));
    const erased = await whole(community);
    await deliver(erased, { runs: community.runs() }, ana);
    expect(heldBoard(erased, community)).toEqual({ length: 3, head: entries[2]?.id });
    const there = await whole(community);
    const boards = [community.boardOf(secondTablet).run(), others.run()];
    await deliver(there, { runs: [...ledgersOf(community), ...boards] }, ana);

    const [ask, ...more] = erased.replica.lacks(there.replica.wireVector());
    assert(ask !== undefined && more.length === 0, 'one log is lacking');
    expect([ask.from, ask.max]).toEqual([3, 1]);
    const { page } = there.replica.page([ask]);
    assert(page !== null, 'there is something to give');
    const received = await erased.replica.receive(page, { type: 'message' });
    expect(received.refused).toBeNull();
    expect(received.added).toEqual([other]);
    expect(erased.replica.digest()).toBe(there.replica.digest());
    expect(erased.replica.lacks(there.replica.wireVector())).toEqual([]);
    expect(there.replica.lacks(erased.replica.wireVector())).toEqual([]);
  });

  test('they cover nothing, though what is erased came alone before and is well signed', async () => {
    const { community, entries } = await regrets();
    const board = community.boardOf(biel);
    const here = await whole(community);
    const last = entries.length;
    await board.add(profileOf(biel, 7), { signer: null });
    const signed = await board.add(profileOf(biel, 8));
    const runs = [...ledgersOf(community), runOfItems(entries.slice(0, last))];
    await deliver(here, { evidence: [encodeTravelling(signed)], runs }, ana);
    expect([...here.replica.detached()]).toEqual([signed]);
    const erase = await community.boardOf(secondTablet).add(erasing(signed));
    const lie = runOfItems(holed(board.entries, signed.seq).slice(last));
    const evidence = [encodeTravelling(erase)];
    const { refused } = await deliver(here, { evidence, runs: [lie] }, ana);
    expect(refused).toMatchObject({ type: 'BadSignature', seq: last });
    expect(heldBoard(here, community).length).toBe(last);
  });
});
