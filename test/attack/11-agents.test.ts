/**
 * Classes 1, 2, 9 and 11, of who writes for a member without a phone (ledger/L14, decision 0079): with
 * the log that is on their phone they add nobody, decide nothing, sign for nothing, and give
 * themselves no hour; and nobody writes for somebody by their own word. In whatever order it comes.
 */
import { describe, expect, test } from 'vitest';
import type { MemberId, Minutes } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { deviceStatement, proveFork } from '@manyhands/ledger';
import type { Entry, KnownContent, MemberAdmit } from '@manyhands/ledger';
import {
  LogBuilder,
  TestCommunity,
  confirmed,
  createPerson,
  helped,
  opensAccount,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { inOrders } from './kit/arrive.ts';
import type { Piece } from './kit/arrive.ts';
import { addedDevice, keyCalled } from './kit/entries.ts';
import { sized } from './kit/form.ts';
import { asks, votes } from './kit/letGo.ts';
import { alone, placed } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import { ana, biel, carme, didac } from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

const orders = sized(8, 400);

/** Somebody without a phone, and their log on Carme's. */
const page = await createPerson('Didac 2', 'no phone of his own');
const neighbour: CastMember = {
  ...page,
  signing: carme.signing,
  device: carme.device,
  sealing: carme.sealing,
};
const people = [ana, biel, carme, didac, neighbour];
const puppet = await createPerson('Guest', 'puppet of an agent');

/** Everybody is in, Ana and Carme have a voice, and Carme writes for a neighbour. */
async function onPaper() {
  const community = await TestCommunity.of(biel, [ana, carme, didac]);
  for (const { member } of [ana, carme])
    await community.ledgerOf(biel).add({ type: 'member.vouch', member });
  const { member, device, box, certSig } = await community.enrolContent(neighbour, 2);
  const admission: MemberAdmit = {
    type: 'member.admit',
    member,
    device,
    box,
    certSig,
    role: 2,
    invite: null,
  };
  const hers = community.ledgerOf(carme);
  await hers.add(admission);
  const theirs = new LogBuilder(community.id, 'ledger', neighbour);
  return { community, hers, theirs };
}

/** Entries of one log, which come in their places or each by itself. */
const anyhow = (entries: readonly Entry[]): Piece => [
  alone(...entries),
  placed(...entries),
];

async function expectSame(
  community: TestCommunity,
  pieces: readonly Piece[],
  holds: (phone: Reader) => void,
): Promise<void> {
  let first: unknown;
  let tried = 0;
  for await (const phone of inOrders(community, [], pieces)) {
    if ((tried += 1) > orders) break;
    const sums = sumsOf(phone, people);
    first ??= sums;
    expect(sums).toEqual(first);
    holds(phone);
  }
  expect(tried).toBeGreaterThan(1);
}

const inAll = async (log: LogBuilder, contents: readonly KnownContent[]) => {
  const entries: Entry[] = [];
  for (const content of contents) entries.push(await log.add(content));
  return entries;
};

describe('[ledger/L14] whoever writes for somebody', () => {
  test('adds no device, lets nobody in, vouches for nobody and does not leave for them', async () => {
    const { community, theirs } = await onPaper();
    const acts = await inAll(theirs, [
      addedDevice(puppet.device),
      addedDevice(ana.device),
      addedDevice(puppet.device, puppet.device, 1),
      await community.admitContent(puppet),
      { type: 'member.vouch', member: didac.member },
      { type: 'member.leave' },
    ]);
    await expectSame(community, [anyhow(acts.slice(0, 3)), anyhow(acts)], (phone) => {
      const { ledger } = phone.replica;
      const devices = ledger.devicesOf(neighbour.member).map(({ device }) => device);
      expect(devices).toEqual([carme.device]);
      expect(ledger.memberOfDevice(ana.device)).toBe(ana.member);
      expect(ledger.isEverMember(puppet.member)).toBe(false);
      expect(ledger.vouchersOf(didac.member)).toEqual([]);
      expect(ledger.member(neighbour.member)?.left).toBe(false);
    });
  });

  test('has no vote in their name, and asks nothing, though they had a voice', async () => {
    const { community, hers, theirs } = await onPaper();
    const { member } = neighbour;
    for (const each of [biel, ana])
      await community.ledgerOf(each).add({ type: 'member.vouch', member });
    const question = await community.ledgerOf(biel).add(asks('removed'));
    await hers.add(votes(question.id));
    const said = await inAll(theirs, [
      votes(question.id),
      asks('removed', [], ana.member),
      votes(question.id, false),
      votes(question.id),
    ]);
    await expectSame(community, [anyhow(said), anyhow(said.slice(0, 2))], (phone) => {
      const { ledger } = phone.replica;
      expect(ledger.motion(question.id)?.yes).not.toContain(member);
      expect(ledger.motion(question.id)?.no).not.toContain(member);
      expect(ledger.motions()).toHaveLength(1);
    });
  });

  test('opens no account in their name, and signs for none', async () => {
    const { community, theirs } = await onPaper();
    const opened = await community.ledgerOf(ana).add(opensAccount(1, [ana, neighbour]));
    const account = opened.id as string as never;
    const asked = await community.ledgerOf(didac).add({
      ...helped(didac, 60),
      lines: [{ party: account, minutes: 60 as Minutes }],
    });
    const said = await inAll(theirs, [
      opensAccount(1, [neighbour]),
      { type: 'transfer.confirm', proposal: asked.id, as: account },
      { ...helped(carme, 600), gave: false, as: account },
    ]);
    const yes = await community.ledgerOf(carme).add(confirmed(said[2]?.id));
    await expectSame(community, [anyhow(said), anyhow([yes])], (phone) => {
      const { ledger } = phone.replica;
      expect(ledger.accounts().map((each) => each.account)).toEqual([account]);
      expect(ledger.balanceOf(account)).toBe(0);
      expect(ledger.balanceOf(carme.member)).toBe(0);
    });
  });

  test('gives themselves no hour, from either side, in one history or two', async () => {
    const { community, hers, theirs } = await onPaper();
    const { member } = neighbour;
    // What they write with somebody else counts.
    const help = await community
      .ledgerOf(ana)
      .add({ ...helped(ana, 20), lines: [{ party: member, minutes: 20 as Minutes }] });
    const thanks = await theirs.add(confirmed(help.id));
    const line = (party: MemberId) => ({ lines: [{ party, minutes: 600 as Minutes }] });
    const own = await hers.add({ ...helped(carme, 600), ...line(member) });
    const asked = await theirs.add({
      ...helped(carme, 600),
      ...line(carme.member),
      gave: false,
    });
    const yes = await theirs.add(confirmed(own.id));
    const hersYes = await hers.add(confirmed(asked.id));
    const later = await theirs.add(helped(didac, 10));
    const twin = theirs.branch(neighbour, 3);
    const twinYes = await twin.add(confirmed(own.id));
    const proof = await community.ledgerOf(ana).add(proveFork([later], [twinYes]));
    const pieces = [
      [own],
      [thanks, asked, yes, later],
      [hersYes],
      [twinYes],
      [proof],
    ].map(anyhow);
    await expectSame(community, pieces, ({ replica: { ledger } }) => {
      expect(ledger.transfer(own.id, member)?.status).not.toBe('exists');
      expect(ledger.transfer(asked.id, carme.member)?.status).not.toBe('exists');
      expect(ledger.balanceOf(carme.member)).toBe(0);
      expect(ledger.balanceOf(member)).toBe(-20);
    });
  });
});

describe('[ledger/L14] by their own word', () => {
  test('nobody writes for a member who never asked, nor on somebody else’s phone', async () => {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    const forged = await keyCalled('a key that is nobody’s');
    const box = toHex(didac.sealing.publicKey);
    const enrolments: KnownContent[] = [];
    for (const role of [0, 2] as const) {
      for (const { device } of [didac, carme]) {
        const named = { member: ana.member, device, box, role, version: 0 };
        const statement = deviceStatement({ community: community.id, ...named });
        const certSig = toHex(await forged.sign(statement));
        enrolments.push({ type: 'device.enrol', ...named, by: null, certSig });
        enrolments.push({
          type: 'member.admit',
          member: ana.member,
          device,
          box,
          role,
          certSig,
          invite: null,
        });
      }
    }
    const said = await inAll(community.ledgerOf(didac), enrolments);
    const forAna = { ...didac, member: ana.member };
    const log = new LogBuilder(community.id, 'ledger', forAna);
    const hours = await inAll(log, [{ ...helped(didac, 600), gave: false }]);
    const yes = await community.ledgerOf(didac).add(confirmed(hours[0]?.id));
    const pieces = [anyhow(said), anyhow(hours), anyhow([yes])];
    await expectSame(community, pieces, ({ replica: { ledger } }) => {
      expect(ledger.devicesOf(ana.member).map(({ device }) => device)).toEqual([
        ana.device,
      ]);
      expect(ledger.balanceOf(didac.member)).toBe(0);
      expect(ledger.memberOfDevice(carme.device)).toBe(carme.member);
    });
  });

  test('nobody lets somebody in to write for on a phone that is not theirs', async () => {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    const { member, device, box, certSig } = await community.enrolContent(neighbour, 2);
    const admission = await community.ledgerOf(didac).add({
      type: 'member.admit',
      member,
      device,
      box,
      certSig,
      role: 2,
      invite: null,
    });
    const log = new LogBuilder(community.id, 'ledger', neighbour);
    const hours = await inAll(log, [{ ...helped(didac, 600), gave: false }]);
    const yes = await community.ledgerOf(didac).add(confirmed(hours[0]?.id));
    const pieces = [anyhow([admission]), anyhow(hours), anyhow([yes])];
    await expectSame(community, pieces, ({ replica: { ledger } }) => {
      expect(ledger.isEverMember(member)).toBe(false);
      expect(ledger.balanceOf(didac.member)).toBe(0);
    });
  });
});
