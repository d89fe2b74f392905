/** M9: what another may lack, as one sealed and signed file. */
import { assert } from '@manyhands/base';
import { concat, toHex, utf8Bytes } from '@manyhands/codec';
import { encodeTravelling, erasedPositionOf } from '@manyhands/ledger';
import { encodePage, pageOf } from '@manyhands/replica';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  helped,
  identityContent,
  listing,
  profileOf,
  stateOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import {
  holding,
  bundleLockOf,
  packs,
  bundleSecret,
  takes,
} from '../testing/bundles.ts';
import { theft } from '../testing/stolen.ts';
import { lackedBy, packBundle } from './packBundle.ts';
import { openBundle } from './sealedBundle.ts';
import { takeBundle } from './takeBundle.ts';
import { weighBundle } from './weighBundle.ts';

const [ana, biel, carme, didac] = await createCast();

async function village() {
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  await community.boardOf(biel).add(profileOf(biel));
  return community;
}

const lengthsOf = ({ replica }: Awaited<ReturnType<typeof holding>>) =>
  new Map(replica.wireVector().map(({ log, length }) => [log, length]));

describe('[M9] a bundle', () => {
  test('brings everything to whoever holds the beginning alone', async () => {
    const community = await village();
    const here = await holding(community);
    const there = await holding(community, [community.ledgerOf(ana).run()]);
    const { bundle, entries } = await packs(here, ana);
    expect(entries).toBe(5);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    expect(opened.value.device).toBe(ana.device);
    expect(await weighBundle(there.replica, opened.value)).toEqual({
      ...{ entries: 2, hours: 1, answers: 0, people: 0 },
      from: { type: 'member', member: ana.member },
    });
    expect(await takes(there, bundle)).toEqual({
      ...{ added: 2, end: 'whole', hasGap: false },
    });
    expect(there.replica.digest()).toBe(here.replica.digest());
    expect(there.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
  });

  test('taken in a second time changes nothing, and says so beforehand', async () => {
    const community = await village();
    const here = await holding(community);
    const there = await holding(community, [community.ledgerOf(ana).run()]);
    const { bundle } = await packs(here, ana);
    await takes(there, bundle);
    const before = await stateOf(there);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    expect(await weighBundle(there.replica, opened.value)).toMatchObject({
      entries: 0,
    });
    expect(await takes(there, bundle)).toMatchObject({ added: 0, end: 'whole' });
    expect(await stateOf(there)).toEqual(before);
  });

  test('holds only what is new, where what they have is known', async () => {
    const community = await village();
    const there = await holding(community);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 45));
    const here = await holding(community);
    const { bundle, entries } = await packs(here, ana, { known: lengthsOf(there) });
    expect(entries).toBe(1);
    expect(await takes(there, bundle)).toMatchObject({ added: 1, hasGap: false });
    const all = await packs(here, ana);
    expect(bundle.length).toBeLessThan(all.bundle.length);

    const nothing = {
      known: lengthsOf(here),
      secret: bundleSecret,
      acks: [],
      reader: null,
    };
    const { replica } = here;
    const refused = await packBundle({
      ...nothing,
      ...{ replica, device: ana.signing, member: ana.member },
    });
    expect(refused).toEqual({ ok: false, error: { type: 'NothingNew' } });
    expect(lackedBy(lengthsOf(here), replica.wireVector())).toEqual([]);
  });

  test('that follows on what is not here says so, and changes nothing', async () => {
    const community = await village();
    const there = await holding(community);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 45));
    const between = await holding(community);
    await log.add(helped(ana, 50));
    const here = await holding(community);
    const { bundle } = await packs(here, ana, { known: lengthsOf(between) });
    expect(await takes(there, bundle)).toEqual({
      ...{ added: 0, end: 'whole', hasGap: true },
    });
    await takes(there, (await packs(between, ana)).bundle);
    expect(await takes(there, bundle)).toMatchObject({ added: 1, hasGap: false });
  });

  test('brings its packer: a member that nobody here has heard of', async () => {
    const community = await village();
    const there = await holding(community);
    await community.ledgerOf(biel).add(await community.admitContent(didac));
    await community.ledgerOf(didac).add(helped(biel, 60));
    const here = await holding(community);
    // Didac knows what she has, and not what Biel's page about him is to her.
    const { bundle } = await packs(here, didac, { known: lengthsOf(there) });
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    const weight = await weighBundle(there.replica, opened.value);
    expect(weight).toEqual({
      ...{ entries: 2, hours: 1, answers: 0, people: 1 },
      from: { type: 'new' },
    });
    expect(await takes(there, bundle)).toMatchObject({ added: 2 });
    expect(await weighBundle(there.replica, opened.value)).toMatchObject({
      from: { type: 'member', member: didac.member },
    });
  });

  test('tells what no run brings: statements, and entries without their chain', async () => {
    const all = await theft();
    const here = await holding(all.community);
    await all.community.ledgerOf(all.carme).add(helped(all.ana, 10));
    const far = await all.community.ledgerOf(all.carme).add(helped(all.ana, 20));
    await here.replica.receive(pageOf([encodeTravelling(far)]), { type: 'message' });
    const there = await holding(all.community, [all.community.ledgerOf(all.ana).run()]);
    const { bundle } = await packs(here, all.ana);
    await takes(there, bundle);
    expect(there.replica.entry(far.id)).not.toBeNull();
  });

  test('brings what stands alone also where only a later page says who wrote it', async () => {
    const community = await village();
    const there = await holding(community, [community.ledgerOf(ana).run()]);
    await community.ledgerOf(biel).add(await community.admitContent(didac));
    const here = await holding(community);
    await community.ledgerOf(didac).add(helped(ana, 10));
    const far = await community.ledgerOf(didac).add(helped(ana, 20));
    await here.replica.receive(pageOf([encodeTravelling(far)]), { type: 'message' });
    await takes(there, (await packs(here, ana)).bundle);
    expect(there.replica.entry(far.id)).not.toBeNull();
  });

  test('is packed for what stands alone, though they have all the rest', async () => {
    const community = await village();
    const here = await holding(community);
    const known = lengthsOf(here);
    const there = await holding(community);
    await community.ledgerOf(carme).add(helped(ana, 10));
    const far = await community.ledgerOf(carme).add(helped(ana, 20));
    await here.replica.receive(pageOf([encodeTravelling(far)]), { type: 'message' });
    const { bundle, entries } = await packs(here, ana, { known });
    expect(entries).toBe(1);
    await takes(there, bundle);
    expect(there.replica.entry(far.id)).not.toBeNull();
  });

  test('is packed for a fact beyond a cut, and not for the proof of the cut alone', async () => {
    const {
      community,
      ana: packer,
      biel: robbed,
      carme: member,
      ending,
    } = await theft();
    await community.ledgerOf(member).add(ending);
    const there = await holding(community);
    const proven = await packBundle({
      ...{ replica: there.replica, secret: bundleSecret, acks: [], reader: null },
      ...{ device: packer.signing, member: packer.member, known: lengthsOf(there) },
    });
    expect(proven).toEqual({ ok: false, error: { type: 'NothingNew' } });

    const admission = await community.admitContent(didac);
    const fact = await community.ledgerOf(robbed).add(admission);
    const here = await holding(community);
    const { bundle, entries } = await packs(here, packer, { known: lengthsOf(here) });
    expect(entries).toBe(1);
    await takes(there, bundle);
    expect(there.replica.entry(fact.id)).not.toBeNull();
  });

  test('certifies its packer, though whom it was packed for knew that', async () => {
    const community = await village();
    const there = await holding(community);
    await community.ledgerOf(biel).add(await community.admitContent(didac));
    const met = await holding(community);
    await community.ledgerOf(didac).add(helped(biel, 60));
    const here = await holding(community);
    const { bundle } = await packs(here, didac, { known: lengthsOf(met) });
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    const weight = await weighBundle(there.replica, opened.value);
    expect(weight).toMatchObject({ hours: 1, people: 1, from: { type: 'new' } });
    expect(await takes(there, bundle)).toMatchObject({ added: 2, hasGap: false });
  });

  test('says how much its packer’s disk holds', async () => {
    const community = await village();
    const here = await holding(community);
    const acks = here.replica.vector().map(({ logId, length, head }) => ({
      ...{ log: logId.slice(0, 32), length, head: head.slice(0, 32) },
    }));
    const { bundle } = await packs(here, ana, { acks });
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    expect(opened.value.content.acks).toEqual(acks);
  });

  test('is packed again when something is erased meanwhile', async () => {
    const community = await village();
    const board = community.boardOf(biel);
    const about = 'words that Biel regrets';
    const regretted = await board.add({ ...profileOf(biel, 1), about });
    const here = await holding(community);
    await board.add({ type: 'erase', places: [erasedPositionOf(regretted)] });
    const erasing = encodePage({ evidence: [], runs: [board.run(2)] });
    const { replica } = here;
    // It happens at the last moment there is: when the pages are about to be signed.
    const device = {
      publicKey: ana.signing.publicKey,
      async sign(message: Uint8Array) {
        await replica.receive(erasing, { type: 'message' });
        return ana.signing.sign(message);
      },
    };
    const { bundle } = await packs(here, {
      ...ana,
      signing: { ...ana.signing, ...device },
    });
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    const raw = toHex(concat(...opened.value.content.pages));
    expect(raw).not.toContain(toHex(utf8Bytes(about)));
    const there = await holding(community, []);
    await takeBundle(there.replica, opened.value);
    expect(there.replica.board.boardHash()).toBe(replica.board.boardHash());
  });

  test('called off half way leaves what has been taken, and goes on from there', async () => {
    const community = await village();
    const about = 'x'.repeat(900);
    for (let rev = 1; rev < 700; rev++) {
      await community.boardOf(biel).add({ ...profileOf(biel, rev), about });
    }
    const here = await holding(community, []);
    for (const log of community.logs()) {
      for (let from = 0; from < log.entries.length; from += 200) {
        const run = log.run(from, from + 200);
        const page = encodePage({ evidence: [], runs: [run] });
        await here.replica.receive(page, { type: 'archive' });
      }
    }
    const { bundle } = await packs(here, ana);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok && opened.value.content.pages.length > 2, 'several pages');
    const there = await holding(community, [community.ledgerOf(ana).run()]);
    const calling = new AbortController();
    const report = ({ done }: { done: number }) => done === 2 && calling.abort();
    const { signal } = calling;
    const half = await takeBundle(there.replica, opened.value, { report, signal });
    expect(half.end).toBe('stopped');
    expect(half.added).toBeGreaterThan(0);
    const rest = await takeBundle(there.replica, opened.value);
    expect(half.added + rest.added).toBe(701);
    expect(there.replica.digest()).toBe(here.replica.digest());
  });
});

test('[M9] a device that its owner’s other one has added packs for both', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const tablet = {
    ...(await createPerson('Biel', 'tablet')),
    member: biel.member,
    identity: biel.identity,
  };
  const there = await holding(community);
  await community.ledgerOf(biel).add(additionOf(tablet));
  await community.ledgerOf(tablet).add(helped(ana, 20));
  const key = await createPerson('Biel', 'his words');
  const claim = { key: key.identity, devices: [listing(biel, 1, 0), listing(tablet)] };
  const statement = await identityContent(community, biel, claim, biel.identity);
  await community.ledgerOf(tablet).add(statement);
  const here = await holding(community);
  const { bundle } = await packs(here, tablet);
  await takes(there, bundle);
  expect(there.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
});
