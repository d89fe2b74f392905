import { assert } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { coverageLimit } from './limits.ts';
import { holed, runOfItems } from './testing/regrets.ts';

const [ana, biel] = await createCast();

describe('[R4] beyond a known cut', () => {
  /** Biel wrote two histories from place 1 on; the first is held, and the fork is proven. */
  async function forked(length: number): Promise<{
    here: OnMemory;
    log: LogBuilder;
    other: LogBuilder;
  }> {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 10));
    const other = log.branch(biel, 1);
    while (log.entries.length < length) await log.add(helped(ana, 20));
    await other.add(helped(ana, 30));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const { questions } = await deliver(here, { runs: [other.run()] }, ana);
    const proof = questions[0]?.proof;
    assert(proof, 'the fork can be proven');
    const paper = community.ledgerOf(ana);
    await paper.add(proof);
    await deliver(here, { runs: [paper.run()] }, ana);
    expect(here.replica.ledger.cutOf(log.log)).toBe(1);
    return { here, log, other };
  }

  test('nothing is asked', async () => {
    const { here, other } = await forked(3);
    for (const run of [other.run(), other.run(1)]) {
      const received = await deliver(here, { runs: [run] }, ana);
      expect(received).toMatchObject({ refused: null, added: [], questions: [] });
    }
  });

  test('[H9] nobody is blamed for a signature that a receiver left off', async () => {
    const { here, log } = await forked(3);
    const third = log.branch(biel, 1);
    const last = coverageLimit + 1;
    while (third.entries.length < last) await third.add(helped(ana, 40), bare);
    await third.add(helped(ana, 40));
    const received = await deliver(here, { runs: [third.run(1)] }, ana);
    expect(received).toMatchObject({ refused: null, added: [], questions: [] });
  });

  test('[P7] what begins where nothing is kept any more is forgotten', async () => {
    const { here, log, other } = await forked(coverageLimit + 9);
    while (other.entries.length < log.entries.length) await other.add(helped(ana, 50));
    const behind = other.run(coverageLimit + 4);
    const received = await deliver(here, { runs: [behind] }, ana);
    expect(received).toMatchObject({ refused: null, added: [], questions: [] });
  });
});

const bare = { signer: null };

test('[R4] another history whose signature is erased is neither a question nor forgery', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const board = community.boardOf(biel);
  for (let n = 0; n < 3; n++) await board.add(profileOf(biel, n));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  const other = board.branch(biel, 1);
  await other.add(profileOf(biel, 7), bare);
  const { seq }: Entry = await other.add(profileOf(biel, 8));
  const run = runOfItems(holed(other.entries, seq));
  const received = await deliver(here, { runs: [run] }, ana);
  expect(received).toMatchObject({ refused: null, added: [], questions: [] });
});
