/** M9: bundles that are left alone. */
import { assert, ok } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { encodePage } from '@manyhands/replica';
import { signingKeyFromSeed } from '@manyhands/keys';
import {
  additionOf,
  TestCommunity,
  createCast,
  helped,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
  runOf,
  stateOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { holding, bundleLockOf, packs, takes } from '../testing/bundles.ts';
import { foundPage } from '../testing/foundPage.ts';
import { theft } from '../testing/stolen.ts';
import { openBundle, sealBundle } from './sealedBundle.ts';
import { takeBundle } from './takeBundle.ts';
import { weighBundle } from './weighBundle.ts';

const [ana, biel, carme, didac] = await createCast();

async function village() {
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  await community.boardOf(biel).add(profileOf(biel));
  return community;
}

describe('[M9] nobody’s bundle is opened', () => {
  test('with one byte changed, or cut off anywhere', async () => {
    const community = await village();
    const { bundle } = await packs(await holding(community), ana);
    const step = Math.ceil(bundle.length / 200);
    for (let at = 0; at < bundle.length; at += step) {
      const bent = bundle.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect((await openBundle(bent, [bundleLockOf(community)])).ok).toBe(false);
      const cut = bundle.subarray(0, at);
      expect((await openBundle(cut, [bundleLockOf(community)])).ok).toBe(false);
    }
  });

  test('of another community, or sealed with the secret of another epoch', async () => {
    const community = await village();
    const { bundle } = await packs(await holding(community), ana);
    const other = await TestCommunity.of(ana, [biel], { name: 'Another' });
    const later = { ...bundleLockOf(community), secret: new Uint8Array(32).fill(6) };
    const refused = { ok: false, error: { type: 'AnotherCommunity' } };
    expect(await openBundle(bundle, [later])).toEqual(refused);
    expect(await openBundle(bundle, [])).toEqual(refused);
    // Somebody who uses one secret twice: the community is in the key and in what is signed.
    expect(await openBundle(bundle, [bundleLockOf(other)])).toMatchObject({
      error: { type: 'Malformed' },
    });
    // With several locks, its own.
    const both = await openBundle(bundle, [later, bundleLockOf(community)]);
    expect(both).toMatchObject(ok({ lock: bundleLockOf(community) }));
  });

  test('of a later version, or what is no bundle at all', async () => {
    const locks = [bundleLockOf(await village())];
    const typeOf = async (text: string) => {
      const opened = await openBundle(utf8Bytes(text), locks);
      return opened.ok ? null : opened.error.type;
    };
    expect(await typeOf(`MHB2${'x'.repeat(200)}`)).toBe('Newer');
    expect(await typeOf('A photograph')).toBe('NotABundle');
    expect(await typeOf('')).toBe('NotABundle');
    expect(await typeOf('MHB1')).toBe('Malformed');
  });

  test('signed by a stranger, who is named by nothing in it', async () => {
    const community = await village();
    const here = await holding(community);
    const { bundle } = await packs(here, didac);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'the seal is good: who has the secret can seal');
    const there = await holding(community);
    expect(await weighBundle(there.replica, opened.value)).toMatchObject({
      from: { type: 'stranger' },
    });
  });

  test('signed by a device that its member has switched off', async () => {
    const all = await theft();
    const here = await holding(all.community);
    const { bundle } = await packs(here, all.biel);
    const opened = await openBundle(bundle, [bundleLockOf(all.community)]);
    assert(opened.ok, 'opens');
    expect(await weighBundle(here.replica, opened.value)).toMatchObject({
      from: { type: 'member', member: all.biel.member },
    });
    await all.community.ledgerOf(all.ana).add(all.ending);
    const there = await holding(all.community);
    expect(await weighBundle(there.replica, opened.value)).toMatchObject({
      from: { type: 'switchedOff' },
    });
  });

  test('signed with a page that was replaced: nothing but its evidence is read', async () => {
    const all = await foundPage();
    const { id } = all.community;
    const thief = await openOnMemory(id);
    for (const { entries } of all.before) {
      const page = encodePage({ evidence: [], runs: [runOf(entries)] });
      await thief.replica.receive(page, { type: 'archive' });
    }
    const { bundle } = await packs(thief, all.found);
    const opened = await openBundle(bundle, [bundleLockOf(all.community)]);
    assert(opened.ok, 'opens');
    // Whoever has heard of that device knows at once.
    const knows = await holding(all.community);
    const weight = await weighBundle(knows.replica, opened.value);
    expect(weight).toMatchObject({ from: { type: 'switchedOff' } });
    const before = await stateOf(knows);
    expect(await takes(knows, bundle)).toMatchObject({ end: 'switchedOff' });
    expect(await stateOf(knows)).toEqual(before);
    // Whoever has not reads who it is before anything else.
    const runs = all.community
      .logs()
      .filter(({ log }) => log.device !== all.found.device)
      .map((log) => log.run());
    const there = await holding(all.community, runs);
    expect(await takes(there, bundle)).toMatchObject({ end: 'switchedOff' });
    const [, hours] = all.community.ledgerOf(all.found).entries;
    assert(hours, 'the finder wrote hours');
    expect(there.replica.entry(hours.id)).toBeNull();
  });

  test('not by a device whose new certificate it brings: statements often come first', async () => {
    const all = await foundPage();
    const there = await holding(all.community);
    const log = all.community.ledgerOf(all.biel);
    await log.add(await all.certify(all.tablet));
    await log.add(helped(all.ana, 45));
    const here = await holding(all.community);
    const { bundle } = await packs(here, all.tablet);
    const { ledger } = there.replica;
    expect(ledger.isOut(all.biel.member, all.tablet.device)).toBe(true);
    const opened = await openBundle(bundle, [bundleLockOf(all.community)]);
    assert(opened.ok, 'opens');
    expect(await weighBundle(there.replica, opened.value)).toMatchObject({
      from: { type: 'new' },
    });
    expect(await takes(there, bundle)).toMatchObject({ end: 'whole' });
    expect(there.replica.digest()).toBe(here.replica.digest());
  });

  test('not by a newcomer whom another names as their device and ends', async () => {
    const community = await village();
    const key = await signingKeyFromSeed(new Uint8Array(32).fill(61));
    // Biel says that Didac's phone is his, and switches it off.
    const log = community.ledgerOf(biel);
    await log.add(additionOf({ ...didac, member: biel.member }));
    const claim = { key, devices: [listing(biel), listing(didac, 0, 0)] };
    await log.add(await identityContent(community, biel, claim, biel.identity));
    const there = await holding(community);
    await community.ledgerOf(ana).add(await community.admitContent(didac));
    await community.ledgerOf(didac).add(helped(ana, 30));
    const here = await holding(community);
    const { bundle } = await packs(here, didac);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    const weight = await weighBundle(there.replica, opened.value);
    expect(weight).toMatchObject({ from: { type: 'new' } });
    expect(await takes(there, bundle)).toMatchObject({ end: 'whole' });
    expect(there.replica.digest()).toBe(here.replica.digest());
  });

  test('signed by whom the members let go, whoever names their device', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    await community.ledgerOf(didac).add(helped(ana, 30));
    const there = await holding(community);
    // Biel, who stays, says that it is his: whose it is, its own hand has said.
    await community.ledgerOf(biel).add(additionOf({ ...didac, member: biel.member }));
    const { id } = await community.ledgerOf(carme).add(helped(ana, 45));
    const { bundle } = await packs(await holding(community), didac);
    const opened = await openBundle(bundle, [bundleLockOf(community)]);
    assert(opened.ok, 'opens');
    const isRemoved = (member: MemberId) => member === didac.member;
    expect(await weighBundle(there.replica, opened.value, { isRemoved })).toMatchObject(
      {
        from: { type: 'removed' },
      },
    );
    const taken = await takeBundle(there.replica, opened.value, { isRemoved });
    expect(taken).toMatchObject({ end: 'removed' });
    expect(there.replica.entry(id)).toBeNull();
    // Anybody else may carry the same, and so may he once he is among us again.
    expect(await takes(there, bundle)).toMatchObject({ end: 'whole' });
    expect(there.replica.entry(id)).not.toBeNull();
  });

  test('by its seal is anybody believed: a forged page changes nothing', async () => {
    const community = await village();
    const there = await holding(community);
    const before = await stateOf(there);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 600), { signer: biel.signing });
    const forged = encodePage({ evidence: [], runs: [log.run()] });
    const pages = [new Uint8Array([1, 2, 3]), forged];
    for (const page of pages) {
      const content = { acks: [], pages: [page] };
      const bundle = await sealBundle(content, bundleLockOf(community), biel.signing);
      expect(await takes(there, bundle)).toMatchObject({ added: 0, end: 'unproven' });
    }
    expect(await stateOf(there)).toEqual(before);
  });
});
