/** Class 11: who gains by naming somebody else’s device, key, kind or log as theirs? */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { whoHolds } from '@manyhands/door';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import { openBundle, packBundle, weighBundle } from '@manyhands/mesh';
import {
  LogBuilder,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { addedDevice, enrolled, erases, keyCalled, stated } from './kit/entries.ts';
import { closeMeshed, dial, openMeshed } from './kit/meshed.ts';
import {
  alone,
  openPhone,
  openReader,
  placed,
  reopened,
  take,
  takeAll,
} from './kit/phones.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  firstPage,
  newPage,
  noteOf,
  oldPage,
  village,
} from './kit/stories.ts';

afterEach(closeMeshed);

/** Members whose names come before and after that of whom they name: order is no proof. */
async function around(member: string): Promise<[CastMember, CastMember]> {
  let [before, after]: [CastMember | null, CastMember | null] = [null, null];
  for (let n = 0; before === null || after === null; n++) {
    const each = await createPerson(`Impostor ${String(n)}`);
    if (each.member < member) before ??= each;
    else after ??= each;
  }
  return [before, after];
}

const newcomer = await createPerson('A newcomer');
const [before, after] = await around(newcomer.member);

/** Carme let a newcomer in, whose device somebody names as their own. */
async function named(
  by: CastMember,
  how: 'adds' | 'enrols',
): Promise<{ community: TestCommunity }> {
  const { community } = await village();
  for (const each of [before, after])
    await community.ledgerOf(didac).add(await community.admitContent(each));
  await community.ledgerOf(carme).add(await community.admitContent(newcomer));
  const stolen = { ...by, device: newcomer.device };
  await community
    .ledgerOf(by)
    .add(
      how === 'adds'
        ? addedDevice(newcomer.device)
        : await community.enrolContent(stolen),
    );
  return { community };
}

describe.each([
  ['adds', before],
  ['adds', after],
  ['enrols', before],
  ['enrols', after],
] as const)(
  '[findings/H14] a newcomer’s device that somebody else %s (%#)',
  (how, by) => {
    test('is not theirs before it has signed anything', async () => {
      const { community } = await named(by, how);
      const { replica } = await openPhone(community, biel);
      expect(replica.ledger.memberOfDevice(newcomer.device)).not.toBe(by.member);
    });

    test.each(['board', 'ledger'] as const)(
      'is hers once it has signed on her %s',
      async (log) => {
        const { community } = await named(by, how);
        if (log === 'board') await community.boardOf(newcomer).add(profileOf(newcomer));
        else await community.ledgerOf(newcomer).add(helped(ana, 30));
        const phone = await openReader(community);
        await takeAll(phone, community.logs());
        const { ledger } = phone.replica;
        expect(ledger.memberOfDevice(newcomer.device)).toBe(newcomer.member);
      },
    );

    test('is linked all the same, with who knows her and with who does not', async () => {
      const { community } = await named(by, how);
      const hers = await openMeshed(community, newcomer);
      const his = await openMeshed(community, biel);
      const known = await dial(hers, his);
      expect([known.here.ok, known.there.ok]).toEqual([true, true]);
      const holds = community.logs().filter(({ log }) => log.device !== carme.device);
      const other = await dial(hers, await openMeshed(community, ana, { holds }));
      expect([other.here.ok, other.there.ok]).toEqual([true, true]);
    });

    test('packs parcels that are taken as hers', async () => {
      const { community } = await named(by, how);
      const { replica } = await openPhone(community, newcomer);
      const packed = await packBundle({
        replica,
        secret: new Uint8Array(32),
        member: newcomer.member,
        device: newcomer.signing,
        known: new Map(),
        reader: null,
        acks: [],
      });
      assert(packed.ok, 'there is something to pack');
      const lock = { community: community.id, secret: new Uint8Array(32) };
      const opened = await openBundle(packed.value.bundle, [lock]);
      assert(opened.ok, 'it is well sealed');
      const { replica: his } = await openPhone(community, biel);
      const weight = await weighBundle(his, opened.value);
      expect(['member', 'new']).toContain(weight?.from.type);
      expect(weight?.from).not.toMatchObject({ member: by.member });
    });
  },
);

describe('a key that somebody else says to be theirs', () => {
  test.each([0, 1])('brings its owner back all the same (%i)', async (which) => {
    const { community, second } = await oldPage();
    const by = (await around(ana.member))[which];
    assert(by, 'there are two');
    await community.ledgerOf(didac).add(await community.admitContent(by));
    const claim = await stated(community, by, { key: newPage }, by.identity);
    await community.ledgerOf(by).add(claim);
    const { replica } = await openPhone(community, biel);
    expect(second.content).toMatchObject({ key: toHex(newPage.publicKey) });
    const known = whoHolds(replica, toHex(newPage.publicKey));
    expect(known?.member).toBe(ana.member);
  });

  test.each([0, 1])(
    'is not whose who is nearer the founder, once it has spoken (%i)',
    async (which) => {
      const { community } = await oldPage();
      const hers = await createPerson('Somebody Didac let in');
      const by = (await around(hers.member))[which];
      assert(by, 'there are two');
      const page = await keyCalled('her page');
      const tablet = {
        ...(await createPerson('Somebody', 'tablet')),
        member: hers.member,
      };
      await community.ledgerOf(biel).add(await community.admitContent(by));
      await community.ledgerOf(didac).add(await community.admitContent(hers));
      for (const each of [by, hers]) {
        const claim = await stated(community, each, { key: page }, each.identity);
        await community.ledgerOf(each).add(claim);
      }
      await community.ledgerOf(tablet).add(await enrolled(community, tablet, 1, page));
      const { replica } = await openPhone(community, biel);
      const { ledger } = replica;
      expect(ledger.distanceOf(by.member)).toBeLessThan(ledger.distanceOf(hers.member));
      expect(whoHolds(replica, toHex(page.publicKey))?.member).toBe(hers.member);
    },
  );

  test('certifies nothing of hers', async () => {
    const { community } = await oldPage();
    const his = community.ledgerOf(didac);
    await his.add(await stated(community, didac, { key: newPage }, didac.identity));
    const tablet = await createPerson('Ana', 'tablet of Didac’s');
    const lie = await enrolled(community, tablet, 2, didac.identity);
    await his.add(lie);
    const { replica } = await openPhone(community, biel);
    expect(replica.isCertified(ana.member, tablet.device)).toBe(false);
  });
});

describe('a log under her name on his own device', () => {
  const under = (community: TestCommunity, kind: 'ledger' | 'board') =>
    new LogBuilder(community.id, kind, { ...didac, member: ana.member });

  test('[ledger/L9] pauses nobody, whatever proofs there are of it', async () => {
    const { community } = await village();
    const log = under(community, 'ledger');
    const other = await log
      .branch({ ...didac, member: ana.member }, 0)
      .add(helped(biel, 1));
    const proof = proveFork([await log.add({ type: 'member.leave' })], [other]);
    await community.ledgerOf(didac).add(proof);
    const phone = await openReader(community);
    await takeAll(phone, [...community.logs(), log]);
    const { ledger } = phone.replica;
    expect(ledger.member(ana.member)).toMatchObject({ paused: false, left: false });
    expect(ledger.memberOfDevice(didac.device)).toBe(didac.member);
  });

  test('[ledger/B1] erases nothing of hers', async () => {
    const { community, profile } = await village();
    const erase = await under(community, 'board').add(erases(profile));
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    await take(phone, placed(erase));
    await take(phone, alone(erase));
    expect(phone.replica.entry(profile.id)).not.toBeNull();
  });
});

describe('[replica/A15] a device made up under her name', () => {
  test('lets no other in by what it says inside a witness of his', async () => {
    const { community } = await village();
    const [made, other] = [await anasOther('made up'), await anasOther('added by it')];
    const his = new LogBuilder(community.id, 'ledger', made);
    const word = await his.add(addedDevice(other.device));
    const witness = witnessEntry(word);
    assert(witness, 'an addition can be carried');
    await community.ledgerOf(didac).add(witness);
    const board = new LogBuilder(community.id, 'board', other);
    await board.add(noteOf(other, 'as much as there is room for in her share'));
    const phone = await openReader(community);
    await takeAll(phone, [...community.logs(), board]);
    for (const { replica } of [phone, await reopened(community, phone)]) {
      expect(replica.isCertified(ana.member, other.device)).toBe(false);
      expect(replica.head(board.log).length).toBe(0);
    }
  });

  test('[ledger/L25] has nobody write proofs about her by two histories inside witnesses', async () => {
    const { community } = await village();
    const made = await anasOther('made up');
    for (const minutes of [1, 2]) {
      const log = new LogBuilder(community.id, 'ledger', made);
      const witness = witnessEntry(await log.add(helped(biel, minutes)));
      assert(witness, 'a proposal can be carried');
      await community.ledgerOf(didac).add(witness);
    }
    for (const person of [ana, biel]) {
      const phone = await openPhone(community, person);
      const { length } = phone.replica.head(community.ledgerOf(person).log);
      await phone.duties.rest();
      expect(phone.duties.isOwing).toBe(false);
      const { ledger } = phone.replica;
      expect(phone.replica.head(community.ledgerOf(person).log).length).toBe(length);
      expect(ledger.isPaused(ana.member)).toBe(false);
    }
  });
});

describe('[ledger/L12] what he says of her devices', () => {
  test('neither ends, warns of, nor moves any of them', async () => {
    const { community } = await village();
    const his = community.ledgerOf(didac);
    await his.add({ type: 'device.freeze', device: ana.device });
    const forged = { key: firstPage, devices: [listing(ana, 0)] };
    await his.add(await stated(community, ana, forged, didac.identity));
    const own = { key: await keyCalled('Didac’s'), devices: [listing(ana, 0)] };
    await his.add(await stated(community, didac, own, didac.identity));
    await community.boardOf(didac).add(noteOf(didac, 'mine'));
    const { replica } = await openPhone(community, biel);
    expect(
      replica.ledger
        .devicesOf(ana.member)
        .some((each) => each.device === ana.device && each.frozen),
    ).toBe(false);
    expect(replica.ledger.speaks(ana.member, ana.device)).toBe(true);
    expect(replica.ledger.isOut(ana.member, ana.device)).toBe(false);
  });
});
