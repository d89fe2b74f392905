import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { bodyHashAt, encodeTravelling, erasedPositionOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { TestCommunity, deliver, helped, profileOf, stateOf } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import type { Run } from './page.ts';
import type { Change } from './types.ts';
import {
  ana,
  biel,
  erasing,
  everythingFrom,
  heldBoard,
  holed,
  ledgersOf,
  regrets,
  runOfItems,
  secondTablet,
  whole,
} from './testing/regrets.ts';

describe('[B1] one board, whatever came first', () => {
  test('erase before, after and between: six orders, one boardHash and digest', async () => {
    const { community, entries } = await regrets();
    const erase = await community
      .boardOf(secondTablet)
      .add(erasing(...entries.slice(1, 3)));
    const pieces: Run[] = [
      runOfItems(entries.slice(0, 2)),
      runOfItems(entries.slice(2)),
      community.boardOf(secondTablet).run(),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const states = new Set<string>();
    for (const order of orders) {
      const here = await whole(community);
      await deliver(here, { runs: ledgersOf(community) }, ana);
      // What waits for what comes before it is asked for again.
      for (const n of [...order, ...order]) {
        const received = await deliver(here, { runs: [pieces[n] as Run] }, ana);
        expect(received.refused).toBeNull();
      }
      expect(here.replica.board.entriesOf(biel.member).map(({ id }) => id)).toEqual(
        [...entries.filter((_, at) => at !== 1 && at !== 2), erase]
          .sort((a, b) =>
            a.logId === b.logId ? a.seq - b.seq : a.logId < b.logId ? -1 : 1,
          )
          .map(({ id }) => id),
      );
      expect(here.replica.entry(entries[1]?.id ?? erase.id)).toBeNull();
      await here.replica.settled();
      states.add(JSON.stringify([here.replica.board.boardHash(), await stateOf(here)]));
    }
    expect(states.size).toBe(1);
  });

  test('a wrong hash, a place of the ledger, another member’s board: no effect', async () => {
    const { community, entries } = await regrets();
    const helpedAna = await community.ledgerOf(biel).add(helped(ana, 60));
    const { device } = biel;
    const bodyHash = bodyHashAt(entries[1] as Entry);
    await community.boardOf(ana).add(erasing(...entries));
    await community.boardOf(secondTablet).add({
      type: 'erase',
      places: [
        { device, seq: 0, bodyHash },
        { device, seq: 77, bodyHash },
        erasedPositionOf(helpedAna),
      ],
    });
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    expect(here.replica.board.entriesOf(biel.member)).toHaveLength(7);
    expect(heldBoard(here, community).length).toBe(6);
    expect(here.replica.entry(helpedAna.id)).not.toBeNull();
  });

  test('an erase cannot be erased, and its bytes come back where a tombstone was told', async () => {
    const { community, entries } = await regrets();
    const board = community.boardOf(biel);
    const first = await board.add(erasing(entries[0] as Entry));
    const second = await board.add(erasing(first));
    await board.add(profileOf(biel, 9));
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    expect(here.replica.entry(first.id)).toEqual(first);
    expect(here.replica.entry(entries[0]?.id ?? first.id)).toBeNull();

    // Somebody gives a tombstone in its place: what the first erases is shown, until it is here.
    const there = await whole(community);
    const lie = { ...runOfItems(holed(board.entries, first.seq)) };
    const evidence = [encodeTravelling(second)];
    await deliver(there, { evidence, runs: [...ledgersOf(community), lie] }, ana);
    expect(heldBoard(there, community).length).toBe(9);
    expect(there.replica.entry(entries[0]?.id ?? first.id)).not.toBeNull();
    await deliver(there, { evidence: [encodeTravelling(first)] }, ana);
    expect(there.replica.entry(entries[0]?.id ?? first.id)).toBeNull();
    expect(there.replica.board.boardHash()).toBe(here.replica.board.boardHash());
    await Promise.all([here, there].map(({ replica }) => replica.settled()));
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });
});

describe('[B1] tombstones', () => {
  test('without the erase that names it a run stops before a tombstone, without blame', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    const run = runOfItems(holed(entries, 2));
    const runs = [...ledgersOf(community), run];
    const received = await deliver(here, { runs }, ana);
    expect(received.refused).toBeNull();
    expect(heldBoard(here, community).length).toBe(2);
    // An erase of another hash, or place, explains nothing.
    const other = await community
      .boardOf(secondTablet)
      .add(erasing(entries[3] as Entry));
    await deliver(here, { evidence: [encodeTravelling(other)], runs }, ana);
    expect(heldBoard(here, community).length).toBe(2);
    const erase = await community
      .boardOf(secondTablet)
      .add(erasing(entries[2] as Entry));
    const evidence = [encodeTravelling(erase)];
    const taken = await deliver(here, { evidence, runs: [run] }, ana);
    const { logId } = entries[0] as Entry;
    const added = taken.added.filter((entry) => entry.logId === logId);
    expect(added.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(heldBoard(here, community).length).toBe(6);
  });

  test('an erase with a bad signature explains nothing', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    const content = erasing(entries[2] as Entry);
    const forged = await community
      .boardOf(secondTablet)
      .add(content, { signer: ana.signing });
    const runs = [...ledgersOf(community), runOfItems(holed(entries, 2))];
    const evidence = [encodeTravelling(forged)];
    expect((await deliver(here, { evidence, runs }, ana)).refused).not.toBeNull();
    expect(heldBoard(here, community).length).toBe(0);
  });

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

  test('what only an erased entry covered falls, here and everywhere', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    await community.ledgerOf(ana).add(await community.enrolContent(secondTablet));
    const board = community.boardOf(biel);
    await board.add(profileOf(biel, 0));
    const unsigned = await board.add(profileOf(biel, 1), { signer: null });
    const signed = await board.add(profileOf(biel, 2));
    await community.boardOf(secondTablet).add(erasing(signed));
    const [here, there] = [await whole(community), await whole(community)];
    await deliver(here, { runs: community.runs() }, ana);
    const rest = [...ledgersOf(community), community.boardOf(secondTablet).run()];
    await deliver(there, { runs: rest }, ana);
    const late = await deliver(there, { runs: [board.run()] }, ana);
    expect(late.refused).toBeNull();
    expect(heldBoard(here, community).length).toBe(1);
    expect(here.replica.board.entriesOf(biel.member)).not.toContainEqual(unsigned);
    expect(there.replica.board.boardHash()).toBe(here.replica.board.boardHash());
    expect(there.replica.digest()).toBe(here.replica.digest());
  });

  test('who knows of no erase sends what it leaves uncovered, and is not to blame', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    await community.ledgerOf(ana).add(await community.enrolContent(secondTablet));
    const board = community.boardOf(biel);
    await board.add(profileOf(biel, 0));
    await board.add(profileOf(biel, 1), { signer: null });
    const signed = await board.add(profileOf(biel, 2));
    const here = await whole(community);
    await community.boardOf(secondTablet).add(erasing(signed));
    const tablets = community.boardOf(secondTablet).run();
    await deliver(
      here,
      { runs: [...ledgersOf(community), tablets, board.run(0, 1)] },
      ana,
    );

    const honest = await deliver(here, { runs: [board.run(1)] }, ana);
    expect(honest).toMatchObject({ refused: null, added: [] });
    const unsigned = concat(signed.stored.slice(0, -64), new Uint8Array(64));
    const run = board.run(1);
    const forged = { ...run, items: [...run.items.slice(0, 1), unsigned] };
    const { refused } = await deliver(here, { runs: [forged] }, ana);
    expect(refused).toMatchObject({ type: 'BadSignature', seq: 1 });
  });

  test('told wrong at the end, they keep away nothing of what was written there', async () => {
    const { community, entries } = await regrets();
    const board = community.boardOf(biel);
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    // The tablet erases what Biel never wrote, and somebody says that it stood there.
    const bodyHash = '11'.repeat(32);
    const { device } = biel;
    const erase = await community
      .boardOf(secondTablet)
      .add({ type: 'erase', places: [{ device, seq: 6, bodyHash }] });
    const last = entries[5] as Entry;
    const lie: Run = { ...board.run(), from: 6, prev: last.id, items: [{ bodyHash }] };
    await deliver(here, { evidence: [encodeTravelling(erase)], runs: [lie] }, ana);
    await board.add(profileOf(biel, 7));
    const { id, logId } = await board.add(profileOf(biel, 8));
    const theirs = { log: logId.slice(0, 32), length: 8, head: id.slice(0, 16) };
    expect(here.replica.lacks([theirs])).toMatchObject([{ from: 7 }]);
    const late = await deliver(here, { runs: [board.run(7)] }, ana);
    expect(late).toMatchObject({ refused: null, added: [] });
    expect(here.replica.lacks([theirs])).toMatchObject([{ from: 6 }]);
    await deliver(here, { runs: [board.run(6)] }, ana);
    expect(heldBoard(here, community)).toEqual({ length: 8, head: id });
  });

  test('thousands in a row travel in pages, and arrive as they were', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const board = community.boardOf(biel);
    for (let n = 0; n < 1_500; n++)
      await board.add(profileOf(biel, n), { signer: null });
    const { entries } = board;
    const regretted = [...entries];
    for (let at = 0; at < regretted.length; at += 50) {
      await board.add(erasing(...regretted.slice(at, at + 50)));
    }
    const here = await whole(community);
    const evidence = entries.slice(1_500).map(encodeTravelling);
    for (const erase of evidence)
      await deliver(here, { evidence: [erase], runs: ledgersOf(community) }, ana);
    const places = holed(entries, ...regretted.map(({ seq }) => seq));
    await deliver(here, { runs: [runOfItems(places.slice(0, 1_500))] }, ana);
    // The erases that came alone take their places behind them (R7).
    expect(heldBoard(here, community).length).toBe(1_530);

    const there = await whole(community);
    const pages = everythingFrom(here, 16_384);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const received = await there.replica.receive(page, {
        type: 'device',
        device: ana.device,
      });
      expect(received.refused).toBeNull();
    }

    expect(there.replica.digest()).toBe(here.replica.digest());
    expect(there.replica.board.boardHash()).toBe(here.replica.board.boardHash());
  });

  test('an erase is all the news that it is: what stands around stays', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    const changes: Change[] = [];
    here.replica.subscribe((change) => changes.push(change));
    const erase = await community
      .boardOf(secondTablet)
      .add(erasing(entries[2] as Entry));
    await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
    expect(changes).toMatchObject([{ added: [erase], gone: [entries[2]] }]);
  });

  test('a fork beside a tombstone is proven by hashes', async () => {
    const { community, entries } = await regrets();
    await community.boardOf(secondTablet).add(erasing(entries[2] as Entry));
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    const branch = community.boardOf(biel).branch(biel, 2);
    await branch.add(profileOf(biel, 7));
    const { questions } = await deliver(here, { runs: [branch.run()] }, ana);
    expect(questions).toMatchObject([{ seq: 2, proof: { seq: 2, kind: 1 } }]);
  });
});

test('[B1] an erase beyond a cut still holds, and is told before all else', async () => {
  const { community, entries } = await regrets();
  const board = community.boardOf(biel);
  const branch = board.branch(biel, 5);
  const erase = await branch.add(erasing(entries[1] as Entry));
  const [here, there] = [await whole(community), await whole(community)];
  for (const each of [here, there]) {
    await deliver(each, { runs: [...ledgersOf(community), board.run()] }, ana);
  }
  const { questions } = await deliver(here, { runs: [branch.run()] }, ana);
  const [question] = questions;
  assert(question?.proof, 'the fork can be proven');
  await community.ledgerOf(ana).add(question.proof);
  // It is the other history's, and known only once it has come by itself.
  await deliver(
    here,
    { evidence: [encodeTravelling(erase)], runs: ledgersOf(community) },
    ana,
  );
  expect(here.replica.entry(entries[1]?.id ?? erase.id)).toBeNull();
  const told = here.replica.forks.evidence();
  await deliver(there, { evidence: told, runs: ledgersOf(community) }, ana);
  expect(there.replica.entry(entries[1]?.id ?? erase.id)).toBeNull();
  expect(there.replica.board.boardHash()).toBe(here.replica.board.boardHash());
});
