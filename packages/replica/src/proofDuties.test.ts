import { assert } from '@manyhands/base';
import type { Entry, ForkProof } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createPerson,
  deliver,
  helped,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { repeatedOfOneAuthor } from './limits.ts';
import type { Run } from './page.ts';
import {
  alone,
  ana,
  biel,
  carme,
  didac,
  dutifulPhoneOf,
  written,
} from './testing/phones.ts';
import type { DutifulPhone } from './testing/phones.ts';

describe('[H8] proofs of forks', () => {
  /** Biel has so many devices, and each has written two histories. */
  async function loud(
    count: number,
  ): Promise<{ community: TestCommunity; runs: Run[][] }> {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const runs: Run[][] = [];
    for (let n = 0; n < count; n++) {
      const device = await createPerson('Biel', `phone ${n}`);
      await community.ledgerOf(ana).add(await community.enrolContent(device));
      const log = community.ledgerOf(device);
      const twin = log.branch(device, 0);
      await log.add(helped(ana, 1));
      await twin.add(helped(ana, 2));
      runs.push([log.run(), twin.run()]);
    }
    return { community, runs };
  }

  const proofsBy = (phone: DutifulPhone): ForkProof[] =>
    written(phone).flatMap(({ content }) =>
      content.type === 'fork.proof' ? [content] : [],
    );

  const hearAll = async (
    phone: DutifulPhone,
    runs: readonly Run[][],
  ): Promise<void> => {
    for (const [one, other] of runs) {
      await deliver(phone, { runs: [one as Run] }, biel);
      await deliver(phone, { runs: [other as Run] }, biel);
    }
    await phone.duties.now();
  };

  test('that concern nobody here wait for the rota, in no order that can be foreseen', async () => {
    const { community, runs } = await loud(12);
    const orders = new Set<string>();
    for (const seed of [0, 0.9]) {
      const phone = await dutifulPhoneOf(community, carme, { random: () => seed });
      await hearAll(phone, runs);
      expect(proofsBy(phone)).toEqual([]);
      expect(phone.duties.isOwing).toBe(true);
      await phone.duties.rest();
      expect(proofsBy(phone)).toHaveLength(12);
      orders.add(
        proofsBy(phone)
          .map(({ device }) => device)
          .join(),
      );
    }
    expect(orders.size).toBe(2);
  });

  test('that somebody else has proven meanwhile are not written', async () => {
    const { community, runs } = await loud(3);
    const [one, other] = [
      await dutifulPhoneOf(community, carme),
      await dutifulPhoneOf(community, didac),
    ];
    for (const phone of [one, other]) await hearAll(phone, runs);
    await one.duties.rest();
    const { page } = one.replica.page(other.replica.lacks(one.replica.wireVector()));
    assert(page, 'there are proofs to give');
    await other.replica.receive(page, { type: 'message' });
    await other.duties.rest();
    expect([proofsBy(one).length, proofsBy(other).length]).toEqual([3, 0]);
  });

  test('of one’s own member, and of those one has hours with, are written at once', async () => {
    const { community, runs } = await loud(1);
    const asked = await community.ledgerOf(biel).add(helped(didac, 60));
    const onlyAsked = await community.ledgerOf(biel).add(helped(carme, 60));
    await community.ledgerOf(didac).add(confirmed(asked.id));
    expect(onlyAsked.seq).toBe(1);
    const hours = [biel, didac].map((person) => community.ledgerOf(person).run());
    for (const [person, proofs] of [
      [carme, 0],
      [didac, 1],
      [biel, 1],
    ] as const) {
      const phone = await dutifulPhoneOf(community, person, {}, [...hours]);
      await hearAll(phone, runs);
      expect(proofsBy(phone)).toHaveLength(proofs);
    }
  });

  test('count to the member who forked: 30 an hour, whoever else has something to say', async () => {
    const { community, runs } = await loud(40);
    const shown = community.ledgerOf(didac);
    for (const minutes of [1, 2]) await shown.add(helped(ana, minutes));
    const phone = await dutifulPhoneOf(community, carme);
    await hearAll(phone, runs);
    await alone(phone, shown.entries[1] as Entry);
    await phone.duties.rest();
    await phone.duties.rest();
    expect(proofsBy(phone)).toHaveLength(repeatedOfOneAuthor);
    const others = written(phone).filter(({ content }) => content.type === 'witness');
    expect(others).toHaveLength(1);
    phone.state.time += 3_600_000;
    await phone.duties.rest();
    expect(proofsBy(phone)).toHaveLength(40);
  });
});
