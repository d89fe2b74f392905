/**
 * Classes 1, 4 and 5: what an old parcel or code of somebody who was let go can still do. A phone that
 * acts on it takes no parcel of their devices; until then, and as a code, it brings what its
 * writers signed and nothing else, and opens no door.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import { openBundle, packBundle, takeBundle } from '@manyhands/mesh';
import { createPerson, helped } from '@manyhands/testing';
import type { CastMember, TestCommunity } from '@manyhands/testing';
import { call, removed, say } from './kit/caller.ts';
import { addedDevice, erases } from './kit/entries.ts';
import { first, letGo } from './kit/letGo.ts';
import { closeMeshed, openMeshed } from './kit/meshed.ts';
import { openReader, take, takeAll } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import { ana, carme, didac, everybody, noteOf } from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

afterEach(closeMeshed);

const isRemoved = (member: MemberId): boolean => member === didac.member;

/** What Didac packs: all that he holds, what he wrote last included. */
async function packed(community: TestCommunity, by: CastMember = didac) {
  const { replica } = await openReader(community).then(async (phone) => {
    await takeAll(phone, community.logs());
    return phone;
  });
  const { member, signing } = by;
  const parcel = await packBundle({
    replica,
    secret: first.secret,
    member,
    device: signing,
    known: new Map(),
    reader: null,
    acks: [],
  });
  assert(parcel.ok, 'there is something to pack');
  const lock = { community: community.id, secret: first.secret };
  const opened = await openBundle(parcel.value.bundle, [lock]);
  assert(opened.ok, 'whoever holds the first secret can seal');
  return opened.value;
}

/** Everybody but Didac's own later words. */
async function hers(community: TestCommunity): Promise<Reader> {
  const phone = await openReader(community);
  const before = community.logs().filter(({ log }) => log.device !== didac.device);
  await takeAll(phone, before);
  await take(phone, { runs: [community.ledgerOf(didac).run(0, 1)] });
  return phone;
}

async function village() {
  const all = await letGo();
  const { community } = all;
  const card = await community.boardOf(carme).add(noteOf(carme, 'card'));
  await community.ledgerOf(didac).add(helped(carme, 30));
  const later = await community.ledgerOf(didac).add(helped(carme, 600));
  return { ...all, card, later };
}

describe('[mesh/M9] an old parcel of somebody who was let go', () => {
  test('is left alone by a phone that acts on it, whatever is in it', async () => {
    const { community } = await village();
    await community.ledgerOf(didac).add(addedDevice(ana.device));
    const opened = await packed(community);
    const phone = await hers(community);
    const before = sumsOf(phone, everybody);
    for (let n = 0; n < 3; n++) {
      const taken = await takeBundle(phone.replica, opened, { isRemoved });
      expect(taken).toMatchObject({ end: 'removed' });
    }
    expect(sumsOf(phone, everybody)).toEqual(before);
  });

  test('is taken until then, and brings what a link would: nobody is among us again by it', async () => {
    const { community, card, later } = await village();
    await community.boardOf(didac).add(erases(card));
    const opened = await packed(community);
    const phone = await hers(community);
    expect(await takeBundle(phone.replica, opened, {})).toMatchObject({ end: 'whole' });
    const { ledger } = phone.replica;
    expect(ledger.standingOf(didac.member)).toBe('removed');
    // A question for Carme, as it would have been before; it is hers to answer.
    expect(ledger.transfer(later.id, carme.member)?.status).toBe('open');
    expect(ledger.balanceOf(didac.member)).toBe(0);
    expect(phone.replica.entry(card.id)).not.toBeNull();
    const all = await openReader(community);
    await takeAll(all, community.logs());
    expect(sumsOf(phone, everybody)).toEqual(sumsOf(all, everybody));
  });

  test('packed by a device that nobody knows hides whose it is, and brings no more', async () => {
    const { community } = await village();
    const stranger = await createPerson('Guest', 'whoever packs for Didac');
    const opened = await packed(community, stranger);
    const phone = await hers(community);
    await takeBundle(phone.replica, opened, { isRemoved });
    expect(phone.replica.ledger.standingOf(didac.member)).toBe('removed');
    expect(phone.replica.ledger.isEverMember(stranger.member)).toBe(false);
    expect(phone.replica.ledger.balanceOf(didac.member)).toBe(0);
  });
});

test('[mesh/M2] [mesh/M12] a code of theirs brings its hour, and no link and no secret with it', async () => {
  const { community, later } = await village();
  const next = { epoch: 1, secret: new Uint8Array(32).fill(9) };
  const phone = await openMeshed(community, ana, {
    secret: next,
    secretsBefore: [first],
    isRemoved,
    holds: community.logs().filter(({ log }) => log.device !== didac.device),
  });
  await take(phone, { runs: [community.ledgerOf(didac).run(0, 1)] });
  await take(phone, { evidence: [encodeTravelling(later)] });
  expect(phone.replica.entry(later.id)).not.toBeNull();
  const { verdict, line } = await call(phone, {
    member: didac.member,
    signing: didac.signing,
    evidence: [encodeTravelling(later)],
  });
  expect(verdict).toBe(removed);
  expect(line.of(say.secret)).toEqual([]);
  expect(phone.mesh.peers()).toEqual([]);
  expect(phone.replica.ledger.standingOf(didac.member)).toBe('removed');
});
