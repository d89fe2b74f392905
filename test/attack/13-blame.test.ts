/** Class 13: can a receiver’s own doing, or a third one’s, convict an honest sender? */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { bodyHashAt, bodyOf, logIdOf, proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { pageLimit } from '@manyhands/replica';
import type { Page, Run } from '@manyhands/replica';
import { LogBuilder, helped, listing, profileOf } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { enrolled, erases, keyCalled, stated } from './kit/entries.ts';
import { closeMeshed, meet, openMeshed } from './kit/meshed.ts';
import { alone, openReader, placed, reopened, take, takeAll } from './kit/phones.ts';
import {
  ana,
  biel,
  carme,
  didac,
  endedPhone,
  found,
  noteOf,
  oldPage,
  village,
} from './kit/stories.ts';
import { puppet } from './kit/worst/mischief.ts';

afterEach(closeMeshed);

/** The same run, where this place has a signature that is none. */
function spoilt(run: Run, at: number): Page {
  const items = run.items.map((item, i) =>
    i === at && item instanceof Uint8Array
      ? concat(item.subarray(0, -64), new Uint8Array(64).fill(1))
      : item,
  );
  return { evidence: [], runs: [{ ...run, items }] };
}

/** Ana asked for hours, and wrote on: her next entry covers the one before. */
async function asked() {
  const { community } = await village();
  const log = community.ledgerOf(ana);
  const entry = await log.add(helped(carme, 60));
  await log.add(helped(carme, 15));
  const phone = await openReader(community);
  await takeAll(phone, [community.ledgerOf(biel)]);
  return { community, log, entry, phone };
}

describe('[replica/H9] a signature that a neighbour in between has spoilt', () => {
  test.each([
    [
      'at its place',
      ({ log }: { log: LogBuilder }): Page => ({ evidence: [], runs: [log.run()] }),
    ],
    ['alone', ({ entry }: { entry: Entry }): Page => alone(entry)],
    ['in a run of its own', ({ entry }: { entry: Entry }): Page => placed(entry)],
  ] as const)('is mended by the good one %s', async (_, good) => {
    const { community, log, entry, phone } = await asked();
    const bad = await take(phone, spoilt(log.run(), entry.seq));
    expect(bad.refused).toBeNull();
    expect(await phone.replica.isSigned(entry.id)).toBe(false);
    const { refused } = await take(phone, good({ log, entry }));
    expect(refused).toBeNull();
    expect(await phone.replica.isSigned(entry.id)).toBe(true);
    const again = await reopened(community, phone);
    expect(await again.replica.isSigned(entry.id)).toBe(true);
  });

  test('is mended after the app was opened again', async () => {
    const { community, log, entry, phone } = await asked();
    await take(phone, spoilt(log.run(), entry.seq));
    const again = await reopened(community, phone);
    await take(again, { runs: [log.run()] });
    expect(await again.replica.isSigned(entry.id)).toBe(true);
  });

  test('takes no good one’s place', async () => {
    const { community, log, entry, phone } = await asked();
    await take(phone, { runs: [log.run()] });
    await take(phone, spoilt(log.run(), entry.seq));
    expect(await phone.replica.isSigned(entry.id)).toBe(true);
    const again = await reopened(community, phone);
    expect(await again.replica.isSigned(entry.id)).toBe(true);
  });

  test('blames nobody who passes it on', async () => {
    const { community, log, entry } = await asked();
    const holds = community
      .logs()
      .filter(({ log: { device } }) => device !== ana.device);
    const hers = await openMeshed(community, biel, { holds });
    await take(hers, spoilt(log.run(), entry.seq));
    const his = await openMeshed(community, carme, { holds });
    await meet(hers, his);
    expect(his.replica.entry(entry.id)).not.toBeNull();
    expect(his.mesh.peers().length + hers.mesh.peers().length).toBe(0);
  });

  test('of a board is mended too', async () => {
    const { community } = await village();
    const board = community.boardOf(ana);
    const note = await board.add(noteOf(ana, 'one'));
    await board.add(noteOf(ana, 'two'));
    const phone = await openReader(community);
    await takeAll(phone, [community.ledgerOf(biel)]);
    await take(phone, spoilt(board.run(), note.seq));
    await take(phone, { runs: [board.run()] });
    expect(await phone.replica.isSigned(note.id)).toBe(true);
  });
});

describe('[replica/H9] a page that was asked for before a cut was known', () => {
  /** Hours that only the last of every forty signs for, as it once was. */
  async function written(community: TestCommunity, by: CastMember, count: number) {
    const log = community.ledgerOf(by);
    while (log.entries.length < count) {
      const isSigned = log.entries.length % 32 === 31;
      await log.add(helped(carme, 1), isSigned ? {} : { signer: null });
    }
    return log;
  }

  test.each([1, 5, 33, 40, 63])(
    'is nobody’s offence, if the cut is at %i',
    async (cut) => {
      const { community } = await village();
      const log = await written(community, didac, 96);
      const other = await log.branch(didac, cut).add(helped(carme, 2));
      const mine = log.entries.slice(cut, cut + 32);
      const signed = mine.findIndex(({ seq }) => seq % 32 === 31);
      const proof = proveFork(mine.slice(0, signed + 1), [other]);
      await community.ledgerOf(biel).add(proof);
      const phone = await openReader(community);
      await takeAll(phone, [community.ledgerOf(biel)]);
      expect(phone.replica.ledger.cutOf(log.log)).toBe(cut);
      for (const from of [0, 32]) {
        const { refused } = await take(phone, { runs: [log.run(from, 96)] });
        expect(refused).toBeNull();
      }
    },
  );

  test('nor if a statement ends it', async () => {
    const { community } = await village();
    const log = await written(community, didac, 64);
    const claim = {
      key: await keyCalled('Didac’s page'),
      devices: [listing(didac, 0)],
    };
    await community
      .ledgerOf(carme)
      .add(await stated(community, didac, claim, didac.identity));
    const phone = await openReader(community);
    await takeAll(phone, [community.ledgerOf(biel), community.ledgerOf(carme)]);
    expect((await take(phone, { runs: [log.run()] })).refused).toBeNull();
  });
});

describe('[replica/H3] tombstones', () => {
  test('that an old page’s erase explains are nobody’s offence', async () => {
    const { community, profile } = await oldPage();
    const board = community.boardOf(ana);
    await board.add(noteOf(ana, 'behind'));
    const erase = await community.boardOf(found).add(erases(profile));
    const run = board.run();
    const items = run.items.map((item, i) =>
      i === 0 ? { bodyHash: bodyHashAt(profile) } : item,
    );
    const phone = await openReader(community);
    const ledgers = community.logs().filter(({ log }) => log.kind === 'ledger');
    await takeAll(phone, ledgers);
    const page = { evidence: alone(erase).evidence, runs: [{ ...run, items }] };
    const { refused } = await take(phone, page);
    expect(refused).toBeNull();
    expect(phone.replica.head(board.log).length).toBe(2);
  });

  test('that nothing here explains are nobody’s offence', async () => {
    const { community, profile } = await village();
    const board = community.boardOf(ana);
    await board.add(noteOf(ana, 'behind'));
    const run = board.run();
    const items = run.items.map((item, i) =>
      i === 0 ? { bodyHash: bodyHashAt(profile) } : item,
    );
    const phone = await openReader(community);
    await takeAll(phone, [community.ledgerOf(biel)]);
    const { refused } = await take(phone, { runs: [{ ...run, items }] });
    expect(refused).toBeNull();
  });

  test('and words between phones that know different ends cost nobody a link', async () => {
    const { community, profile, ending } = await endedPhone();
    const old = community.logs().filter(({ log }) => log.kind === 'board')[1];
    assert(old, 'the old phone has a board');
    await old.add(erases(profile));
    const before = community
      .logs()
      .map((log) =>
        log.log.device === ana.device && log.log.kind === 'ledger'
          ? log.branch(ana, ending.seq)
          : log,
      );
    const robbed = await openMeshed(community, biel, { holds: before });
    const spared = await openMeshed(community, carme, {
      holds: [
        community.ledgerOf(biel),
        community.ledgerOf(ana),
        community.boardOf(ana),
      ],
    });
    await meet(robbed, spared);
    await meet(spared, robbed);
  });
});

describe('what an honest phone packs', () => {
  test('is never more than a page may be, however long the way to a device', async () => {
    const { community } = await village();
    const his = new LogBuilder(community.id, 'ledger', didac);
    await his.add(helped(carme, 1));
    const last = await puppet(0);
    const many = await Promise.all(Array.from({ length: 16 }, (_, n) => puppet(n + 1)));
    const devices = many.map((each) => listing(each, 2 ** 32 - 1));
    const guardians = Array.from({ length: 9 }, (_, n) => `0${String(n)}`.repeat(32));
    const quorum = { g: 5, guardians: guardians as CastMember['member'][] };
    let signer = didac.identity;
    for (let version = 1; version <= 240; version++) {
      const key = await keyCalled(`Didac’s ${String(version)}`);
      const claim = { version, key, devices, ...quorum };
      await his.add(await stated(community, didac, claim, signer));
      signer = key;
    }
    const certificate = await his.add(await enrolled(community, last, 240, signer));
    const log = new LogBuilder(community.id, 'ledger', last);
    await log.add(helped(carme, 5));
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    // Its first entry is withheld, so that all these stand alone.
    const loose = his.entries.slice(1, -1);
    for (let at = 0; at < loose.length; at += 120)
      await take(phone, alone(...loose.slice(at, at + 120)));
    await take(phone, alone(certificate));
    await take(phone, { runs: [log.run()] });
    const ask = { log: logIdOf(log.log).slice(0, 32), from: 0, max: 1 };
    const { page } = phone.replica.page([ask]);
    assert(page, 'there is something to give');
    expect(page.length).toBeLessThanOrEqual(pageLimit);
    const other = await openReader(community);
    const received = await other.replica.receive(page, { type: 'message' });
    expect(received.refused).toBeNull();
  });

  test('with entries that mean nothing in it is taken', async () => {
    const { community } = await village();
    const log = community.ledgerOf(didac);
    await log.addBody(new Uint8Array(4_032).fill(0xff));
    await log.addBody(Uint8Array.of(0x80));
    const forged = await stated(
      community,
      ana,
      { key: await keyCalled('forged'), devices: [listing(ana, 0)] },
      didac.identity,
    );
    await log.add(forged);
    await community.boardOf(didac).add(profileOf(didac));
    const hers = await openMeshed(community, biel);
    const his = await openMeshed(community, carme, {
      holds: [community.ledgerOf(biel)],
    });
    await meet(hers, his);
    expect(his.replica.head(log.log).length).toBe(log.entries.length);
    const [first] = log.entries;
    expect(first && bodyOf(first)).toHaveLength(4_032);
  });
});
