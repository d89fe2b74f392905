/**
 * Volume is its author's, not the sender's (A15): however much junk somebody wrote, and
 * whoever got which part of it, honest devices take it from one another without blame
 * and come to one state.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import { looseLimit, startDuties, vectorLimit } from '@manyhands/replica';
import type { Duties } from '@manyhands/replica';
import { Community, createCast, deliver, helped } from '@manyhands/testing';
import type { LogBuilder } from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { Phone } from './testing/phones.ts';
import { writePuppets } from './testing/puppets.ts';

const duties: Duties[] = [];
afterEach(() => {
  for (const each of duties.splice(0)) each.close();
  closePhones();
});

const [ana, biel, carme, didac] = await createCast();

async function open(
  community: Community,
  person: typeof ana,
  holds: LogBuilder[],
): Promise<Phone> {
  const phone = await openPhone(community, person, { holds });
  const { replica, writer } = phone;
  const now = () => 29_000_000 as MinuteOfTime;
  duties.push(startDuties({ replica, writer, now, clock: () => performance.now() }));
  return phone;
}

const looseOf = ({ replica }: Phone): number => [...replica.loose()].length;

/** They link, nobody is blamed, and what they hold and make of it is the same. */
async function converge(timeout = 10_000, ...phones: [Phone, Phone]): Promise<void> {
  const links = await link(...phones);
  await vi.waitFor(
    async () => {
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

describe('[A15] two replicas full of different junk converge', () => {
  test('of different authors', async () => {
    const community = await Community.of(ana, [biel, carme, didac]);
    const founding = community.ledgerOf(ana);
    const [hers, his] = [community.ledgerOf(carme), community.ledgerOf(didac)];
    await junk(hers, 1_500);
    await junk(his, 1_500);
    await converge(
      10_000,
      await open(community, ana, [founding, hers]),
      await open(community, biel, [founding, his]),
    );
  });

  test('of one author, in two histories', async () => {
    const community = await Community.of(ana, [biel, didac]);
    const log = community.ledgerOf(didac);
    await junk(log, 10);
    const twin = log.branch(didac, 5);
    await junk(log, 600);
    await junk(twin, 600, 2);
    const founding = community.ledgerOf(ana);
    await converge(
      10_000,
      await open(community, ana, [founding, log]),
      await open(community, biel, [founding, twin]),
    );
  });

  /** Didac's log of 600, and two phones that hold 256 of it each, without the chain. */
  async function differentChoice(histories: (log: LogBuilder) => Promise<LogBuilder>) {
    const community = await Community.of(ana, [biel, carme, didac]);
    const log = community.ledgerOf(didac);
    await junk(log, 10);
    const other = await histories(log);
    const founding = community.ledgerOf(ana);
    const phones = [
      await open(community, ana, [founding]),
      await open(community, biel, [founding]),
    ] as const;
    const [low, high] = [
      log.entries.slice(2, 300),
      other.entries.slice(-300).reverse(),
    ];
    for (const [phone, entries] of [
      [phones[0], low],
      [phones[1], high],
    ] as const) {
      for (let from = 0; from < 300; from += 100) {
        const evidence = entries.slice(from, from + 100).map(encodeTravelling);
        await deliver(phone, { evidence }, didac);
      }
      expect(looseOf(phone)).toBe(looseLimit);
    }
    return { community, log, other, founding, phones };
  }

  test('of one author, 256 entries each without their chain, once it comes', async () => {
    const { community, log, founding, phones } = await differentChoice(async (its) => {
      await junk(its, 590);
      return its;
    });
    const third = await open(community, carme, [founding, log]);
    await link(third, phones[0]);
    await converge(10_000, ...phones);
    expect(phones.map(looseOf)).toEqual([0, 0]);
  });

  test('of one author, 256 entries each of two histories, once one of them comes', async () => {
    const { community, log, founding, phones } = await differentChoice(async (its) => {
      const twin = its.branch(didac, 5);
      await junk(its, 590);
      await junk(twin, 590, 3);
      return twin;
    });
    const third = await open(community, carme, [founding, log]);
    await link(third, phones[0]);
    await converge(10_000, ...phones);
  });

  test('of more devices than one vector names', async () => {
    const community = await Community.of(ana, [biel, didac]);
    const puppets = await writePuppets(community, didac, ana, vectorLimit + 100);
    const [founding, log] = [community.ledgerOf(ana), community.ledgerOf(didac)];
    const [full, empty] = [
      await open(community, ana, [founding, log, ...puppets]),
      await open(community, biel, [founding]),
    ];
    assert(full.replica.vector().length > vectorLimit, 'many logs');
    await empty.writer.append('ledger', helped(ana, 30));
    await converge(60_000, full, empty);
  }, 90_000);
});
