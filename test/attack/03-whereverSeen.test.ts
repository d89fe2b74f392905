/**
 * Class 3: what holds wherever it is seen. Who says it, whom nobody trusts any more, and
 * does a witness carry it past an end?
 */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  additionOf,
  confirmed,
  createPerson,
  helped,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { inOrders, variously } from './kit/arrive.ts';
import { bodyOfType, erases } from './kit/entries.ts';
import { alone, openReader, placed, takeAll } from './kit/phones.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  endedPhone,
  everybody,
  noteOf,
  old,
} from './kit/stories.ts';

const carried = (entry: Entry) => {
  const witness = witnessEntry(entry);
  assert(witness, 'a witness can carry it');
  return witness;
};

describe('from beyond the end of a phone that was switched off', () => {
  test('[findings/H1] [replica/H3] an addition that an accomplice carries speaks and erases for nobody', async () => {
    const { community, profile, ending } = await endedPhone();
    const adds = await anasOther('added from beyond');
    const addition = await community.ledgerOf(old).add(additionOf(adds));
    const his = community.ledgerOf(didac);
    await his.add(carried(addition));
    const left = await community.ledgerOf(adds).add({ type: 'member.leave' });
    await his.add(carried(left));
    const board = community.boardOf(adds);
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    await board.add(erases(profile));
    const logs = [community.ledgerOf(old), his, community.ledgerOf(adds), board];
    for (const { replica } of await variously(community, ending, logs)) {
      expect(replica.ledger.speaks(ana.member, adds.device)).toBe(false);
      expect(replica.ledger.isOut(ana.member, adds.device)).toBe(true);
      expect(replica.ledger.member(ana.member)?.left).toBe(false);
      expect(replica.board.profileOf(ana.member)?.name).toBe('Ana');
    }
  });

  test('[ledger/L12] a warning that an accomplice carries takes no trust from her phone', async () => {
    const { community, ending } = await endedPhone();
    const warning = await community
      .ledgerOf(old)
      .add({ type: 'device.freeze', device: ana.device });
    await community.ledgerOf(didac).add(carried(warning));
    const logs = [community.ledgerOf(old), community.ledgerOf(didac)];
    for (const { replica } of await variously(community, ending, logs))
      expect(
        replica.ledger
          .devicesOf(ana.member)
          .some((each) => each.device === ana.device && each.frozen),
      ).toBe(false);
  });

  test('[ledger/L9] hours that an accomplice carries are marked', async () => {
    const { community, ending } = await endedPhone();
    const his = community.ledgerOf(didac);
    const proposal = await his.add(helped(ana, 600));
    const yes = await community.ledgerOf(old).add(confirmed(proposal.id));
    await his.add(carried(yes));
    const logs = [community.ledgerOf(old), his];
    for (const { replica } of await variously(community, ending, logs)) {
      const [line] = replica.ledger.linesOf(proposal.id);
      expect(line).toMatchObject({ status: 'exists', rests: 'witness' });
    }
  });

  test('[findings/H17] an unknown entry that an accomplice carries hides nobody’s hours', async () => {
    const { community, ending } = await endedPhone();
    const strange = await community.ledgerOf(old).addBody(bodyOfType(16));
    const his = community.ledgerOf(didac);
    const witness = witnessEntry(strange);
    if (witness) await his.add(witness);
    const logs = [community.ledgerOf(old), his];
    for (const { replica } of await variously(community, ending, logs))
      expect(replica.ledger.needsUpdate()).toBe(false);
  });
});

describe('the founder’s other history', () => {
  const puppets = (count: number): Promise<CastMember[]> =>
    Promise.all(
      Array.from({ length: count }, (_, n) => createPerson(`Puppet ${String(n)}`)),
    );

  /** Ana is vouched for before the fork; in the other history puppets are let in. */
  async function forked(of: readonly CastMember[]) {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    const log = community.ledgerOf(biel);
    await log.add({ type: 'member.vouch', member: ana.member });
    const fork = log.entries.length;
    const other = log.branch(biel, fork);
    const mine = await log.add({ type: 'member.vouch', member: carme.member });
    for (const each of of) await other.add(await community.admitContent(each));
    for (const { member } of of) await other.add({ type: 'member.vouch', member });
    const hidden = other.entries.slice(fork);
    const [theirs] = hidden;
    assert(theirs, 'there are puppets');
    const proof = proveFork([mine], [theirs]);
    return { community, hidden, proof };
  }

  test('[findings/H16] gives nobody a voice from its earliest proven fork on', async () => {
    const all = await puppets(2);
    const { community, hidden, proof } = await forked(all);
    const proven = await community.ledgerOf(didac).add(proof);
    const pieces = [alone(proven), ...hidden.map((entry) => alone(entry))];
    for await (const { replica } of inOrders(community, [didac], pieces)) {
      const { ledger } = replica;
      for (const { member } of all)
        expect(ledger.member(member)).toMatchObject({ everMember: true, voice: false });
      expect(ledger.member(ana.member)?.voice).toBe(true);
    }
  });

  test('[findings/H16] nor does a witness carry a voice over it', async () => {
    const all = await puppets(2);
    const { community, hidden, proof } = await forked(all);
    const his = community.ledgerOf(didac);
    const proven = await his.add(proof);
    const witnesses: Entry[] = [];
    for (const each of hidden) witnesses.push(await his.add(carried(each)));
    const pieces = [placed(proven), ...witnesses.map((entry) => alone(entry))];
    for await (const { replica } of inOrders(community, [didac], pieces)) {
      for (const { member } of all)
        expect(replica.ledger.member(member)?.voice).toBe(false);
    }
  });
});

describe('[findings/H17] entries of a type that nobody knows', () => {
  /** Everybody has a voice. */
  const voiced = async () => {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    for (const { member } of [ana, carme, didac])
      await community.ledgerOf(biel).add({ type: 'member.vouch', member });
    return community;
  };
  const needsUpdate = async (community: TestCommunity) => {
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    return phone.replica.ledger.needsUpdate();
  };

  test.each([20, 40, 63])(
    'one member’s of type %i hides not everybody’s',
    async (type) => {
      const community = await voiced();
      const log = community.ledgerOf(didac);
      for (let n = 0; n < 3; n++) await log.addBody(bodyOfType(type, [], n));
      expect(await needsUpdate(community)).toBe(false);
    },
  );

  test('three members’ do, who have a voice', async () => {
    const community = await voiced();
    for (const each of [ana, carme, didac])
      await community.ledgerOf(each).addBody(bodyOfType(40));
    expect(await needsUpdate(community)).toBe(true);
  });

  test.each([64, 99, 2 ** 40])('of type %i nobody’s do', async (type) => {
    const community = await voiced();
    for (const each of everybody)
      await community.ledgerOf(each).addBody(bodyOfType(type));
    expect(await needsUpdate(community)).toBe(false);
  });

  test('those of puppets without a voice do not', async () => {
    const community = await voiced();
    for (const name of ['one', 'two', 'three']) {
      const puppet = await createPerson(`Puppet ${name}`);
      await community.ledgerOf(didac).add(await community.admitContent(puppet));
      await community.ledgerOf(puppet).addBody(bodyOfType(40));
    }
    expect(await needsUpdate(community)).toBe(false);
  });

  test('nor those from beyond a fork', async () => {
    const community = await voiced();
    for (const each of [ana, carme, didac]) {
      const log = community.ledgerOf(each);
      const [one, other] = [
        await log.branch(each, log.entries.length).add(helped(biel, 10)),
        await log.add(helped(biel, 20)),
      ];
      await log.addBody(bodyOfType(40));
      await community.ledgerOf(biel).add(proveFork([one], [other]));
    }
    expect(await needsUpdate(community)).toBe(false);
  });
});

describe('[replica/H4] what a device wrote before anybody named it', () => {
  test('stays hidden when only a witness of an ended phone’s addition names it', async () => {
    const { community, ending } = await endedPhone();
    const late = await anasOther('named from beyond');
    const board = community.boardOf(late);
    await board.add(noteOf(late, 'hello'));
    await board.add({ ...profileOf(ana, 50), name: 'not Ana' });
    const addition = await community.ledgerOf(old).add(additionOf(late));
    await community.ledgerOf(didac).add(carried(addition));
    const logs = [board, community.ledgerOf(old), community.ledgerOf(didac)];
    for (const { replica } of await variously(community, ending, logs))
      expect(replica.board.profileOf(ana.member)?.name).toBe('Ana');
  });
});
