import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import { expect, test, vi } from 'vitest';
import { Draft } from './draft.ts';

const [ana, biel] = await createCast();

/** How often the gate asks whether a device is certified, where each is by the one before. */
async function stepsFor(devices: number): Promise<number> {
  const community = await TestCommunity.of(ana, [biel]);
  let last = biel;
  for (let i = 0; i < devices; i += 1) {
    const next = await createPerson('Biel', `device ${i}`);
    await community.ledgerOf(last).add(additionOf(next));
    last = next;
  }
  await community.ledgerOf(last).add(helped(ana, 30));
  const here = await openOnMemory(community.id);
  const looks = vi.spyOn(Draft.prototype, 'isCertified');
  await deliver(here, { runs: community.runs().toReversed() }, ana);
  const { length } = looks.mock.calls;
  looks.mockRestore();
  expect(here.replica.ledger.waitingFor(ana.member)).toHaveLength(1);
  return length;
}

test('[findings/H15] devices that let one another in, the last first, cost a step for each', async () => {
  const [few, many] = [await stepsFor(10), await stepsFor(40)];
  expect(many).toBeLessThan(5 * few);
});
