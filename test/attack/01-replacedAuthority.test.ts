/**
 * Class 1: an old page of words, an outranked key, a phone that was switched off, and what
 * they added. Its doors stand in the file beside this one.
 */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { witnessEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { additionOf, createPerson, listing, profileOf } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { variously } from './kit/arrive.ts';
import {
  enrolled,
  erases,
  keyCalled,
  openedInvite,
  recovered,
  stated,
} from './kit/entries.ts';
import type { Reader } from './kit/phones.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  end,
  endedPhone,
  firstPage,
  found,
  newPage,
  noteOf,
  old,
  oldPage,
} from './kit/stories.ts';

const leaving = { type: 'member.leave' } as const;
const hasLeft = ({ replica }: Reader) => replica.ledger.member(ana.member)?.left;
const nameOf = ({ replica }: Reader) => replica.board.profileOf(ana.member)?.name;
const wishesOf = ({ replica }: Reader) => replica.board.wishesOf(ana.member)?.access;

/** Carries an entry over whatever ends its log, in the log of `by`. */
async function carry(
  community: TestCommunity,
  by: CastMember,
  entry: Entry,
): Promise<void> {
  const witness = witnessEntry(entry);
  assert(witness, 'a witness can carry it');
  await community.ledgerOf(by).add(witness);
}

describe('an old page of words', () => {
  test.each([
    ['itself', found],
    ['an accomplice', didac],
  ] as const)(
    '[replica/H2] leaves for nobody, by place or carried by %s',
    async (_, by) => {
      const { community, second } = await oldPage();
      const left = await community.ledgerOf(found).add(leaving);
      await carry(community, by, left);
      const logs = [community.ledgerOf(found), community.ledgerOf(didac)];
      for (const phone of await variously(community, second, logs))
        expect(hasLeft(phone)).toBe(false);
    },
  );

  test('[findings/H1] [replica/H2] nor does what it enrols, adds, and what these add', async () => {
    const { community, second } = await oldPage();
    const its = await Promise.all(['a', 'b', 'c'].map(anasOther));
    const [enrols, adds, further] = its as [CastMember, CastMember, CastMember];
    const log = community.ledgerOf(found);
    await log.add(await enrolled(community, enrols, 1, firstPage));
    await log.add(additionOf(adds));
    await community.ledgerOf(adds).add(additionOf(further));
    for (const each of its) {
      const left = await community.ledgerOf(each).add(leaving);
      await carry(community, each, left);
    }
    const logs = [found, ...its].map((each) => community.ledgerOf(each));
    for (const { replica } of await variously(community, second, logs)) {
      const { ledger } = replica;
      expect(ledger.member(ana.member)?.left).toBe(false);
      for (const { device } of [found, ...its]) {
        expect(ledger.isOut(ana.member, device)).toBe(true);
        expect(ledger.speaks(ana.member, device)).toBe(false);
      }
      expect(ledger.speaks(ana.member, ana.device)).toBe(true);
    }
  });

  test('[replica/H3] erases nothing, however it comes', async () => {
    const { community, profile, second } = await oldPage();
    await community.boardOf(found).add(erases(profile));
    const logs = [community.ledgerOf(found), community.boardOf(found)];
    for (const phone of await variously(community, second, logs))
      expect(nameOf(phone)).toBe('Ana');
  });

  test('[replica/H4] shows nothing under her name', async () => {
    const { community, second } = await oldPage();
    const board = community.boardOf(found);
    await board.add({ ...profileOf(ana, 2 ** 32 - 1), name: 'not Ana' });
    const { publicKey } = firstPage;
    await board.add(await openedInvite(community, found, toHex(publicKey), firstPage));
    const logs = [community.ledgerOf(found), board];
    for (const phone of await variously(community, second, logs)) {
      expect(nameOf(phone)).toBe('Ana');
      expect(phone.replica.board.openInvites()).toEqual([]);
    }
  });

  test('[findings/H1] of twenty of its devices none is one of those that speak for her', async () => {
    const { community, second } = await oldPage();
    const log = community.ledgerOf(found);
    for (let n = 0; n < 20; n++) {
      const device = await anasOther(`puppet ${n}`);
      await log.add(await enrolled(community, device, 1, firstPage));
    }
    for (const { replica } of await variously(community, second, [log])) {
      const { ledger } = replica;
      const speaking = ledger
        .devicesOf(ana.member)
        .filter(({ device }) => ledger.speaks(ana.member, device));
      expect(speaking.map(({ device }) => device)).toEqual([ana.device]);
    }
  });
});

describe('a phone that was switched off', () => {
  test.each([
    ['itself', old],
    ['an accomplice', didac],
  ] as const)(
    '[replica/H2] leaves for nobody from beyond its end, carried by %s',
    async (_, by) => {
      const { community, ending } = await endedPhone();
      const left = await community.ledgerOf(old).add(leaving);
      await carry(community, by, left);
      const logs = [community.ledgerOf(old), community.ledgerOf(didac)];
      for (const phone of await variously(community, ending, logs))
        expect(hasLeft(phone)).toBe(false);
    },
  );

  test('[findings/H1] [replica/H3] what it adds speaks for nobody, and erases nothing', async () => {
    const { community, profile, ending } = await endedPhone();
    const adds = await anasOther('added by the old phone');
    await community.ledgerOf(old).add(additionOf(adds));
    await carry(community, didac, await community.ledgerOf(adds).add(leaving));
    await community.boardOf(adds).add(erases(profile));
    await community.boardOf(adds).add({ ...profileOf(ana, 99), name: 'not Ana' });
    const logs = [old, adds, didac].map((each) => community.ledgerOf(each));
    const all = [...logs, community.boardOf(adds)];
    for (const phone of await variously(community, ending, all)) {
      expect(phone.replica.ledger.isOut(ana.member, adds.device)).toBe(true);
      expect(hasLeft(phone)).toBe(false);
      expect(nameOf(phone)).toBe('Ana');
    }
  });

  test('[replica/H3] erases by place: before its end it does, from there on it does not', async () => {
    const { community, profile, before, ending } = await endedPhone();
    const board = community.boardOf(old);
    expect(board.entries).toHaveLength(end);
    await board.add(erases(profile, before));
    for (const phone of await variously(community, ending, [board])) {
      expect(nameOf(phone)).toBe('Ana');
      expect(wishesOf(phone)).toBe('a ramp');
    }
  });

  test('[replica/H4] shows nothing from beyond its end', async () => {
    const { community, ending } = await endedPhone();
    const board = community.boardOf(old);
    await board.add(noteOf(old, 'beyond'));
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    for (const phone of await variously(community, ending, [board])) {
      expect(nameOf(phone)).toBe('Ana');
      expect(wishesOf(phone)).toBe('a ramp');
    }
  });
});

describe('a key that guardians outranked', () => {
  test('[findings/H1] [replica/H2] [replica/H3] what it certifies is out, leaves and erases for nobody', async () => {
    const { community, profile } = await oldPage();
    const guardians = [biel, carme, didac].map(({ member }) => member).sort();
    const third = await keyCalled('Ana’s third page');
    const own = community.ledgerOf(ana);
    const devices = [listing(ana)];
    const claim = { version: 3, key: third, devices, g: 2, guardians };
    await own.add(await stated(community, ana, claim, newPage));
    const thiefs = await keyCalled('of whoever stole the third page');
    const phone = await createPerson('Ana', 'phone of whoever stole the third page');
    const stolen = {
      version: 4,
      key: thiefs,
      devices: [listing(ana, 0), listing(phone)],
    };
    const log = community.ledgerOf(didac);
    await log.add(await stated(community, ana, stolen, third));
    await log.add(await enrolled(community, phone, 4, thiefs));
    await carry(community, didac, await community.ledgerOf(phone).add(leaving));
    await community.boardOf(phone).add(erases(profile));
    const rescue = await keyCalled('what her guardians gave her');
    for (const each of [biel, carme])
      await community.ledgerOf(each).add(recovered(ana, 4, rescue, [listing(ana)]));
    const truth = community.ledgerOf(carme).entries.at(-1);
    assert(truth, 'Carme wrote');
    const logs = [log, community.ledgerOf(phone), community.boardOf(phone)];
    for (const each of await variously(community, truth, logs)) {
      expect(each.replica.ledger.identityOf(ana.member).version).toBe(4);
      expect(each.replica.ledger.isOut(ana.member, phone.device)).toBe(true);
      expect(hasLeft(each)).toBe(false);
      expect(nameOf(each)).toBe('Ana');
    }
  });
});
