/** [ledger/L12] to whom words are sealed: to devices that speak for their member, and a few of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  additionOf,
  TestCommunity,
  createPerson,
  deliver,
  enrolmentUnder,
  identityContent,
  listing,
  openOnMemory,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { readersOf } from './sealing.ts';

let ana: CastMember;
let phone: CastMember;
let laptop: CastMember;
let tablet: CastMember;
let community: TestCommunity;
let pages: Signer[];
beforeEach(async () => {
  [ana, phone, laptop, tablet] = await Promise.all([
    createPerson('Ana'),
    createPerson('Biel'),
    createPerson('Biel', 'laptop'),
    createPerson('Biel', 'tablet'),
  ]);
  pages = await Promise.all(
    [51, 52].map((byte) => signingKeyFromSeed(new Uint8Array(32).fill(byte))),
  );
  community = await TestCommunity.of(ana, [phone]);
  await community.ledgerOf(phone).add(additionOf(laptop));
  await community.ledgerOf(phone).add(additionOf(tablet));
});

const mine = () => [listing(phone), listing(laptop), listing(tablet)];
const strangers = (name: string, length = 20) =>
  Promise.all(
    Array.from({ length }, (_, i) => createPerson('Biel', `${name} ${String(i)}`)),
  );

async function readers(first?: CastMember): Promise<string[]> {
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  return readersOf(here.replica, phone.member, first?.device).map(
    ({ device }) => device,
  );
}
const devicesOf = (people: readonly CastMember[]) => people.map(({ device }) => device);

/** Biel's pages, the first of which is followed by the second. */
async function state(version: number): Promise<void> {
  const [key, signer] = [pages[version - 1], pages[version - 2] ?? phone.identity];
  assert(key, 'two pages');
  const claim = { key, version, devices: mine() };
  await community
    .ledgerOf(phone)
    .add(await identityContent(community, phone, claim, signer));
}

describe('[ledger/L12] words are sealed', () => {
  test('to no device that a replaced page let in: twenty crowd out none of one’s own', async () => {
    await state(1);
    const [found] = pages;
    assert(found, 'the page that was found');
    const many = await strangers('found');
    for (const device of many) {
      await community
        .ledgerOf(device)
        .add(await enrolmentUnder(community, device, 1, found));
    }
    await state(2);
    const own = devicesOf([phone, laptop, tablet]).sort();
    expect((await readers()).sort()).toEqual(own);
  });

  test('to those that a page names before those that some device let in', async () => {
    await state(1);
    const many = await strangers('added', 50);
    for (const device of many) await community.ledgerOf(tablet).add(additionOf(device));
    const found = await readers();
    expect(found).toHaveLength(16);
    expect(found).toEqual(expect.arrayContaining(devicesOf([phone, laptop, tablet])));
    // Always the same ones, whoever asks and whenever.
    expect(await readers()).toEqual(found);
  });

  test('to the device that writes, however many there are', async () => {
    const many = await strangers('added');
    for (const device of many) await community.ledgerOf(tablet).add(additionOf(device));
    for (const own of [phone, laptop, tablet, ...many.slice(0, 3)]) {
      const [first, ...others] = await readers(own);
      expect(first).toBe(own.device);
      expect(others).toHaveLength(15);
    }
  });

  test('to no device that rival statements end: it does not speak', async () => {
    const [key, rival] = pages;
    assert(key && rival, 'two pages');
    const log = community.ledgerOf(phone);
    const sure = { key, devices: mine() };
    const other = { key: rival, devices: [listing(tablet, 0, 0)] };
    for (const claim of [sure, other])
      await log.add(await identityContent(community, phone, claim, phone.identity));
    expect(await readers()).not.toContain(tablet.device);
  });
});
