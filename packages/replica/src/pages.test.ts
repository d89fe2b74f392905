import type { Hex } from '@manyhands/base';
import { decode, toHex } from '@manyhands/codec';
import { readTravelling } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { encodePage, pageOf, readPage } from './page.ts';
import type { Page } from './page.ts';

const [ana, biel, carme, didac] = await createCast();

function read(page: Uint8Array | null): Page {
  const result = readPage(page ?? new Uint8Array());
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
}

/** Asks and answers until nothing more is asked; gives the pages that went over. */
async function pull(
  to: OnMemory,
  of: OnMemory,
  limitBytes?: number,
  asker: CastMember = biel,
): Promise<Page[]> {
  const pages: Page[] = [];
  let asks = to.replica.lacks(of.replica.wireVector());
  while (asks.length > 0) {
    const given = of.replica.page(asks, limitBytes, asker.member);
    if (given.page === null) break;
    pages.push(read(given.page));
    const source = { type: 'device' as const, device: ana.device };
    const received = await to.replica.receive(given.page, source);
    expect(received).toMatchObject({ refused: null, questions: [], strangers: [] });
    expect(received.added).toHaveLength(given.entries);
    asks = given.rest;
  }
  return pages;
}

/** Ana admits Biel, Biel admits Carme, Carme admits Didac; and they help each other. */
async function chainOfFour(entries: number): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(biel).add(await community.admitContent(carme));
  await community.ledgerOf(carme).add(await community.admitContent(didac));
  for (let i = 0; i < entries; i++) {
    const asked = await community.ledgerOf(didac).add(helped(biel, 30));
    await community.ledgerOf(biel).add(confirmed(asked.id));
    await community.boardOf(carme).add(profileOf(carme, i));
  }
  return community;
}

async function holding(community: TestCommunity): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  for (const run of community.runs()) await deliver(here, { runs: [run] }, ana);
  return here;
}

describe('[R4] vectors and pages', () => {
  test('nothing that is held is a part of the page it came in', async () => {
    const community = await chainOfFour(2);
    const here = await openOnMemory(community.id);
    const page = encodePage({ evidence: [], runs: community.runs() });
    const { added } = await here.replica.receive(page, {
      type: 'device',
      device: ana.device,
    });
    expect(added.length).toBeGreaterThan(2);
    for (const { stored } of added) expect(stored.buffer).not.toBe(page.buffer);
  });

  test('two replicas that hold the same have one digest, and nothing to ask', async () => {
    const community = await chainOfFour(3);
    const [one, two] = [await holding(community), await openOnMemory(community.id)];
    expect(two.replica.digest()).not.toBe(one.replica.digest());
    await pull(two, one);
    expect(two.replica.digest()).toBe(one.replica.digest());
    expect(two.replica.lacks(one.replica.wireVector())).toEqual([]);
    expect(await stateOf(two)).toEqual(await stateOf(one));
  });

  test('a vector names a log by 16 bytes, its length, and 8 bytes of its head', async () => {
    const { replica } = await holding(await chainOfFour(2));
    const heads = replica.vector();
    expect(replica.wireVector()).toEqual(
      heads.map(({ logId, length, head }) => ({
        log: logId.slice(0, 32),
        length,
        head: head.slice(0, 16),
      })),
    );
  });

  test('in a vector a log comes after the one that certifies it, also from a disk', async () => {
    const here = await holding(await chainOfFour(2));
    const again = await openOnMemory(here.replica.community, here.disk);
    for (const { replica } of [here, again]) {
      const members = replica.vector().map(({ log }) => log.member);
      const first = [ana, biel, carme, didac].map(({ member }) =>
        members.indexOf(member),
      );
      expect(first).toEqual([...first].sort((a, b) => a - b));
      expect(first).not.toContain(-1);
    }
    expect(again.replica.digest()).toBe(here.replica.digest());
  });

  test('small pages: none over its limit, nothing before its certificate', async () => {
    const community = await chainOfFour(60);
    const [here, there] = [await holding(community), await openOnMemory(community.id)];
    const pages = await pull(there, here, 3_000);
    expect(pages.length).toBeGreaterThan(5);
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  test('however sparse the signatures, a page can be taken whole', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const signed = [20, 51, 60, 91, 119];
    for (let i = 0; i < 120; i++) {
      await log.add(helped(ana, 1), signed.includes(i) ? {} : { signer: null });
    }
    const [here, there] = [await holding(community), await openOnMemory(community.id)];
    await pull(there, here, 1_000);
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  test('an ask for fewer entries than a signature covers still goes forward', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < 30; i++) {
      await log.add(helped(ana, 1), i === 29 ? {} : { signer: null });
    }
    const { replica } = await holding(community);
    const name = log.entries[0]?.logId.slice(0, 32) as Hex;
    expect(replica.page([{ log: name, from: 0, max: 1 }]).entries).toBe(30);
  });

  test('asks for what is not there are answered with nothing', async () => {
    const { replica } = await holding(await chainOfFour(1));
    const [head] = replica.wireVector();
    const asks = [
      { log: '00'.repeat(16), from: 0, max: 5 },
      { log: head?.log ?? '', from: head?.length ?? 0, max: 5 },
    ];
    const nothing = { page: null, rest: [], entries: 0, lengths: new Map() };
    expect(replica.page(asks)).toEqual(nothing);
  });
});

describe('[B10] order of pulling', () => {
  test('founding log, the asker’s own, those of their partners, the rest', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const asked = await community.ledgerOf(didac).add(helped(biel, 30));
    await community.ledgerOf(biel).add(confirmed(asked.id));
    await community.boardOf(biel).add(profileOf(biel));
    await community.boardOf(carme).add(profileOf(carme));
    const here = await holding(community);
    const there = await openOnMemory(community.id);
    const [page] = await pull(there, here);
    const order = page?.runs.map(
      ({ member }) =>
        [ana, biel, carme, didac].find((person) => person.member === member)?.name,
    );
    expect(order).toEqual(['Ana', 'Biel', 'Biel', 'Didac', 'Carme']);
  });

  test('nothing overtakes what did not fit, or it might come before its certificate', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    for (let i = 0; i < 60; i++) await community.ledgerOf(biel).add(helped(ana, 1));
    await community.ledgerOf(biel).add(await community.admitContent(carme));
    await community.ledgerOf(carme).add(helped(ana, 1));
    const [here, there] = [await holding(community), await openOnMemory(community.id)];
    await pull(there, here, 3_000);
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  test('a certificate that is detached here goes along as evidence', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    for (const [one, next] of [
      [biel, carme],
      [carme, didac],
    ] as const) {
      await community.ledgerOf(one).add(helped(ana, 1));
      await community.ledgerOf(one).add(await community.admitContent(next));
    }
    await community.ledgerOf(didac).add(helped(ana, 1));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
    // Biel's own log has not come; of Carme and Didac only what lets them speak.
    const evidence = await evidenceOf(community, didac);
    await here.replica.receive(pageOf(evidence), { type: 'message' });
    await deliver(here, { runs: [community.ledgerOf(didac).run()] }, didac);
    expect([...here.replica.detached()]).toHaveLength(2);
    const there = await openOnMemory(community.id);
    await pull(there, here);
    expect(there.replica.digest()).toBe(here.replica.digest());
  });
});

async function evidenceOf(
  community: TestCommunity,
  person: CastMember,
): Promise<Uint8Array[]> {
  const { replica } = await holding(community);
  return replica.evidenceFor(person);
}

describe('[B7] evidence', () => {
  test('leads from the founder to a device, in order', async () => {
    const community = await chainOfFour(1);
    const evidence = await evidenceOf(community, didac);
    const admitted = evidence.map((travelling) => {
      const entry = readTravelling(community.id, travelling);
      return entry.ok && entry.value.content.type === 'member.admit'
        ? entry.value.content.member
        : null;
    });
    expect(admitted).toEqual([biel.member, carme.member, didac.member]);
    expect(await evidenceOf(community, ana)).toEqual([]);
  });

  test('lets somebody who knows only the founding believe the device', async () => {
    const community = await chainOfFour(1);
    const there = await openOnMemory(community.id);
    await deliver(there, { runs: [community.ledgerOf(ana).run(0, 1)] }, ana);
    expect(there.replica.isCertified(didac.member, didac.device)).toBe(false);
    const page = pageOf(await evidenceOf(community, didac));
    await there.replica.receive(page, { type: 'message' });
    expect(there.replica.isCertified(didac.member, didac.device)).toBe(true);
    expect(there.replica.ledger.memberOfDevice(didac.device)).toBe(didac.member);
  });

  test('of a device nobody certified is none', async () => {
    const community = await chainOfFour(1);
    const stranger = await createPerson('Didac', 'another phone');
    expect(await evidenceOf(community, stranger)).toEqual([]);
  });
});

test('[A15] the own log of somebody not yet admitted is kept, and not announced', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(carme).add(helped(ana, 20));
  const own = { member: carme.member, device: carme.device };
  const here = await openOnMemory(community.id, undefined, { own });
  for (const run of community.runs()) await deliver(here, { runs: [run] }, ana);
  expect(here.replica.head(community.ledgerOf(carme).log).length).toBe(1);
  expect(here.replica.vector().map(({ log }) => log.member)).toEqual([ana.member]);
  const reopened = await openOnMemory(community.id, here.disk, { own });
  expect(reopened.replica.faults()).toEqual([]);

  await community.ledgerOf(ana).add(await community.admitContent(carme));
  await deliver(reopened, { runs: [community.ledgerOf(ana).run(2)] }, ana);
  expect(reopened.replica.vector()).toHaveLength(2);
});

test('[R4] [P3] a page, byte by byte', async () => {
  const community = await TestCommunity.of(ana);
  const { replica } = await holding(community);
  const [head] = replica.wireVector();
  const { page } = replica.page([{ log: head?.log ?? '', from: 0, max: 9 }]);
  const value = decode(page ?? new Uint8Array(), { bytes: 10_000, depth: 5 });
  const log = community.ledgerOf(ana);
  expect(value.ok && value.value).toEqual([
    [],
    [
      [
        0,
        ana.identity.publicKey,
        ana.signing.publicKey,
        0,
        new Uint8Array(32),
        [log.entries[0]?.stored],
      ],
    ],
  ]);
  expect(toHex(page ?? new Uint8Array()).startsWith('828081860058')).toBe(true);
});
