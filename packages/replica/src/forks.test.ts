import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { encodeTravelling, proveFork, witnessEntry } from '@manyhands/ledger';
import type { Entry, ForkProof } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { startDuties } from './duties.ts';
import type { Duties } from './duties.ts';
import { openWriter } from './writer.ts';
import type { Writer } from './types.ts';

const [ana, biel, carme, didac] = await createCast();

interface Phone extends OnMemory {
  readonly writer: Writer;
  readonly duties: Duties;
  time: number;
  isQuiet: boolean;
}

/** A phone with everything a community wrote, whose duties run. */
async function phoneOf(
  community: TestCommunity,
  person: CastMember,
  runs = community.runs(),
): Promise<Phone> {
  const { member, device, signing } = person;
  const memory = await openOnMemory(community.id, undefined, {
    own: { member, device },
  });
  const { replica, store } = memory;
  await deliver(memory, { runs }, ana);
  for (const { log, entries } of community.logs()) {
    if (log.device !== device) continue;
    for (const { seq, prev, stored } of entries) {
      await store.journal.append({ kind: log.kind, seq, prev, stored });
    }
  }
  const now = () => 29_000_000 as MinuteOfTime;
  const writing = { replica, store, member, device: signing, now, randomBytes };
  const writer = await openWriter(writing);
  assert(writer.ok, 'a phone writes');
  const phone = Object.assign(
    { ...memory, writer: writer.value, time: 0, isQuiet: true },
    { duties: null as unknown as Duties },
  );
  const clock = () => phone.time;
  const isQuiet = () => phone.isQuiet;
  const random = () => 0;
  const duties = startDuties({ replica, writer: writer.value, clock, random, isQuiet });
  return Object.assign(phone, { duties });
}

const written = ({ replica }: Phone, person: CastMember): Entry[] => {
  const { community } = replica;
  const log = { community, kind: 'ledger', ...person } as const;
  const { length, head } = replica.head(log);
  const entries: Entry[] = [];
  for (let at = replica.entry(head); at; at = replica.entry(at.prev)) entries.push(at);
  expect(entries).toHaveLength(length);
  return entries.reverse();
};
const kindsBy = (phone: Phone, person: CastMember): string[] =>
  written(phone, person).map(({ content }) => content.type);
const proofBy = (phone: Phone, person: CastMember): ForkProof | undefined =>
  written(phone, person)
    .map(({ content }) => content)
    .find((content) => content.type === 'fork.proof');

describe('[R4] a fork that was seen', () => {
  test('is proven, and cuts what is told and asked for', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 1; i <= 5; i++) await log.add(helped(ana, i));
    const twin = log.branch(biel, 3);
    for (let i = 1; i <= 9; i++) await twin.add(helped(ana, 90 + i));
    const phone = await phoneOf(community, ana);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.rest();
    expect(proofBy(phone, ana)).toMatchObject({ seq: 3, member: biel.member });
    const { replica } = phone;
    const told = replica.vector().find((each) => each.log.member === biel.member);
    expect(told).toMatchObject({ length: 3, head: log.entries[2]?.id });
    const theirs = {
      log: told?.logId.slice(0, 32) ?? '',
      length: 12,
      head: '00'.repeat(8),
    };
    expect(replica.lacks([theirs])).toEqual([]);
    const ids = [2, 3].map((seq) => replica.forks.idAt(theirs.log, seq));
    expect(ids).toEqual([told?.head, null]);
    expect(replica.forks.idAt('00'.repeat(16), 0)).toBeNull();
    const { page, entries } = replica.page([{ log: theirs.log, from: 0, max: 12 }]);
    expect(page).not.toBeNull();
    // As far as the one signature that was looked at, and covers them.
    expect(entries).toBe(5);
  });

  test('a later proof of the same fork is not written again, an earlier fork is', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 1; i <= 5; i++) await log.add(helped(ana, i));
    const phone = await phoneOf(community, ana);
    for (const [place, minutes] of [
      [3, 50],
      [3, 60],
      [4, 70],
      [1, 80],
    ] as const) {
      const twin = log.branch(biel, place);
      await twin.add(helped(ana, minutes));
      phone.time += 1_000;
      await deliver(phone, { runs: [twin.run()] }, biel);
      await phone.duties.rest();
    }
    const seqs = written(phone, ana).flatMap(({ content }) =>
      content.type === 'fork.proof' ? [content.seq] : [],
    );
    expect(seqs).toEqual([3, 1]);
  });

  test('[findings/B9] at most one proof of one log in a second', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 1; i <= 5; i++) await log.add(helped(ana, i));
    const phone = await phoneOf(community, ana);
    for (const place of [4, 3, 2]) {
      const twin = log.branch(biel, place);
      await twin.add(helped(ana, 90 + place));
      await deliver(phone, { runs: [twin.run()] }, biel);
      await phone.duties.rest();
    }
    expect(phone.replica.ledger.cuts()).toMatchObject([{ seq: 4 }]);
    phone.time += 1_000;
    await phone.duties.rest();
    expect(phone.replica.ledger.cuts()).toMatchObject([{ seq: 2 }]);
    expect(kindsBy(phone, ana).filter((kind) => kind === 'fork.proof')).toHaveLength(2);
  });

  test('[A6] a branch signed only at its end is proven by hashes up to there', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < 40; i++) {
      const sparse = i % 32 === 31 || i === 39 ? {} : { signer: null };
      await log.add(helped(ana, 1 + i), sparse);
    }
    const twin = log.branch(biel, 5);
    for (let i = 0; i < 20; i++) {
      await twin.add(helped(ana, 50 + i), i === 19 ? {} : { signer: null });
    }
    const phone = await phoneOf(community, ana);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.rest();
    const proof = proofBy(phone, ana);
    expect(proof?.seq).toBe(5);
    const lengths = [proof?.hashesA.length, proof?.hashesB.length];
    expect(new Set(lengths)).toEqual(new Set([27, 20]));
    expect(phone.replica.ledger.cuts()).toHaveLength(1);
    // What stands before the cut is covered only beyond it, and goes to others all the same.
    const newcomer = await openOnMemory(community.id);
    const asks = newcomer.replica.lacks(phone.replica.wireVector());
    const { page } = phone.replica.page(asks);
    assert(page, 'there is something to give');
    await newcomer.replica.receive(page, { type: 'device', device: ana.device });
    expect(newcomer.replica.digest()).toBe(phone.replica.digest());
  });

  test('a fact without a signature of its own ends its log (A6)', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 1));
    await log.add(await community.admitContent(carme), { signer: null });
    await log.add(helped(ana, 2));
    const phone = await phoneOf(community, ana);
    expect(written(phone, biel)).toHaveLength(1);
    expect(phone.replica.ledger.isEverMember(carme.member)).toBe(false);
  });

  test('[R10] a device whose log was cut writes nothing more', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    await log.add(helped(ana, 1));
    await twin.add(helped(ana, 2));
    const phone = await phoneOf(community, biel);
    const [one, other] = [log.entries[0], twin.entries[0]];
    assert(one && other, 'both were written');
    const proof = await community.ledgerOf(ana).add(proveFork([one], [other]));
    await deliver(phone, { runs: [community.ledgerOf(ana).run(proof.seq)] }, ana);
    expect(phone.writer.spent).toBe(true);
    const refused = await phone.writer.append('ledger', helped(ana, 3));
    expect(refused).toMatchObject({ ok: false, error: { type: 'JournalBehind' } });
  });

  test('[findings/B14] of a board: only the board is cut, and no word of it is told', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const board = community.boardOf(biel);
    await board.add({ ...profileOf(biel), name: 'One name' });
    const twin = board.branch(biel, 0);
    await twin.add({ ...profileOf(biel, 4), name: 'Another name' });
    const phone = await phoneOf(community, ana);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.rest();
    const { replica } = phone;
    expect(replica.ledger.cuts()).toMatchObject([{ log: { kind: 'board' }, seq: 0 }]);
    expect(replica.board.profileOf(biel.member)).toBeNull();
    expect(replica.ledger.isPaused(biel.member)).toBe(false);
    const last = written(phone, ana).at(-1);
    expect(Buffer.from(last?.stored ?? []).includes('name')).toBe(false);
  });
});

describe('[ledger/L10] duties', () => {
  test('what two had signed is carried over the cut in the same step', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    const asked = await log.add(helped(ana, 60));
    await community.ledgerOf(ana).add(confirmed(asked.id));
    const [theirs] = [await community.ledgerOf(ana).add(helped(biel, 30))];
    await log.add(confirmed(theirs.id));
    await twin.add(helped(ana, 1));
    const phone = await phoneOf(community, ana);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.now();
    expect(kindsBy(phone, ana).slice(-3)).toEqual(['fork.proof', 'witness', 'witness']);
    const { ledger } = phone.replica;
    expect(ledger.balanceOf(biel.member)).toBe(30);
    expect(ledger.transfer(asked.id, ana.member)).toMatchObject({ rests: 'witness' });
  });

  test('[findings/A4] the founder’s fork at 0 un-members nobody, and newcomers get it all', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    const paper = community.ledgerOf(ana);
    const twin = paper.branch(ana, 0);
    await twin.add(await community.foundContent(), { time: 7 });
    await twin.add(await community.admitContent(biel), { time: 8 });
    await twin.add(await community.admitContent(didac), { time: 9 });
    const phone = await phoneOf(community, biel);
    await deliver(phone, { runs: [twin.run()] }, ana);
    await phone.duties.rest();
    const { ledger } = phone.replica;
    expect(ledger.cuts()).toMatchObject([{ seq: 0 }]);
    for (const person of [ana, biel, carme]) {
      expect(ledger.isEverMember(person.member)).toBe(true);
    }
    await phone.duties.rest();

    const newcomer = await openOnMemory(community.id);
    expect(newcomer.replica.founding()).toBeNull();
    for (let i = 0; i < 3; i++) {
      const asks = newcomer.replica.lacks(phone.replica.wireVector());
      const { page } = phone.replica.page(asks);
      if (page) await newcomer.replica.receive(page, { type: 'message' });
    }
    expect(newcomer.replica.digest()).toBe(phone.replica.digest());
    expect(newcomer.replica.ledger.stateHash()).toBe(ledger.stateHash());
    expect(newcomer.replica.ledger.isEverMember(carme.member)).toBe(true);
    const founding = newcomer.replica.founding()?.id ?? '';
    expect([paper, twin].map(({ entries }) => entries[0]?.id)).toContain(founding);
  });

  test('an entry of the other branch that comes alone is a question and a fact', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 1));
    const twin = log.branch(biel, 0);
    const admit = await twin.add(await community.admitContent(carme));
    const phone = await phoneOf(community, ana);
    const received = await deliver(
      phone,
      { evidence: [encodeTravelling(admit)] },
      biel,
    );
    expect(received.questions).toMatchObject([{ seq: 0, theirs: admit.id }]);
    expect(received.detached).toMatchObject([{ id: admit.id }]);
    await phone.duties.rest();
    expect(phone.replica.ledger.isEverMember(carme.member)).toBe(true);
    expect(proofBy(phone, ana)).toMatchObject({ seq: 0 });
    await phone.duties.rest();
    const carried = written(phone, ana).map(({ content }) => content);
    expect(carried).toContainEqual(witnessEntry(admit));
  });

  test('what has no signature of its own is not carried, and not tried for ever', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    const asked = await log.add(helped(ana, 60), { signer: null });
    await log.add(helped(ana, 61));
    await community.ledgerOf(ana).add(confirmed(asked.id));
    await twin.add(helped(ana, 1));
    const phone = await phoneOf(community, ana);
    expect(await phone.replica.isSigned(asked.id)).toBe(false);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.now();
    expect(kindsBy(phone, ana)).not.toContain('witness');
    expect(phone.replica.ledger.transfer(asked.id, ana.member)).toBeNull();
  });
});
