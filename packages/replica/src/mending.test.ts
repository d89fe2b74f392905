import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import {
  encodeTravelling,
  proveFork,
  signatureLength,
  witnessEntry,
} from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  deliver,
  helped,
  openOnMemory,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { coverageLimit } from './limits.ts';
import type { Run } from './page.ts';
import { dutifulPhoneOf, written } from './testing/phones.ts';
import type { Change } from './types.ts';

const [ana, biel, carme] = await createCast();

/** The run, with the own signatures of these places spoilt on the way. */
const spoilt = (run: Run, ...places: readonly number[]): Run => ({
  ...run,
  items: run.items.map((item, at) =>
    item instanceof Uint8Array && places.includes(run.from + at)
      ? concat(item.slice(0, -signatureLength), new Uint8Array(signatureLength))
      : item,
  ),
});

/** Biel asked for three hours; a neighbour in between spoilt the second one's signature. */
async function told(): Promise<{
  community: TestCommunity;
  asked: Entry;
  here: OnMemory;
  honest: Run;
}> {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  for (const minutes of [10, 20, 30]) await log.add(helped(ana, minutes));
  const here = await openOnMemory(community.id);
  const founding = community.ledgerOf(ana).run();
  await deliver(here, { runs: [founding, spoilt(log.run(), 1)] }, carme);
  const asked = log.entries[1];
  assert(asked, 'Biel asked');
  expect(here.replica.head(log.log).length).toBe(3);
  return { community, asked, here, honest: log.run() };
}

const reopened = async ({ replica, disk }: OnMemory): Promise<OnMemory> => {
  await replica.close();
  return openOnMemory(replica.community, disk);
};

describe('[H9] a good signature takes a bad one’s place', () => {
  test('from a run, from evidence and from a detached one that came first', async () => {
    const { community, asked, honest } = await told();
    const { here: whole } = await told();
    await deliver(whole, { runs: [honest] }, biel);
    const founding = community.ledgerOf(ana).run();
    const alone = { evidence: [encodeTravelling(asked)] };
    const bad = { runs: [spoilt(honest, 1)] };
    for (const pages of [
      [{ runs: [founding] }, bad, { runs: [honest] }],
      [{ runs: [founding] }, bad, alone],
      [{ runs: [founding] }, alone, bad],
      [{ runs: [founding, honest, spoilt(honest, 1)] }],
      [{ runs: [founding, spoilt(honest, 1), honest] }],
    ]) {
      const here = await openOnMemory(community.id);
      for (const page of pages) {
        expect((await deliver(here, page, biel)).refused).toBeNull();
      }
      expect(await here.replica.isSigned(asked.id)).toBe(true);
      expect([...here.replica.detached()]).toEqual([]);
      await here.replica.settled();
      expect(await stateOf(here)).toEqual(await stateOf(whole));
    }
  });

  test('on the disk too, and in what was checked before', async () => {
    const { asked, here, honest } = await told();
    const first = await reopened(here);
    expect(await first.replica.isSigned(asked.id)).toBe(false);
    const changes: Change[] = [];
    first.replica.subscribe((change) => changes.push(change));
    const received = await deliver(first, { runs: [honest] }, biel);
    expect(received).toMatchObject({ added: [], mended: [asked] });
    expect(changes).toMatchObject([{ added: [], mended: [asked] }]);
    const again = await reopened(first);
    expect(again.replica.faults()).toEqual([]);
    expect(await again.replica.isSigned(asked.id)).toBe(true);
    // Nothing but bytes had changed: what was held and told is as it was.
    expect(again.replica.digest()).toBe(here.replica.digest());
    expect(
      await reopened(again).then(({ replica }) => replica.isSigned(asked.id)),
    ).toBe(true);
  });

  test('never the other way round, and a good one is kept as it is', async () => {
    const { asked, here, honest } = await told();
    await deliver(here, { runs: [honest] }, biel);
    const received = await deliver(here, { runs: [spoilt(honest, 1)] }, carme);
    expect(received).toMatchObject({ refused: null, added: [], mended: [] });
    expect(await here.replica.isSigned(asked.id)).toBe(true);
  });

  test('what is not here has none, and nobody is asked for it', async () => {
    const { community, here } = await told();
    const later = await community.ledgerOf(biel).add(helped(ana, 40));
    expect(await here.replica.isSigned(later.id)).toBe(false);
    expect(here.replica.wanted.asks()).toEqual([]);
  });

  test('whoever needs one asks for its place, of whom holds so much', async () => {
    const { asked, here, honest } = await told();
    const log = asked.logId.slice(0, 32);
    expect(here.replica.wanted.asks()).toEqual([]);
    expect(await here.replica.isSigned(asked.id)).toBe(false);
    const ask = { log, from: 1, max: 1 };
    expect(here.replica.wanted.asks()).toEqual([ask]);
    const head = { log, length: 3, head: '00'.repeat(8) };
    expect(here.replica.lacks([head])).toEqual([ask]);
    expect(here.replica.lacks([{ ...head, length: 1 }])).toEqual([]);
    expect(here.replica.lacks([{ ...head, length: 5 }])).toEqual([{ ...ask, max: 4 }]);

    const whole = await openOnMemory(here.replica.community);
    const founding = (await told()).community.ledgerOf(ana).run();
    await deliver(whole, { runs: [founding, honest] }, biel);
    const { page } = whole.replica.page(here.replica.wanted.asks());
    assert(page, 'the place is given');
    await here.replica.receive(page, { type: 'device', device: biel.device });
    expect(await here.replica.isSigned(asked.id)).toBe(true);
    expect(here.replica.wanted.asks()).toEqual([]);
    expect(here.replica.lacks([head])).toEqual([]);
  });
});

test('[H9] a witness that had no signature to carry is written once it is mended', async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  await log.add(helped(ana, 1));
  const asked = await log.add(helped(ana, 60));
  await log.add(helped(ana, 2));
  await community.ledgerOf(ana).add(confirmed(asked.id));
  const twin = log.branch(biel, 1);
  await twin.add(helped(carme, 9));
  await community
    .ledgerOf(ana)
    .add(proveFork(log.entries.slice(1), twin.entries.slice(1)));
  const phone = await dutifulPhoneOf(community, carme);
  await deliver(phone, { runs: [spoilt(log.run(), 1)] }, ana);
  await phone.duties.rest();
  const carried = () =>
    written(phone).filter(({ content }) => content.type === 'witness');
  expect(carried()).toEqual([]);
  expect(phone.replica.wanted.asks()).toHaveLength(1);
  await deliver(phone, { runs: [log.run()] }, biel);
  await phone.duties.rest();
  expect(carried()).toHaveLength(1);
  expect(phone.replica.ledger.transfer(asked.id, ana.member)?.status).toBe('exists');
});

test('[H9] what a witness carries beyond a cut can be said yes to, spoilt as it is here', async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  await log.add(helped(ana, 1));
  const asked = await log.add(helped(carme, 60));
  await log.add(helped(ana, 2));
  const twin = log.branch(biel, 1);
  await twin.add(helped(ana, 9));
  const paper = community.ledgerOf(ana);
  await paper.add(proveFork(log.entries.slice(1), twin.entries.slice(1)));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [spoilt(log.run(), 1), paper.run()] }, carme);
  expect(await here.replica.isSigned(asked.id)).toBe(false);
  const witness = witnessEntry(asked);
  assert(witness, 'it can be carried');
  await paper.add(witness);
  await deliver(here, { runs: [paper.run()] }, ana);
  expect(here.replica.ledger.cuts()).toMatchObject([{ seq: 1 }]);
  expect(await here.replica.isSigned(asked.id)).toBe(true);
});

test('[H9] what a receiver itself cut off from a run convicts nobody', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  for (const minutes of [1, 2]) await log.add(helped(ana, minutes));
  const twin = log.branch(biel, 2);
  await twin.add(helped(ana, 99));
  const here = await openOnMemory(community.id);
  const paper = community.ledgerOf(ana);
  await deliver(here, { runs: [paper.run(), log.run()] }, ana);
  // So many without a signature as one may cover, and that one stands beyond the cut.
  for (let i = 0; i <= coverageLimit; i++) {
    await log.add(helped(ana, 10 + i), i === coverageLimit ? {} : { signer: null });
  }
  const proof = await paper.add(proveFork(log.entries.slice(2), twin.entries.slice(2)));
  await deliver(here, { runs: [paper.run(proof.seq)] }, ana);
  expect(here.replica.ledger.cuts()).toMatchObject([{ seq: 2 }]);
  // It was asked for before the fork was known.
  const late = await deliver(here, { runs: [log.run(2)] }, biel);
  expect(late).toMatchObject({ refused: null, added: [] });
  // A run of which nothing was cut off convicts its sender as before.
  const bare = await deliver(here, { runs: [log.run(2, 10)] }, biel);
  expect(bare.refused).toMatchObject({ type: 'BadSignature', seq: 2 });
});
