import { ok } from '@manyhands/base';
import { encode } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  settledCommunity,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { Budget } from './budget.ts';
import { claimsIn, readClaims } from './claims.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gateRules.ts';
import { Holdings } from './holdings.ts';
import * as limits from './limits.ts';
import { numberOf } from './numbering.ts';
import { asksShape, readPage, vectorShape } from './page.ts';
import type { Run } from './page.ts';
import { PurgeClock } from './purge.ts';

const [ana, biel, carme, didac] = await createCast();

/** Whether what is at the limit is taken, and what is one beyond. */
type Edge = () => Promise<[boolean, boolean]>;

const times = <T>(count: number, value: T): T[] =>
  Array.from({ length: count }, () => value);

/** The bytes of a page whose one piece of evidence has so many. */
const pageOfBytes = (bytes: number): Uint8Array => {
  const page = encode([[new Uint8Array(bytes - 8)], []]);
  expect(page).toHaveLength(bytes);
  return page;
};

const rulesOf = ({ id }: TestCommunity, logLimit: number): GateRules => ({
  community: id,
  own: null,
  thorough: false,
  remembered: false,
  logLimit,
  isClaimed: (member, version, key) => version === 0 && key === member,
});

/** How much of Biel's log is taken from one run, by a gate with these rules. */
async function takenOf(entries: number, logLimit: number): Promise<number> {
  const community = await TestCommunity.of(ana, [biel]);
  for (let i = 0; i < entries; i++) await community.ledgerOf(biel).add(helped(ana, 1));
  const rules = rulesOf(community, logLimit);
  const held = new Holdings(numberOf);
  const claims = await claimsIn({ evidence: [], runs: community.runs() }, rules, held);
  const verdict = await passGate(claims, held, rules);
  expect(verdict.refused).toEqual([]);
  return verdict.growths[1]?.items.length ?? 0;
}

/** Caps of blobs: at their edges in blobStore.test.ts. Shares: in shares.test.ts; the days in leaveWatch.test.ts. */
type Elsewhere =
  | 'blobLimit'
  | 'blobStoreLimit'
  | 'blobCost'
  | 'fetchedOfOneAuthor'
  | 'firstShare'
  | 'dailyShare'
  | 'guestFirstShare'
  | 'guestDailyShare'
  | 'guestsDailyShare'
  | 'partnerShares'
  | 'shareStep'
  | 'entryCost'
  | 'forgettingAfter';

const edges: Omit<Record<keyof typeof limits, Edge>, Elsewhere> = {
  pageLimit: () => {
    const { pageLimit } = limits;
    const isTaken = (bytes: number) => readPage(pageOfBytes(bytes)).ok;
    return Promise.resolve([isTaken(pageLimit), isTaken(pageLimit + 1)]);
  },
  pageDepth: () => {
    const tombstone = [new Uint8Array(32)];
    const names = [1, new Uint8Array(32), new Uint8Array(32), 0, new Uint8Array(32)];
    const isTaken = (item: typeof tombstone | [typeof tombstone]) =>
      readPage(encode([[], [[...names, [item]]]])).ok;
    return Promise.resolve([isTaken(tombstone), isTaken([tombstone])]);
  },
  evidenceLimit: () => {
    const isTaken = (count: number) =>
      readPage(encode([times(count, new Uint8Array(1)), []])).ok;
    const { evidenceLimit } = limits;
    return Promise.resolve([isTaken(evidenceLimit), isTaken(evidenceLimit + 1)]);
  },
  runLimit: () => {
    const name = new Uint8Array(32);
    const run = [0, name, name, 0, name, [new Uint8Array()]];
    const isTaken = (count: number) => readPage(encode([[], times(count, run)])).ok;
    return Promise.resolve([isTaken(limits.runLimit), isTaken(limits.runLimit + 1)]);
  },
  vectorLimit: () => {
    const head = [new Uint8Array(16), 1, new Uint8Array(8)];
    const ask = [new Uint8Array(16), 0, 1];
    const isTaken = (count: number) => {
      const vector = vectorShape.read(times(count, head)) !== undefined;
      expect(asksShape.read(times(count, ask)) !== undefined).toBe(vector);
      return vector;
    };
    const { vectorLimit } = limits;
    return Promise.resolve([isTaken(vectorLimit), isTaken(vectorLimit + 1)]);
  },
  logLimit: async () => {
    expect(limits.logLimit).toBe(1_048_576);
    return [(await takenOf(5, 5)) === 5, (await takenOf(6, 5)) === 6];
  },
  detachedLimit: async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < limits.detachedLimit + 2; i++) await log.add(helped(ana, 1));
    const far = log.entries.slice(11).map(encodeTravelling);
    const isTaken = async (evidence: Uint8Array[]) =>
      (await deliver(here, { evidence }, ana)).detached.length === evidence.length;
    return [
      await isTaken(far.slice(0, limits.detachedLimit)),
      await isTaken(far.slice(-1)),
    ];
  },
  purgePause: async () => {
    const alarms: { ms: number; call: () => void }[] = [];
    let purged = 0;
    const clock = new PurgeClock(
      (ms, call) => {
        alarms.push({ ms, call });
        return () => undefined;
      },
      (begun) => {
        begun();
        purged += 1;
        return Promise.resolve(ok(undefined));
      },
    );
    clock.ask();
    await clock.now();
    clock.ask();
    const isPurgedWithin = (pause: number) => {
      for (const { ms, call } of alarms) if (ms > 0 && ms <= pause) call();
      return purged === 2;
    };
    const isEarly = isPurgedWithin(limits.purgePause - 1);
    return [isPurgedWithin(limits.purgePause), isEarly];
  },
  coverageLimit: async () => {
    const isTaken = async (unsigned: number) => {
      const community = await TestCommunity.of(ana, [biel]);
      const log = community.ledgerOf(biel);
      for (let i = 0; i < unsigned; i++)
        await log.add(helped(ana, 1), { signer: null });
      await log.add(helped(ana, 1));
      const here = await openOnMemory(community.id);
      await deliver(here, { runs: community.runs() }, ana);
      return here.replica.vector().length === 2;
    };
    return [
      await isTaken(limits.coverageLimit),
      await isTaken(limits.coverageLimit + 1),
    ];
  },
  repeatedOfOneAuthor: () => {
    const budget = new Budget(() => 0);
    const taken = () =>
      budget.hasRoomFor(ana.member) && (budget.take(ana.member), true);
    for (let i = 1; i < limits.repeatedOfOneAuthor; i++) taken();
    return Promise.resolve([taken(), taken()]);
  },
  repeatedOfAll: () => {
    const budget = new Budget(() => 0);
    for (let i = 1; i < limits.repeatedOfAll; i++) budget.take(ana.member);
    const taken = () =>
      budget.hasRoomFor(biel.member) && (budget.take(biel.member), true);
    return Promise.resolve([taken(), taken()]);
  },
  faultLimit: async () => {
    const { community, here } = await settledCommunity(ana, biel);
    await here.replica.settled();
    here.disk.fault = { type: 'StoreFull' };
    const log = community.ledgerOf(biel);
    const isKept = async () => {
      const before = here.replica.faults().length;
      await log.add(helped(ana, 1));
      await deliver(here, { runs: [log.run(log.entries.length - 1)] }, ana);
      await here.replica.settled();
      return here.replica.faults().length > before;
    };
    while (here.replica.faults().length < limits.faultLimit - 1) await isKept();
    return [await isKept(), await isKept()];
  },
};

describe('[R8] each cap is kept: so many, and not one more', () => {
  test.each(Object.entries(edges))('%s', async (_, edge) => {
    expect(await edge()).toEqual([true, false]);
  });

  test('a page of too many bytes is refused before a byte of it is read', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const page = new Uint8Array(limits.pageLimit + 1).fill(0xff);
    expect(await readClaims(community.id, page)).toMatchObject({
      error: { type: 'Oversized' },
    });
    const { refused } = await here.replica.receive(page, { type: 'message' });
    expect(refused).toEqual({ type: 'Oversized', bytes: limits.pageLimit + 1 });
  });

  test('what its author wrote beyond the end of a log is nobody’s offence', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    for (let i = 0; i < 7; i++) await community.ledgerOf(biel).add(helped(ana, 1));
    const held = new Holdings(numberOf);
    const rules = rulesOf(community, 5);
    const pass = async (runs: Run[]) =>
      passGate(await claimsIn({ evidence: [], runs }, rules, held), held, rules);
    const verdict = await pass(community.runs());
    for (const growth of verdict.growths) held.grow(growth);
    for (const [pair, entry] of verdict.certificates)
      held.certificates.set(pair, entry);
    const again = await pass([community.ledgerOf(biel).run(5)]);
    expect(again).toMatchObject({ growths: [], refused: [] });
  });

  test('[A15] of devices without a certificate not one entry is kept', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = here.replica.digest();
    const runs = [];
    for (const stranger of [carme, didac]) {
      const log = community.ledgerOf(stranger);
      await log.add(helped(ana, 1));
      runs.push(log.run());
    }
    const received = await deliver(here, { runs }, biel);
    expect(received).toMatchObject({ added: [], refused: null });
    expect(received.strangers).toHaveLength(2);
    expect(here.replica.digest()).toBe(before);
  });
});
