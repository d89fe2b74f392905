/** Phones that are stolen and switched off, on replicas whose duties run (ledger/L10, ledger/L12). */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes, signingKeyFromSeed } from '@manyhands/keys';
import { proveFork } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  createPerson,
  deliver,
  enrolmentUnder,
  exchange,
  helped,
  identityContent,
  listing,
  openOnMemory,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { startDuties } from './duties.ts';
import type { Duties } from './duties.ts';
import type { Writer } from './types.ts';
import { openWriter } from './writer.ts';

const [ana, biel, carme, didac] = await createCast();
const tablet = await createPerson('Biel', 'tablet');
const words = await signingKeyFromSeed(new Uint8Array(32).fill(21));

type Phone = OnMemory & { readonly writer: Writer; readonly duties: Duties };

/** A phone with everything the community wrote so far, whose duties run. */
async function phoneOf(community: TestCommunity, person: CastMember): Promise<Phone> {
  const { member, device, signing } = person;
  const memory = await openOnMemory(community.id, undefined, {
    own: { member, device },
  });
  const { replica, store } = memory;
  await deliver(memory, { runs: community.runs() }, ana);
  for (const { seq, prev, stored } of community.ledgerOf(person).entries) {
    await store.journal.append({ kind: 'ledger', seq, prev, stored });
  }
  const now = () => 29_000_000 as MinuteOfTime;
  const writing = { replica, store, member, device: signing, now, randomBytes };
  const writer = await openWriter(writing);
  assert(writer.ok, 'a phone writes');
  const duties = startDuties({
    replica,
    writer: writer.value,
    clock: () => 0,
    isQuiet: () => true,
    random: () => 0,
  });
  return { ...memory, writer: writer.value, duties };
}

async function write(phone: Phone, content: Parameters<Writer['append']>[1]) {
  const entry = await phone.writer.append('ledger', content);
  assert(entry.ok, 'it is written');
  return entry.value;
}

/** They talk until both are quiet, each doing what is due meanwhile. */
async function meet(one: Phone, other: Phone): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await exchange(one, other);
    for (const { duties } of [one, other]) await duties.now();
    for (const { duties } of [one, other]) await duties.rest();
  }
  await exchange(one, other);
  expect(one.replica.digest()).toBe(other.replica.digest());
  expect(one.replica.ledger.stateHash()).toBe(other.replica.ledger.stateHash());
}

describe('[ledger/L10] [ledger/L12] who learns of a cut', () => {
  test('carries what they had signed with its owner, in the same step', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const asked = await community.ledgerOf(ana).add(helped(biel, 60));
    await community.ledgerOf(biel).add(confirmed(asked.id));
    const phone = await phoneOf(community, ana);
    const { ledger } = phone.replica;
    expect(ledger.balanceOf(ana.member)).toBe(60);
    // Who paid ends their own log before it.
    const off = await identityContent(
      community,
      biel,
      { key: words, devices: [listing(biel, 0)] },
      biel.identity,
    );
    const stated = await community.ledgerOf(biel).add(off);
    await deliver(phone, { runs: [community.ledgerOf(biel).run(stated.seq)] }, biel);
    await phone.duties.now();
    expect(ledger.balanceOf(ana.member)).toBe(60);
    expect(ledger.transfer(asked.id, biel.member)).toMatchObject({ rests: 'witness' });
  });

  test('and a device that is switched off writes nothing more', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const phone = await phoneOf(community, biel);
    const off = await identityContent(
      community,
      biel,
      { key: words, devices: [listing(biel, 0)] },
      biel.identity,
    );
    const stated = await community.ledgerOf(ana).add(off);
    await deliver(phone, { runs: [community.ledgerOf(ana).run(stated.seq)] }, ana);
    expect(phone.writer.spent).toBe(true);
  });

  test('[R10] and writes on once its end is moved out again', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    const { device, sealing } = tablet;
    const box = toHex(sealing.publicKey);
    const added = await log.add({ type: 'device.add', device, box, role: 0 });
    const other = await twin.add(helped(ana, 2));
    const phone = await phoneOf(community, tablet);
    await write(phone, helped(ana, 30));

    // Who added it has two histories: nothing says any more that it is Biel's.
    const proof = await community.ledgerOf(ana).add(proveFork([added], [other]));
    await deliver(phone, { runs: [community.ledgerOf(ana).run(proof.seq)] }, ana);
    expect(phone.writer.spent).toBe(true);
    expect(await phone.writer.append('ledger', helped(ana, 45))).toEqual({
      ok: false,
      error: { type: 'JournalBehind' },
    });
    expect((await phone.writer.reread()).ok).toBe(false);

    // His word does.
    const claim = { key: words, devices: [listing(biel, 0), listing(tablet)] };
    const listed = await identityContent(community, biel, claim, biel.identity);
    const stated = await community.ledgerOf(ana).add(listed);
    await deliver(phone, { runs: [community.ledgerOf(ana).run(stated.seq)] }, ana);
    expect(phone.writer.spent).toBe(false);
    expect((await phone.writer.reread()).ok).toBe(true);
    expect((await write(phone, helped(ana, 60))).seq).toBe(1);
  });
});

describe('[findings/A10] a stolen phone, switched off while both halves of a partition trade', () => {
  test('keeps everybody’s hours, does no more, and both halves come to one state', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const before = await community.ledgerOf(biel).add(helped(ana, 30));
    await community.ledgerOf(ana).add(confirmed(before.id));
    const there = await phoneOf(community, carme);
    const stolen = await phoneOf(community, biel);
    const head = community.ledgerOf(biel).entries.length;

    // Here Biel restores on a tablet, ends the phone where it was known, and trades.
    const kit = await identityContent(
      community,
      biel,
      { key: words, devices: [listing(biel, head)] },
      biel.identity,
    );
    await community.ledgerOf(ana).add(kit);
    await community
      .ledgerOf(tablet)
      .add(await enrolmentUnder(community, tablet, 1, words));
    const here = await phoneOf(community, ana);
    const own = await phoneOf(community, tablet);
    const asked = await write(own, helped(ana, 45));
    await exchange(here, own);
    await write(here, confirmed(asked.id));

    // There the thief trades with Carme, who knows nothing of it yet.
    const given = await write(there, helped(biel, 60));
    await exchange(there, stolen);
    await write(stolen, confirmed(given.id));
    const taken = await write(stolen, helped(carme, 90));
    await exchange(there, stolen);
    expect(there.replica.ledger.balanceOf(carme.member)).toBe(60);

    await meet(here, there);
    const { ledger } = here.replica;
    expect(ledger.cutOf(stolenLog(community))).toBe(head);
    expect(ledger.transfer(given.id, biel.member)).toMatchObject({
      status: 'exists',
      rests: 'witness',
    });
    expect(ledger.balanceOf(carme.member)).toBe(60);
    expect(ledger.balanceOf(biel.member)).toBe(30 + 45 - 60);
    expect(ledger.transfer(taken.id, carme.member)).toBeNull();

    // What the phone goes on to say reaches nobody's hours.
    await write(stolen, helped(carme, 600));
    await exchange(there, stolen);
    expect(stolen.writer.spent).toBe(true);
    await meet(here, there);
    await meet(here, own);
    expect(ledger.balanceOf(biel.member)).toBe(15);
    expect(ledger.isPaused(biel.member)).toBe(false);
  });
});

const stolenLog = (community: TestCommunity) => community.ledgerOf(biel).log;
