/** Class 7: every "first so many" needs turns by member, or the loudest takes all places. */
import { afterEach, describe, expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import {
  encodeTravelling,
  proveFork,
  recoverMember,
  setKit,
  switchOff,
} from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  additionOf,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { LogBuilder, CastMember } from '@manyhands/testing';
import { call, welcome } from './kit/caller.ts';
import { enrolled, erases, keyCalled, stated } from './kit/entries.ts';
import { closeMeshed, meet, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { alone, openPhone, openReader, take, takeAll } from './kit/phones.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  everybody,
  firstPage,
  found,
  newPage,
  noteOf,
  old,
  oldPage,
  village,
} from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';
import { puppet } from './kit/worst/mischief.ts';

afterEach(closeMeshed);

/** More than one page of evidence has. */
const loud = 260;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** As many devices of Didac's, each with two histories, and the proofs in his log. */
async function provenForks(community: TestCommunity): Promise<Entry[]> {
  const his = community.ledgerOf(didac);
  const devices = await Promise.all(upTo(loud).map((n) => puppet(n)));
  for (const device of devices) await his.add(await community.enrolContent(device));
  for (const device of devices) {
    const log = community.ledgerOf(device);
    const other = await log.branch(device, 0).add(helped(carme, 1));
    await his.add(proveFork([await log.add(helped(carme, 2))], [other]));
  }
  return [];
}

/** As many statements about himself, each with an end of his other phone. */
async function ownStatements(community: TestCommunity): Promise<Entry[]> {
  const his = community.ledgerOf(didac);
  const tablet = await puppet(0);
  await his.add(await community.enrolContent(tablet));
  let signer = didac.identity;
  for (const n of upTo(loud + 40)) {
    const key = await keyCalled(`Didac’s ${String(n)}`);
    const devices = [listing(didac), listing(tablet, n)];
    const claim = { version: Math.min(n + 1, lastNumber), key, devices };
    await his.add(await stated(community, didac, claim, signer));
    if (n + 1 < lastNumber) signer = key;
  }
  return [];
}
/** Of a chain of statements; the rest are rivals of the last. */
const lastNumber = 250;

/** As many erases without their chain. */
async function detachedErases(community: TestCommunity): Promise<Entry[]> {
  const board = community.boardOf(didac);
  const note = await board.add(noteOf(didac, 'note'));
  const own = board.branch(didac, 1);
  const all: Entry[] = [];
  for (const _ of upTo(loud)) all.push(await own.add(erases(note)));
  return all.slice(1);
}

/**
 * Ana's tablet has ended her phone, and her phone has said since that it goes on: whoever
 * knows the first alone never asks for the second, which stands beyond.
 */
async function movedOut() {
  const { community } = await village();
  const tablet = await anasOther('tablet');
  const own = community.ledgerOf(ana);
  await own.add(additionOf(tablet));
  const end = own.entries.length;
  const ended = [listing(ana, end), listing(tablet)];
  await community
    .ledgerOf(tablet)
    .add(
      await stated(community, ana, { key: firstPage, devices: ended }, ana.identity),
    );
  const before = [
    ...community.logs().map((log) => log.branch(ana, log.entries.length)),
  ];
  const devices = [listing(ana), listing(tablet)];
  const claim = { version: 2, key: newPage, devices };
  await own.add(await stated(community, ana, claim, firstPage));
  await own.add(helped(biel, 45));
  return { community, before, people: [...everybody, tablet] };
}

/** In as many pages as it takes. */
async function takeAlone(phone: Meshed, entries: readonly Entry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += 250)
    await take(phone, alone(...entries.slice(at, at + 250)));
}

describe('[replica/H7] who was away comes to the same sums', () => {
  test.each([
    ['proofs of one’s own forks', provenForks],
    ['statements about oneself', ownStatements],
    ['erases without their chain', detachedErases],
  ] as const)('however many %s there are', async (_, crowd) => {
    const { community, before, people } = await movedOut();
    const detached = await crowd(community);
    // The loud one came first.
    const isAnas = ({ log }: LogBuilder) => log.member === ana.member;
    const logs = community.logs();
    const holds = [...logs.filter((log) => !isAnas(log)), ...logs.filter(isAnas)];
    const hers = await openMeshed(community, biel, { holds });
    await takeAlone(hers, detached);
    const his = await openMeshed(community, carme, { holds: before });
    expect(his.replica.ledger.identityOf(ana.member).version).toBe(1);
    await meet(hers, his);
    expect(his.replica.ledger.identityOf(ana.member).version).toBe(2);
    expect(sumsOf(his, people).hours).toEqual(sumsOf(hers, people).hours);
  });
});

test('[replica/H7] an erase of hers that no run brings is told among three hundred others', async () => {
  const { community, profile } = await village();
  const board = community.boardOf(ana);
  const hidden = board.branch(ana, 1);
  await hidden.add(noteOf(ana, 'what nobody has seen yet'));
  const erase = await hidden.add(erases(profile));
  const all = await detachedErases(community);
  const hers = await openMeshed(community, biel);
  await takeAlone(hers, all);
  await take(hers, alone(erase));
  const his = await openMeshed(community, carme);
  await meet(hers, his);
  expect(his.replica.board.profileOf(ana.member)).toBeNull();
});

describe('[replica/H7] entries without their chain', () => {
  test('take no place from a statement, a certificate, or a word of a guardian', async () => {
    const { community } = await village();
    const own = community.ledgerOf(ana);
    for (const n of upTo(257)) await own.add(helped(biel, 1 + n));
    const acts = own.entries.slice(1);
    const devices = [listing(ana), listing(old)];
    const facts = [
      await own.add(additionOf(old)),
      await own.add(
        await stated(community, ana, { key: firstPage, devices }, ana.identity),
      ),
    ];
    const phone = await openReader(community);
    await takeAll(phone, [community.ledgerOf(biel)]);
    for (let at = 0; at < acts.length; at += 250)
      await take(phone, alone(...acts.slice(at, at + 250)));
    await take(phone, alone(...facts));
    const { ledger } = phone.replica;
    expect(ledger.identityOf(ana.member).version).toBe(1);
    expect(ledger.hasStanding(ana.member, old.device)).toBe(true);
  });
});

describe('forty devices of an old page', () => {
  async function crowded() {
    const story = await oldPage();
    const log = story.community.ledgerOf(found);
    for (const n of upTo(40)) {
      const device = await anasOther(`puppet ${String(n)}`);
      await log.add(await enrolled(story.community, device, 1, firstPage));
    }
    return story;
  }

  test('leave her room to switch a phone off, and to make a new page', async () => {
    const { community } = await crowded();
    const tablet = await anasOther('tablet');
    await community.ledgerOf(ana).add(await enrolled(community, tablet, 2, newPage));
    const { replica } = await openPhone(community, biel);
    const heads = () => ({ ledger: 1, board: 0 });
    const { ledger } = replica;
    const off = switchOff(ledger, ana.member, [tablet.device], heads);
    expect(off).toMatchObject({ ok: true });
    const key = toHex((await keyCalled('a third page')).publicKey);
    const kit = setKit(ledger, ana.member, { key, guardians: [], g: 0 }, heads);
    expect(kit).toMatchObject({ ok: true });
  });

  test('and her guardians room to bring her back', async () => {
    const { community } = await crowded();
    const guardians = [biel, carme].map(({ member }) => member).sort();
    const claim = { version: 3, key: await keyCalled('a third page'), g: 2, guardians };
    const devices = [listing(ana)];
    await community
      .ledgerOf(ana)
      .add(await stated(community, ana, { ...claim, devices }, newPage));
    const { ledger } = (await openPhone(community, biel)).replica;
    const key = toHex((await keyCalled('what they gave her')).publicKey);
    const of = { member: ana.member, key };
    const heads = () => ({ ledger: 1, board: 0 });
    expect(recoverMember(ledger, biel.member, of, heads)).toMatchObject({ ok: true });
  });

  test('[findings/H1] do not keep the door from showing why', async () => {
    const { community, second } = await crowded();
    const log = community.ledgerOf(found);
    for (const n of upTo(140)) {
      const device = await anasOther(`further puppet ${String(n)}`);
      await log.add(await enrolled(community, device, 1, firstPage));
    }
    const phone = await openMeshed(community, biel);
    const evidence = log.entries.slice(0, 1).map(encodeTravelling);
    const as = { member: ana.member, signing: found.signing, evidence };
    const { verdict, told } = await call(phone, as);
    expect(verdict).not.toBe(welcome);
    expect(told.map(toHex)).toContain(toHex(encodeTravelling(second)));
  });
});

test('[replica/H8] [ledger/L10] a quiet one is carried in the same hour as five loud ones', async () => {
  const puppets = await Promise.all(
    upTo(5).map((n) => createPerson(`Loud ${String(n)}`)),
  );
  const community = await TestCommunity.of(biel, [ana, carme, didac, ...puppets]);
  const newcomer = await createPerson('A newcomer');
  const phone = await openPhone(community, ana);
  const shown = async (person: CastMember, count: number): Promise<void> => {
    const log = community.ledgerOf(person);
    await log.add(helped(ana, 1));
    for (const n of upTo(count))
      await log.add({ type: 'member.vouch', member: ana.member }, { time: n });
    await take(phone, alone(...log.entries.slice(1)));
  };
  for (const each of puppets) await shown(each, 60);
  const hers = community.ledgerOf(carme);
  await hers.add(helped(biel, 5));
  const admission = await hers.add(await community.admitContent(newcomer));
  await take(phone, alone(admission));
  await phone.duties.rest();
  expect(phone.replica.ledger.isWitnessed(admission.id)).toBe(true);
});

test('[replica/H4] a profile is hers, however many devices of an old page write one', async () => {
  const { community } = await oldPage();
  const log = community.ledgerOf(found);
  for (const n of upTo(30)) {
    const device = await anasOther(`puppet ${String(n)}`);
    await log.add(await enrolled(community, device, 1, firstPage));
    await community.boardOf(device).add({ ...profileOf(ana, n + 1), name: 'not Ana' });
  }
  const phone = await openReader(community);
  await takeAll(phone, community.logs());
  expect(phone.replica.board.profileOf(ana.member)?.name).toBe('Ana');
});
