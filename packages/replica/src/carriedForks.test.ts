/** A second history that is shown inside a witness alone (decision 0089). */
import { assert } from '@manyhands/base';
import type { AccountId } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import { encodeTravelling, witnessEntry } from '@manyhands/ledger';
import type { AccountChange, Entry, ForkProof, Witness } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createPerson,
  deliver,
  exchange,
  helped,
  identityContent,
  listing,
  openOnMemory,
  opensAccount,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import { describe, expect, test, vi } from 'vitest';
import { CarriedEntries } from './carriedEntries.ts';
import { ana, biel, carme, didac, dutifulPhoneOf, written } from './testing/phones.ts';
import type { DutifulPhone } from './testing/phones.ts';

function carrying(entry: Entry | undefined): Witness {
  const witness = entry === undefined ? null : witnessEntry(entry);
  assert(witness !== null, 'it can be carried');
  return witness;
}

const keyOf = (n: number) => signingKeyFromSeed(new Uint8Array(32).fill(n));

const proofsBy = (phone: DutifulPhone): ForkProof[] =>
  written(phone).flatMap(({ content }) =>
    content.type === 'fork.proof' ? [content] : [],
  );

/** Biel has written five entries; another history of his has three more after the first two. */
async function twoHistories(sparsely = false) {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const log = community.ledgerOf(biel);
  for (let i = 1; i <= 5; i++)
    await log.add(helped(ana, i), sparsely && i < 5 ? { signer: null } : {});
  const twin = log.branch(biel, 2);
  for (let i = 1; i <= 3; i++) await twin.add(helped(ana, 90 + i));
  return { community, log, twin, hers: community.ledgerOf(carme) };
}

const inTurn = async (phone: OnMemory, ...runs: readonly LogBuilder[]) => {
  const received = [];
  for (const log of runs)
    received.push(await deliver(phone, { runs: [log.run()] }, ana));
  return received;
};

/** Phones that were told both, one first or the other, and have done their duties. */
async function* inBothOrders(community: TestCommunity, ...both: LogBuilder[]) {
  for (const order of [both, both.toReversed()]) {
    const phone = await dutifulPhoneOf(community, didac);
    await inTurn(phone, ...order);
    await phone.duties.rest();
    yield phone;
  }
}

describe('[ledger/L25] what a witness carries and the chain has otherwise', () => {
  test('proves the fork, whichever of the two came first', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await hers.add(carrying(twin.entries[3]));
    for await (const phone of inBothOrders(community, log, hers)) {
      expect(proofsBy(phone)).toMatchObject([{ member: biel.member, seq: 3 }]);
      expect(phone.replica.ledger.cuts()).toMatchObject([{ log: log.log, seq: 3 }]);
    }
  });

  test('proves it also where the witness, or the chain’s entry, is held alone', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await hers.add(helped(ana, 1));
    const witness = await hers.add(carrying(twin.entries[3]));
    const chained = log.entries[3];
    assert(chained, 'there is one');
    const pieces = [witness, chained].map((entry) => ({
      evidence: [encodeTravelling(entry)],
    }));
    for (const order of [pieces, pieces.toReversed()]) {
      const phone = await dutifulPhoneOf(community, didac);
      for (const page of order) await deliver(phone, page, ana);
      expect([...phone.replica.detached()]).toHaveLength(2);
      expect(phone.replica.forks.toProve()).toMatchObject([{ seq: 3 }]);
    }
  });

  test('proves it by hashes up to a signature that was looked at (A6)', async () => {
    const { community, log, twin, hers } = await twoHistories(true);
    await hers.add(carrying(twin.entries[2]));
    for await (const phone of inBothOrders(community, log, hers)) {
      const [proof] = proofsBy(phone);
      expect(proof?.seq).toBe(2);
      expect([proof?.hashesA.length, proof?.hashesB.length].sort()).toEqual([1, 3]);
      // Everybody believes it, also who has heard of nothing else.
      const other = await openOnMemory(community.id);
      await inTurn(other, community.ledgerOf(ana));
      await deliver(other, { runs: [hers.run(), log.run(0, 2)] }, ana);
      await exchange(phone, other);
      expect(other.replica.ledger.cutOf(log.log)).toBe(2);
    }
  });

  test('two witnesses prove it by themselves, once anybody has named the device', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const tablet = await createPerson('Biel', 'tablet');
    const log = community.ledgerOf(tablet);
    const twin = log.branch(tablet, 0);
    await log.add(helped(ana, 1));
    await twin.add(helped(ana, 2));
    const hers = community.ledgerOf(carme);
    for (const { entries } of [log, twin]) await hers.add(carrying(entries[0]));
    const phone = await dutifulPhoneOf(community, didac);
    await inTurn(phone, hers);
    // Whoever makes up a device of Biel's makes nobody write proofs about him.
    expect(phone.replica.forks.toProve()).toEqual([]);
    expect(phone.duties.isOwing).toBe(false);
    const enrolment = await hers.add(await community.enrolContent(tablet));
    await deliver(phone, { runs: [hers.run(enrolment.seq)] }, ana);
    await phone.duties.rest();
    expect(proofsBy(phone)).toMatchObject([{ device: tablet.device, seq: 0 }]);
  });

  test('it is found again by who opens the disk', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await hers.add(carrying(twin.entries[4]));
    for (const [first, last] of [
      [log, hers],
      [hers, log],
    ] as const) {
      const own = { member: didac.member, device: didac.device };
      const before = await openOnMemory(community.id, undefined, { own });
      await inTurn(before, community.ledgerOf(ana), first);
      await before.replica.close();
      const between = await openOnMemory(community.id, before.disk, { own });
      expect(between.replica.forks.toProve()).toEqual([]);
      await inTurn(between, last);
      expect(between.replica.forks.toProve()).toMatchObject([{ seq: 4 }]);
      await between.replica.close();
      const after = await openOnMemory(community.id, between.disk, { own });
      expect(after.replica.forks.toProve()).toMatchObject([{ seq: 4 }]);
    }
  });

  test('of many places in one page one proof is made and written, of the lowest', async () => {
    const { community, log, twin, hers } = await twoHistories();
    for (const at of [4, 2, 3]) await hers.add(carrying(twin.entries[at]));
    const phone = await dutifulPhoneOf(community, didac);
    const made = vi.spyOn(CarriedEntries.prototype, 'signedFrom');
    await inTurn(phone, log, hers);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
    await phone.duties.rest();
    phone.state.time += 60_000;
    await phone.duties.rest();
    expect(proofsBy(phone)).toMatchObject([{ seq: 2 }]);
    expect(phone.replica.forks.toProve()).toEqual([]);
  });

  test('beyond an end it is proven once a later statement has moved the end out', async () => {
    const { community, log, twin, hers } = await twoHistories();
    const [one, other] = [await keyOf(61), await keyOf(62)];
    const off = { key: one, devices: [listing(biel, 1)] };
    const on = { version: 2, key: other, devices: [listing(biel, 4)] };
    await hers.add(await identityContent(community, biel, off, biel.identity));
    const witness = await hers.add(carrying(twin.entries[3]));
    const again = await hers.add(await identityContent(community, biel, on, one));
    const phone = await dutifulPhoneOf(community, didac);
    await inTurn(phone, log);
    await deliver(phone, { runs: [hers.run(0, witness.seq)] }, ana);
    expect(phone.replica.ledger.cutOf(log.log)).toBe(1);
    await deliver(phone, { runs: [hers.run(witness.seq, again.seq)] }, ana);
    expect(phone.replica.forks.toProve()).toEqual([]);
    await deliver(phone, { runs: [hers.run(again.seq)] }, ana);
    expect(phone.replica.forks.toProve()).toMatchObject([{ seq: 3 }]);
  });

  test('says nothing where it is the same, beyond the chain, or bad inside', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await twin.add(helped(ana, 1));
    await hers.add(carrying(log.entries[2]));
    await hers.add(carrying(twin.entries[5]));
    const spoilt = carrying(twin.entries[3]);
    await hers.add({ ...spoilt, sig: carrying(twin.entries[4]).sig });
    const phone = await dutifulPhoneOf(community, didac);
    await inTurn(phone, log, hers, hers, log);
    expect(phone.replica.forks.toProve()).toEqual([]);
    await phone.duties.rest();
    expect(proofsBy(phone)).toEqual([]);
    expect(phone.replica.ledger.isPaused(biel.member)).toBe(false);
    // What the disk's checkpoint says of a witness goes for what it carries.
    await phone.replica.close();
    const again = await openOnMemory(community.id, phone.disk);
    expect(again.replica.forks.toProve()).toEqual([]);
  });

  test('[R4] is nobody’s offence, and no question about a page', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await hers.add(carrying(twin.entries[3]));
    const phone = await dutifulPhoneOf(community, didac);
    for (const received of await inTurn(phone, log, hers))
      expect(received).toMatchObject({ refused: null, questions: [] });
    expect(phone.replica.forks.toProve()).toHaveLength(1);
  });

  test('[H8] is proven at once by whoever has hours with who forked', async () => {
    const { community, log, twin, hers } = await twoHistories();
    await hers.add(confirmed((await log.add(helped(carme, 60))).id));
    await community.ledgerOf(ana).add(carrying(twin.entries[3]));
    const logs = [log, hers];
    for (const [person, proofs] of [
      [carme, 1],
      [didac, 0],
    ] as const) {
      const held = person === carme ? [hers.run()] : [];
      const phone = await dutifulPhoneOf(community, person, {}, held);
      await inTurn(phone, ...logs);
      await phone.duties.now();
      expect(proofsBy(phone)).toHaveLength(proofs);
    }
  });
});

describe('[ledger/L19] [ledger/L25] an hour that a dropped signer backdates inside a witness', () => {
  /** Biel signed for a clinic of Ana's, is dropped, and writes before that in another history. */
  async function backdated() {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const first = community.ledgerOf(ana);
    const opened = await first.add(opensAccount(1, [ana, biel]));
    const account = opened.id as string as AccountId;
    const log = community.ledgerOf(biel);
    const early = await log.add({ ...helped(didac, 60), as: account });
    await log.add(helped(carme, 5));
    const twin = log.branch(biel, 1);
    const change: AccountChange = {
      type: 'account.change',
      account,
      before: account,
      threshold: 1,
      signers: [ana.member],
      places: [ana, biel]
        .map(({ device }) => ({ device, place: 2 }))
        .sort((a, b) => (a.device < b.device ? -1 : 1)),
    };
    await first.add(change);
    await log.add(change);
    const late = await twin.add({ ...helped(carme, 600), as: account });
    const hers = community.ledgerOf(carme);
    await hers.add(confirmed(late.id));
    await hers.add(carrying(late));
    const his = community.ledgerOf(didac);
    await his.add(confirmed(early.id));
    return { community, logs: [first, log, hers, his], early, late };
  }

  test('is marked on every phone, whatever came first', async () => {
    const { community, logs, early, late } = await backdated();
    const phones: DutifulPhone[] = [];
    for (const [at, person] of [ana, didac].entries()) {
      const own = community.ledgerOf(person);
      const phone = await dutifulPhoneOf(community, person, {}, [own.run()]);
      await inTurn(phone, ...(at === 0 ? logs : logs.toReversed()), ...logs);
      const { ledger } = phone.replica;
      expect(ledger.transfer(late.id, carme.member)).toMatchObject({
        status: 'exists',
        mark: null,
      });
      phones.push(phone);
    }
    const [one, other] = phones;
    assert(one && other, 'there are two');
    for (let round = 0; round < 3; round++) {
      for (const { duties } of phones) await duties.rest();
      await exchange(one, other);
    }
    for (const { replica } of phones) {
      const { ledger } = replica;
      expect(ledger.transfer(late.id, carme.member)).toMatchObject({
        status: 'exists',
        mark: 'former',
      });
      expect(ledger.transfer(early.id, didac.member)).toMatchObject({
        status: 'exists',
        mark: null,
      });
      expect(ledger.isPaused(biel.member)).toBe(true);
    }
    expect(one.replica.ledger.stateHash()).toBe(other.replica.ledger.stateHash());
    expect(one.replica.digest()).toBe(other.replica.digest());
  });
});
