/**
 * Volume is its author's, not the sender's (replica/A15): however much junk somebody wrote, and
 * whoever got which part of it, honest devices take it from one another without blame
 * and come to one state.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import { detachedLimit, startDuties, vectorLimit } from '@manyhands/replica';
import type { Duties } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  helped,
  isThorough,
  sized,
} from '@manyhands/testing';
import type { LogBuilder } from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';
import { writePuppets } from './testing/puppets.ts';

const duties: Duties[] = [];
/** What is said again of one author has its measure by the hour (replica/R8). */
let hours = 0;
afterEach(() => {
  for (const each of duties.splice(0)) each.close();
  closePhones();
});

const [ana, biel, carme, didac] = await createCast();

async function open(
  community: TestCommunity,
  person: typeof ana,
  holds: LogBuilder[],
): Promise<MeshPhone> {
  const phone = await openPhone(community, person, { holds });
  const { replica, writer } = phone;
  const clock = () => hours * 3_600_000;
  duties.push(
    startDuties({
      replica,
      writer,
      clock,
      random: () => 0,
      isQuiet: () => phone.mesh.isQuiet,
    }),
  );
  return phone;
}

const detachedOf = ({ replica }: MeshPhone): number => [...replica.detached()].length;

/** They link, nobody is blamed, and what they hold and make of it is the same. */
async function converge(
  timeout = 60_000,
  ...phones: [MeshPhone, MeshPhone]
): Promise<void> {
  const links = await link(...phones);
  await vi.waitFor(
    async () => {
      hours += 1;
      for (const each of duties) await each.rest();
      const [one, two] = phones.map(({ replica }) => replica);
      expect(two?.digest()).toBe(one?.digest());
      expect(two?.ledger.stateHash()).toBe(one?.ledger.stateHash());
    },
    { timeout, interval: 50 },
  );
  expect(links.map(({ isOpen }) => isOpen)).toEqual([true, true]);
}

const junk = async (log: LogBuilder, count: number, minutes = 1): Promise<void> => {
  for (let i = 0; i < count; i++) await log.add(helped(ana, minutes + (i % 50)));
};

describe('[replica/A15] two replicas full of different junk converge', () => {
  test('of different authors', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const founding = community.ledgerOf(ana);
    const [hers, his] = [community.ledgerOf(carme), community.ledgerOf(didac)];
    await junk(hers, sized(400, 1_500));
    await junk(his, sized(400, 1_500));
    await converge(
      60_000,
      await open(community, ana, [founding, hers]),
      await open(community, biel, [founding, his]),
    );
  });

  test('of one author, in two histories', async () => {
    const community = await TestCommunity.of(ana, [biel, didac]);
    const log = community.ledgerOf(didac);
    await junk(log, 10);
    const twin = log.branch(didac, 5);
    await junk(log, 600);
    await junk(twin, 600, 2);
    const founding = community.ledgerOf(ana);
    await converge(
      60_000,
      await open(community, ana, [founding, log]),
      await open(community, biel, [founding, twin]),
    );
  });

  /**
   * Didac goes on with his log, and perhaps in a second history of it; two phones hold
   * `kept` of 300 entries each without their chain, from the two ends of what `write` answers.
   * Then Carme comes, who has his log.
   */
  async function differentChoice(
    write: (log: LogBuilder, community: TestCommunity) => Promise<LogBuilder>,
    kept = detachedLimit,
  ): Promise<readonly [MeshPhone, MeshPhone]> {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const log = community.ledgerOf(didac);
    await junk(log, 10);
    const { entries } = await write(log, community);
    const founding = community.ledgerOf(ana);
    const phones = [
      await open(community, ana, [founding]),
      await open(community, biel, [founding]),
    ] as const;
    const choices = [entries.slice(6, 306), entries.slice(-300).reverse()];
    for (const [i, phone] of phones.entries()) {
      for (let from = 0; from < 300; from += 100) {
        const evidence = choices[i]?.slice(from, from + 100).map(encodeTravelling);
        await deliver(phone, { evidence: evidence ?? [] }, didac);
      }
      expect(detachedOf(phone)).toBe(kept);
    }
    const [one, two] = phones.map(({ replica }) => replica.ledger.stateHash());
    expect(one).not.toBe(two);
    await link(await open(community, carme, [founding, log]), phones[0]);
    await converge(20_000, ...phones);
    return phones;
  }

  test('of one author, 256 entries each without their chain, once it comes', async () => {
    const phones = await differentChoice(async (log) => {
      await junk(log, 590);
      return log;
    });
    expect(phones.map(detachedOf)).toEqual([0, 0]);
  });

  test.runIf(isThorough)(
    'of one author, 256 hours each of a second history',
    async () => {
      await differentChoice(async (log) => {
        const twin = log.branch(didac, 5);
        await junk(log, 590);
        await junk(twin, 590, 3);
        return twin;
      });
    },
  );

  // Signing for so many devices takes long: `npm run verify` does it.
  test.runIf(isThorough)(
    'of one author, 300 facts each of a second history: they are carried over',
    async () => {
      const phones = await differentChoice(async (log, community) => {
        const twin = log.branch(didac, 5);
        await junk(log, 20);
        for (let i = 0; i < 400; i++) {
          const device = await createPerson('Didac', `device ${i}`);
          await twin.add(await community.enrolContent(device));
        }
        return twin;
      }, 300);
      const devices = phones[0].replica.ledger.member(didac.member)?.devices ?? [];
      expect(devices.length).toBeGreaterThan(detachedLimit);
    },
  );

  test.runIf(isThorough)(
    'of more devices than one vector names',
    async () => {
      const community = await TestCommunity.of(ana, [biel, didac]);
      const puppets = await writePuppets(community, didac, ana, vectorLimit + 100);
      const [founding, log] = [community.ledgerOf(ana), community.ledgerOf(didac)];
      const [full, empty] = [
        await open(community, ana, [founding, log, ...puppets]),
        await open(community, biel, [founding]),
      ];
      assert(full.replica.vector().length > vectorLimit, 'many logs');
      await empty.writer.append('ledger', helped(ana, 30));
      await converge(120_000, full, empty);
    },
    180_000,
  );
});
