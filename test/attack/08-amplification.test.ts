/** Class 8: what do all phones write for ever because of one? */
import { describe, expect, test } from 'vitest';
import { proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  LogBuilder,
  confirmed,
  createPerson,
  exchange,
  helped,
  listing,
} from '@manyhands/testing';
import { stated } from './kit/entries.ts';
import { alone, openPhone, placed, take } from './kit/phones.ts';
import type { Phone } from './kit/phones.ts';
import { sized } from './kit/form.ts';
import { ana, biel, carme, didac, firstPage, village } from './kit/stories.ts';
import { puppet } from './kit/worst/mischief.ts';

const many = sized(60, 300);
/** Of one member, by one phone, in an hour (replica/H8). */
const anHour = 30;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** What this phone wrote into its own ledger. */
function written({ replica, person }: Phone): Entry[] {
  const { member, device } = person;
  const { community } = replica;
  const { head } = replica.head({ community, kind: 'ledger', member, device });
  const entries: Entry[] = [];
  for (let at = replica.entry(head); at; at = replica.entry(at.prev)) entries.push(at);
  return entries;
}
const proofsBy = (phone: Phone): number =>
  written(phone).filter(({ content }) => content.type === 'fork.proof').length;
const witnessesBy = (phone: Phone): number =>
  written(phone).filter(({ content }) => content.type === 'witness').length;

/**
 * Two histories of as many devices of Didac's: 176 kB that each phone can prove, if
 * they are three hundred.
 */
async function forks(community: TestCommunity, count: number): Promise<Entry[][]> {
  const his = community.ledgerOf(didac);
  const pairs: Entry[][] = [];
  for (const n of upTo(count)) {
    const device = await puppet(n);
    await his.add(await community.enrolContent(device));
    const log = new LogBuilder(community.id, 'ledger', device);
    const other = await log.branch(device, 0).add(helped(carme, 1));
    pairs.push([await log.add(helped(carme, 2)), other]);
  }
  return pairs;
}

async function show(phone: Phone, pairs: readonly Entry[][]): Promise<void> {
  const his = pairs.flat();
  for (let at = 0; at < his.length; at += 250)
    await take(phone, alone(...his.slice(at, at + 250)));
}

describe('hundreds of forks of one’s own', () => {
  test('[replica/H8] are proven at once by nobody who has no hours with them', async () => {
    const { community } = await village();
    const pairs = await forks(community, many);
    for (const person of [ana, biel]) {
      const phone = await openPhone(community, person);
      await show(phone, pairs);
      await phone.duties.now();
      expect(proofsBy(phone)).toBe(0);
    }
  });

  test('[replica/H8] are proven by the rota thirty an hour', async () => {
    const { community } = await village();
    const pairs = await forks(community, many);
    const phone = await openPhone(community, biel);
    await show(phone, pairs);
    for (const _ of upTo(4)) await phone.duties.rest();
    expect(proofsBy(phone)).toBeGreaterThan(0);
    expect(proofsBy(phone)).toBeLessThanOrEqual(anHour);
    phone.clock.now = 3_600_001;
    for (const _ of upTo(4)) await phone.duties.rest();
    expect(proofsBy(phone)).toBeLessThanOrEqual(2 * anHour);
  });

  test('[replica/H8] are proven thirty an hour by those who have hours with them', async () => {
    const { community } = await village();
    const asked = await community.ledgerOf(didac).add(helped(carme, 60));
    await community.ledgerOf(carme).add(confirmed(asked.id));
    const pairs = await forks(community, many);
    const phone = await openPhone(community, carme);
    await show(phone, pairs);
    await phone.duties.now();
    await phone.duties.rest();
    expect(proofsBy(phone)).toBeLessThanOrEqual(anHour);
  });

  test('[replica/H8] are proven by few of the phones that have talked', async () => {
    const { community } = await village();
    const pairs = await forks(community, sized(20, 30));
    const phones = [
      await openPhone(community, ana),
      await openPhone(community, biel),
      await openPhone(community, carme),
    ];
    for (const phone of phones) {
      await show(phone, pairs);
      await phone.duties.rest();
      for (const other of phones) if (other !== phone) await exchange(phone, other);
    }
    const proofs = phones.reduce((sum, phone) => sum + proofsBy(phone), 0);
    expect(proofs).toBeGreaterThan(0);
    expect(proofs).toBeLessThanOrEqual(pairs.length);
  });

  test('[replica/H8] one of hers is proven at once by her own phones', async () => {
    const { community } = await village();
    const tablet = await createPerson('Ana', 'tablet');
    await community.ledgerOf(ana).add(await community.enrolContent(tablet));
    const log = community.ledgerOf(tablet);
    const other = await log.branch(tablet, 0).add(helped(carme, 1));
    await log.add(helped(carme, 2));
    const phone = await openPhone(community, ana);
    await take(phone, placed(other));
    await phone.duties.now();
    expect(proofsBy(phone)).toBe(1);
  });
});

describe('what a loud one wrote where nobody asks for it', () => {
  test('[replica/H8] proofs without their chain are said again thirty an hour', async () => {
    const { community } = await village();
    const pairs = await forks(community, many);
    const his = community.ledgerOf(didac);
    const phone = await openPhone(community, biel);
    const hidden = his.branch(didac, his.entries.length);
    await hidden.add(helped(carme, 5));
    const proofs: Entry[] = [];
    for (const [one, other] of pairs)
      if (one && other) proofs.push(await hidden.add(proveFork([one], [other])));
    for (let at = 0; at < proofs.length; at += 250)
      await take(phone, alone(...proofs.slice(at, at + 250)));
    for (const _ of upTo(3)) await phone.duties.rest();
    expect(written(phone).length).toBeLessThanOrEqual(anHour + 4);
  });

  test('[ledger/L10] facts about somebody from beyond an end are carried thirty an hour', async () => {
    const { community } = await village();
    const his = community.ledgerOf(didac);
    const tablet = await createPerson('Didac', 'tablet');
    await his.add(await community.enrolContent(tablet));
    const claim = { key: firstPage, devices: [listing(didac), listing(tablet, 0)] };
    await his.add(await stated(community, didac, claim, didac.identity));
    const log = new LogBuilder(community.id, 'ledger', tablet);
    for (const n of upTo(many))
      await log.add({ type: 'member.vouch', member: ana.member }, { time: n });
    const phone = await openPhone(community, ana);
    for (let at = 0; at < many; at += 250)
      await take(phone, alone(...log.entries.slice(at, at + 250)));
    await phone.duties.now();
    await phone.duties.rest();
    expect(witnessesBy(phone)).toBeLessThanOrEqual(anHour);
  });

  test('[ledger/L10] so are hours that two accomplices made beyond an end', async () => {
    const newcomer = await createPerson('A newcomer');
    const community = await TestCommunity.of(biel, [ana, carme, didac, newcomer]);
    const [his, hers] = [community.ledgerOf(didac), community.ledgerOf(newcomer)];
    const claim = { key: firstPage, devices: [listing(didac, 0)] };
    await hers.add(await stated(community, didac, claim, didac.identity));
    const beyond: Entry[] = [];
    for (const n of upTo(many)) {
      const asked = await his.add(helped(newcomer, 1 + n));
      beyond.push(asked, await hers.add(confirmed(asked.id)));
    }
    const phone = await openPhone(community, biel);
    const seen = beyond.filter(({ log }) => log.device === didac.device);
    for (let at = 0; at < seen.length; at += 250)
      await take(phone, alone(...seen.slice(at, at + 250)));
    for (const _ of upTo(3)) await phone.duties.rest();
    expect(witnessesBy(phone)).toBeGreaterThan(0);
    expect(witnessesBy(phone)).toBeLessThanOrEqual(anHour);
  });
});
