import { afterEach, expect, test, vi } from 'vitest';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';

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
