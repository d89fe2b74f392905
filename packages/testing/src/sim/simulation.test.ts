import { describe, expect, test } from 'vitest';
import { fromHex } from '@manyhands/codec';
import { createPerson } from '../people.ts';
import { Community, confirmed, helped } from '../community.ts';
import { deliver, openOnMemory } from '../replicas.ts';
import { truthOf } from './oracle.ts';
import { pinnedSeeds, rawRunsOf, simulate } from './simulate.ts';

// The command `npm run sim` goes on from here; MANYHANDS_SLOW makes this as long.
const seeds = Array.from(
  { length: process.env['MANYHANDS_SLOW'] === undefined ? 20 : 200 },
  (_, i) => i + 1,
);

describe('a community lived through from one seed keeps every promise', () => {
  const all = [...new Set([...pinnedSeeds, ...seeds])];
  test.each(all)('seed %i', { timeout: 120_000 }, async (seed) => {
    const { failure, steps } = await simulate({ seed });
    const replay = `npm run sim -- --seeds 1 --from ${seed} --trace`;
    expect(failure && `${failure}\n  ${replay}`).toBeNull();
    expect(steps).toBeGreaterThan(100);
  });
});

test('one seed is one community, step for step', async () => {
  const lines: string[][] = [[], []];
  const outcomes = [];
  for (const each of lines) {
    const trace = (line: string): unknown => each.push(line);
    outcomes.push(await simulate({ seed: 7, trace }));
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(lines[1]).toEqual(lines[0]);
  expect(lines[0]?.length).toBeGreaterThan(50);
});

describe('[L2] the oracle', () => {
  test('says of raw bytes what the fold says of entries', async () => {
    const [ana, biel] = [await createPerson('Ana'), await createPerson('Biel')];
    const community = await Community.of(ana, [biel]);
    const asked = await community.ledgerOf(biel).add(helped(ana, 45));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = () => truthOf(fromHex(community.id), rawRunsOf(here.replica));

    const open = await truth();
    expect(open.stateHash).toBe(here.replica.ledger.stateHash());
    expect([...open.balances.values()]).toEqual([0, 0]);

    await community.ledgerOf(ana).add(confirmed(asked.id));
    await deliver(here, { runs: community.runs() }, ana);
    const done = await truth();
    expect(done.stateHash).toBe(here.replica.ledger.stateHash());
    expect(done.stateHash).not.toBe(open.stateHash);
    expect(done.balances.get(biel.member)).toBe(45);
    expect(done.balances.get(ana.member)).toBe(-45);
  });

  test('lets nobody in whose certificate is not signed', async () => {
    const [ana, biel] = [await createPerson('Ana'), await createPerson('Biel')];
    const community = await Community.of(ana);
    const content = await community.admitContent(biel);
    await community.ledgerOf(ana).add({ ...content, certSig: '00'.repeat(64) });
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = await truthOf(fromHex(community.id), rawRunsOf(here.replica));
    expect([...truth.members]).toEqual([ana.member]);
    expect(truth.stateHash).toBe(here.replica.ledger.stateHash());
  });
});
