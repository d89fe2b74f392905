import { assert } from '@manyhands/base';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { claimsIn } from './claims.ts';
import type { Claim } from './claims.ts';
import { FollowingRuns, readJoined } from './followingRuns.ts';
import { Holdings } from './holdings.ts';
import { logLimit } from './limits.ts';
import { numberOf } from './numbering.ts';
import { allExplained } from './reading.ts';
import { erasing, holed, runOfItems, secondTablet } from './testing/regrets.ts';

const [ana, biel] = await createCast();

afterEach(() => vi.restoreAllMocks());

async function written(many: number) {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  for (let n = 0; n < many; n++) await log.add(helped(ana, 1 + n));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
  return { community, log, here };
}

const ones = (log: Awaited<ReturnType<typeof written>>['log']) =>
  log.entries.map(({ seq }) => log.run(seq, seq + 1));

test('[findings/H6] a page that is torn into runs of one entry costs no signature for each', async () => {
  const { log, here } = await written(64);
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const runs = ones(log).toReversed();
  expect(await deliver(here, { runs }, biel)).toMatchObject({ refused: null });
  expect(here.replica.head(log.log).length).toBe(64);
  expect(verify.mock.calls.length).toBeLessThan(8);
});

test('of two histories each keeps its own, in whichever order they come', async () => {
  const { log, here } = await written(8);
  const other = log.branch(biel, 4);
  for (let n = 0; n < 4; n++) await other.add(helped(ana, 50 + n));
  const others = other.entries.map(({ seq }) => other.run(seq, seq + 1));
  const runs = [...others.slice(4).toReversed(), ...ones(log)];
  expect(await deliver(here, { runs }, biel)).toMatchObject({ refused: null });
  const heldOf = (entries: typeof log.entries) =>
    entries.slice(4).filter(({ id }) => here.replica.entry(id) !== null).length;
  expect([heldOf(log.entries), heldOf(other.entries)].sort()).toEqual([0, 4]);
});

test('what does not follow on what it says is joined with nothing', async () => {
  const { log, here } = await written(6);
  const [one, two] = [log.run(0, 3), log.run(3, 6)];
  const runs = [one, { ...two, from: 4 }];
  await deliver(here, { runs }, biel);
  expect(here.replica.head(log.log).length).toBe(3);
});

test('of torn runs no more is read than goes on from the first, and each once', async () => {
  const { community, log } = await written(8);
  const runs = ones(log).filter(({ from }) => from !== 5);
  const rules = { community: community.id, logLimit, thorough: false };
  const claims = await claimsIn({ evidence: [], runs }, rules, new Holdings(numberOf));
  const [first] = claims;
  assert(first, 'Biel wrote');
  const following = new FollowingRuns(claims);
  const grant = vi.fn(({ items }: Claim) => items);
  const by = { following, isExplained: allExplained, grant, breathe: undefined };
  const joined = await readJoined(first, by);
  expect(joined.ok && joined.value.items).toEqual(log.entries.slice(0, 5));
  expect(grant.mock.calls.map(([{ from }]) => from)).toEqual([0, 1, 2, 3, 4]);
  expect(claims.map((claim) => following.wasTaken(claim))).toEqual([
    ...[false, true, true, true, true],
    ...[false, false],
  ]);
  const again = await readJoined(first, by);
  expect(again.ok && again.value.items).toHaveLength(1);
});

test('runs that stop at a tombstone are joined once more when its erase is heard', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(ana).add(await community.enrolContent(secondTablet));
  const board = community.boardOf(biel);
  // The last alone is signed, and covers all.
  for (let n = 0; n < 6; n++)
    await board.add(profileOf(biel, n), n < 5 ? { signer: null } : {});
  const [, , , third] = board.entries;
  assert(third, 'Biel wrote');
  const erased = community.boardOf(secondTablet);
  await erased.add(erasing(third));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
  const torn = holed(board.entries, 3).map((item) => runOfItems([item]));
  const page = { runs: [...torn, erased.run()] };
  expect(await deliver(here, page, ana)).toMatchObject({ refused: null });
  expect(here.replica.head(board.log)).toEqual({
    length: 6,
    head: board.entries.at(-1)?.id,
  });
});
