import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { ForkProof, KnownContent } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createPerson,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { repeatedOfAll, repeatedOfOneAuthor } from './limits.ts';
import type { Run } from './page.ts';
import {
  alone,
  ana,
  biel,
  carme,
  didac,
  dutifulPhoneOf,
  withheld,
  written,
} from './testing/phones.ts';

describe('[ledger/L10] what came without its chain', () => {
  test('is carried once it is quiet, and not before', async () => {
    const { community, shown } = await withheld();
    const phone = await dutifulPhoneOf(community, carme);
    await alone(phone, shown);
    await phone.duties.now();
    phone.state.isQuiet = false;
    await phone.duties.rest();
    expect(written(phone)).toEqual([]);
    expect(phone.duties.isOwing).toBe(true);

    phone.state.isQuiet = true;
    await phone.duties.rest();
    expect(written(phone).map(({ content }) => content)).toEqual([witnessEntry(shown)]);
    expect(phone.duties.isOwing).toBe(false);
    await phone.duties.rest();
    expect(written(phone)).toHaveLength(1);
  });

  test('is left to its author, who came back in time', async () => {
    const { community, shown } = await withheld();
    const phone = await dutifulPhoneOf(community, carme);
    await alone(phone, shown);
    await deliver(phone, { runs: [community.ledgerOf(biel).run()] }, biel);
    await phone.duties.rest();
    expect(written(phone)).toEqual([]);
  });

  test('is carried by one of those who hold it; then all come to one state', async () => {
    const { community, shown } = await withheld();
    const [one, other, third] = [
      await dutifulPhoneOf(community, carme),
      await dutifulPhoneOf(community, didac),
      await openOnMemory(community.id),
    ];
    await deliver(third, { runs: [community.ledgerOf(ana).run()] }, ana);
    for (const phone of [one, other]) await alone(phone, shown);
    await one.duties.rest();
    for (const here of [other, third]) {
      const asks = here.replica.lacks(one.replica.wireVector());
      const { page } = one.replica.page(asks);
      assert(page, 'there is a witness to give');
      await here.replica.receive(page, { type: 'message' });
    }
    await other.duties.rest();
    expect(written(other)).toEqual([]);
    const hashes = [one, other, third].map(({ replica }) => replica.ledger.stateHash());
    expect(new Set(hashes).size).toBe(1);
    expect(third.replica.ledger.transfer(shown.id, ana.member)?.minutes).toBe(60);
  });

  test('is not carried when it says nothing, proves nothing, or its device has no certificate', async () => {
    const { community } = await withheld();
    const phone = await dutifulPhoneOf(community, carme);
    const log = community.ledgerOf(biel);
    const nonsense = await log.addBody(Uint8Array.of(0x80));
    const certified = await community.admitContent(await createPerson('Member 4'));
    const unproven = await log.add({ ...certified, certSig: '11'.repeat(64) });
    const unknown = community.ledgerOf(await createPerson('Member 5'));
    await unknown.add(helped(ana, 1));
    const stranger = await unknown.add(helped(ana, 2));
    await alone(phone, nonsense);
    await alone(phone, unproven);
    await alone(phone, stranger);
    await phone.duties.rest();
    expect([...phone.replica.detached()]).toEqual([nonsense, unproven]);
    expect(written(phone)).toEqual([]);
  });

  test('is owed by nobody who is not let in yet, or may write no more', async () => {
    const { community, shown } = await withheld();
    const newcomer = await dutifulPhoneOf(community, await createPerson('Member 5'));
    const phone = await dutifulPhoneOf(community, carme);
    for (const each of [newcomer, phone]) await alone(each, shown);
    expect([newcomer, phone].map(({ duties }) => duties.isOwing)).toEqual([
      false,
      true,
    ]);
    await newcomer.duties.rest();
    expect(written(newcomer)).toEqual([]);

    // An entry by this very phone comes from elsewhere: its journal is behind.
    const elsewhere = await community.ledgerOf(carme).add(helped(ana, 3));
    await deliver(phone, { runs: [community.ledgerOf(carme).run()] }, ana);
    expect(phone.writer.spent).toBe(true);
    await phone.duties.rest();
    expect(written(phone)).toEqual([elsewhere]);
    expect(phone.duties.isOwing).toBe(false);
  });

  test('a witness is said again, unless what it carries stands where all get it', async () => {
    const { community, shown } = await withheld();
    const content = witnessEntry(shown);
    assert(content, 'it can be carried');
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 1));
    const witness = await log.add(content);
    const writtenWith = async (...runs: Run[]): Promise<KnownContent[]> => {
      const phone = await dutifulPhoneOf(community, didac);
      await deliver(phone, { runs }, ana);
      await alone(phone, witness);
      await phone.duties.rest();
      return written(phone).map((entry) => entry.content as KnownContent);
    };
    const biels = community.ledgerOf(biel);
    expect(await writtenWith()).toEqual([content]);
    expect(await writtenWith(biels.run())).toEqual([]);
    const other = await biels.branch(biel, 1).add(helped(ana, 6));
    await community.ledgerOf(ana).add(proveFork([shown], [other]));
    expect(await writtenWith(biels.run())).toEqual([content]);
  });

  test('a proof is said again, whatever other forks are proven firmly', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const proofs: ForkProof[] = [];
    for (const person of [biel, carme]) {
      const log = community.ledgerOf(person);
      const other = await log.branch(person, 0).add(helped(ana, 6));
      proofs.push(proveFork([await log.add(helped(ana, 5))], [other]));
    }
    const [firm, apart] = proofs;
    assert(firm && apart, 'two forks');
    await community.ledgerOf(ana).add(firm);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 1));
    const phone = await dutifulPhoneOf(community, didac);
    await alone(phone, await log.add(apart));
    await phone.duties.rest();
    expect(written(phone)).toMatchObject([{ content: apart }]);
  });

  test('a proof and a witness that came alone are said again as they are', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const twin = community.ledgerOf(biel).branch(biel, 0);
    const one = await community.ledgerOf(biel).add(helped(ana, 5));
    const other = await twin.add(helped(ana, 6));
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 1));
    const proof = await log.add(proveFork([one], [other]));
    const content = witnessEntry(one);
    assert(content, 'it can be carried');
    const witness = await log.add(content);
    const phone = await dutifulPhoneOf(community, didac);
    const { replica } = phone;
    await alone(phone, proof, witness);
    expect(replica.ledger.cuts()).toMatchObject([{ seq: 0, isFirm: false }]);
    expect(replica.ledger.isWitnessed(one.id)).toBe(false);
    await phone.duties.now();
    expect(written(phone)).toEqual([]);
    await phone.duties.rest();
    expect(written(phone).map((entry) => entry.content)).toEqual([
      proof.content,
      witness.content,
    ]);
    expect(replica.ledger.cuts()).toMatchObject([{ seq: 0, isFirm: true }]);
    expect(replica.ledger.isWitnessed(one.id)).toBe(true);
    expect(phone.duties.isOwing).toBe(false);
  });

  test('[A15] of one author so much an hour, and of all together so much', async () => {
    const many = repeatedOfOneAuthor + 10;
    const community = await TestCommunity.of(ana, [biel, carme]);
    const log = community.ledgerOf(biel);
    for (let n = 0; n <= many; n++) await log.add(helped(ana, 1 + n));
    const phone = await dutifulPhoneOf(community, carme);
    await alone(phone, ...log.entries.slice(1));
    await phone.duties.rest();
    await phone.duties.rest();
    expect(written(phone)).toHaveLength(repeatedOfOneAuthor);
    phone.state.time += 3_600_000;
    await phone.duties.rest();
    expect(written(phone)).toHaveLength(many);
  });

  test('[A15] what a full disk refused takes nothing of the hour', async () => {
    const { community, shown } = await withheld();
    const log = community.ledgerOf(didac);
    const twin = log.branch(didac, 0);
    const one = await log.add(helped(ana, 5));
    const proof = proveFork([one], [await twin.add(helped(ana, 6))]);
    const phone = await dutifulPhoneOf(community, carme);
    await alone(phone, shown);
    for (const run of [log.run(), twin.run()])
      await deliver(phone, { runs: [run] }, ana);
    phone.disk.fault = { type: 'StoreFull' };
    for (let n = 0; n <= repeatedOfOneAuthor; n++) {
      phone.state.time += 1_000;
      await phone.duties.rest();
    }
    expect(written(phone)).toEqual([]);
    phone.disk.fault = null;
    phone.state.time += 1_000;
    await phone.duties.rest();
    expect(written(phone).map(({ content }) => content)).toEqual([
      proof,
      witnessEntry(shown),
    ]);
  });

  test('[A15] the loud keep nobody waiting who says little', async () => {
    const loud = Math.ceil(repeatedOfAll / repeatedOfOneAuthor) + 1;
    const names: CastMember[] = [];
    for (let n = 0; n <= loud; n++) names.push(await createPerson(`Member ${n}`));
    const community = await TestCommunity.of(ana, [carme, ...names]);
    const phone = await dutifulPhoneOf(community, carme);
    const last = names.at(-1);
    assert(last, 'a cast');
    for (const person of names) {
      const log = community.ledgerOf(person);
      const count = person === last ? 1 : repeatedOfOneAuthor;
      for (let n = 0; n <= count; n++) await log.add(helped(ana, 1 + n));
      await alone(phone, ...log.entries.slice(1));
    }
    await phone.duties.rest();
    const carried = written(phone).map(({ content }) =>
      content.type === 'witness' ? content.member : null,
    );
    expect(carried).toHaveLength(repeatedOfAll);
    expect(carried).toContain(last.member);
  });
});

describe('[ledger/L10] confirmed hours beyond a cut', () => {
  test('are carried by anybody who knows both sides, after a while', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    const hour = await log.add(helped(didac, 60));
    await community.ledgerOf(didac).add(confirmed(hour.id));
    await twin.add(helped(ana, 1));
    const phone = await dutifulPhoneOf(community, carme);
    await deliver(phone, { runs: [log.run(), community.ledgerOf(didac).run()] }, biel);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.now();
    expect(written(phone)).toEqual([]);
    await phone.duties.rest();
    expect(written(phone).map(({ content }) => content.type)).toEqual([
      'fork.proof',
      'witness',
    ]);
    const { ledger } = phone.replica;
    expect(ledger.transfer(hour.id, didac.member)).toMatchObject({
      status: 'exists',
      rests: 'witness',
    });
    expect(ledger.unwitnessed()).toEqual([]);
  });

  test('and nothing on which no hours rest: beyond a cut it counts nowhere', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    await log.add(helped(ana, 60));
    await twin.add(helped(ana, 1));
    const phone = await dutifulPhoneOf(community, carme);
    await deliver(phone, { runs: [log.run()] }, biel);
    await deliver(phone, { runs: [twin.run()] }, biel);
    await phone.duties.rest();
    expect(written(phone).map(({ content }) => content.type)).toEqual(['fork.proof']);
  });
});

test('[ledger/L10] what makes somebody a member is said again by themselves, at once', async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  const twin = log.branch(biel, 0);
  await log.add(helped(ana, 1));
  const admits = await twin.add(await community.admitContent(didac));
  const vouches = await twin.add({ type: 'member.vouch', member: carme.member });
  const phone = await dutifulPhoneOf(community, didac);
  await deliver(phone, { runs: [log.run()] }, biel);
  await alone(phone, admits);
  await alone(phone, vouches);
  const [mine, theirs] = [log.entries, twin.entries];
  await community.ledgerOf(carme).add(proveFork(mine.slice(0, 1), theirs.slice(0, 1)));
  await deliver(phone, { runs: [community.ledgerOf(carme).run()] }, carme);
  await phone.duties.now();
  const contents = written(phone).map(({ content }) => content);
  expect(contents).toEqual([witnessEntry(admits)]);
  await phone.duties.rest();
  expect(written(phone).at(-1)?.content).toEqual(witnessEntry(vouches));
});
