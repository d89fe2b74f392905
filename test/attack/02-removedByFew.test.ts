/**
 * Classes 2, 3, 5, 9 and 13, of verdict 12 (mesh/M2, decision 0078): "the members decided that you
 * leave", said by those who did not decide it, said again once it was lifted, said of somebody
 * else. It is worth what it shows, and turns nobody against anybody.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { TestCommunity } from '@manyhands/testing';
import { inOrders } from './kit/arrive.ts';
import { call, removed } from './kit/caller.ts';
import { sized } from './kit/form.ts';
import { asks, askedToLeave, letGo, votes } from './kit/letGo.ts';
import { closeMeshed, dial, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { placed, take } from './kit/phones.ts';
import { ana, biel, carme, didac, everybody } from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';
import { puppet } from './kit/worst/mischief.ts';

afterEach(closeMeshed);

/** Who was refused comes again: the phone woke, and hears everybody anew. */
function asksAgain(phone: Meshed): ReturnType<typeof call> {
  phone.mesh.reconnect();
  return call(phone, { member: didac.member, signing: didac.signing });
}

/** Tells a phone that its member is removed, and shows these for it. */
async function dismiss(
  phone: Meshed,
  by: Pick<typeof ana, 'member' | 'signing'>,
  shown: readonly Entry[],
): Promise<void> {
  const judges = [removed, shown.map(encodeTravelling)] as const;
  const { line } = await call(phone, { ...by, judges });
  await phone.replica.settled();
  line.close();
}

/** That this phone goes on with everybody else as if nothing had been said. */
async function expectUnmoved(phone: Meshed, community: TestCommunity): Promise<void> {
  expect(phone.replica.ledger.standingOf(didac.member)).toBe('among us');
  const friend = await openMeshed(community, carme);
  const met = await dial(phone, friend);
  expect(met.here.ok && met.there.ok).toBe(true);
  await met.calm();
  met.part();
}

describe('[mesh/M2] "you are removed", by who did not decide it', () => {
  test('by one voice and a dozen puppets without one', async () => {
    const puppets = await Promise.all(
      Array.from({ length: 12 }, (_, n) => puppet(n, `Guest ${String(n)}`)),
    );
    const { community, question } = await askedToLeave([ana, carme, didac, ...puppets]);
    const yeses: Entry[] = [];
    for (const each of puppets)
      yeses.push(await community.ledgerOf(each).add(votes(question.id)));
    const his = await openMeshed(community, didac);
    await dismiss(his, biel, [question, ...yeses]);
    expect(his.replica.ledger.motion(question.id)).toMatchObject({ isTaken: false });
    await expectUnmoved(his, community);
  });

  test('by one voice with three devices, and yeses in other histories of one log', async () => {
    const { community, question } = await askedToLeave();
    const devices = await Promise.all([1, 2, 3].map((n) => puppet(n, 'Biel')));
    const own = community.ledgerOf(biel);
    const added = [];
    for (const each of devices)
      added.push(await own.add(await community.enrolContent(each)));
    const twin = own.branch(biel, own.entries.length - 1);
    const yeses = [await twin.add(votes(question.id))];
    for (const each of devices)
      yeses.push(await community.ledgerOf(each).add(votes(question.id)));
    const his = await openMeshed(community, didac);
    await dismiss(his, biel, [...added, question, ...yeses]);
    expect(his.replica.ledger.motion(question.id)?.yes).toEqual([biel.member]);
    await expectUnmoved(his, community);
  });

  test('with a signature that is nobody’s, and with a yes to something else', async () => {
    const { community, question } = await askedToLeave();
    const other = await community.ledgerOf(ana).add(asks('removed', [], carme.member));
    const yes = await community.ledgerOf(ana).add(votes(other.id));
    const hers = community.ledgerOf(ana).branch(ana, 0);
    const real = await hers.add(votes(question.id));
    const stored = real.stored.slice();
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    const his = await openMeshed(community, didac);
    await dismiss(his, biel, [question, other, yes, { ...real, stored }]);
    expect(his.replica.ledger.motion(question.id)?.yes).toEqual([biel.member]);
    await expectUnmoved(his, community);
  });

  test('by the hundred, of everybody at once: each is one question of one voice', async () => {
    const { community, question } = await askedToLeave();
    const fakes: Entry[] = [question];
    for (let n = 0; n < sized(60, 1_000); n++) {
      const whom = everybody[n % everybody.length] ?? ana;
      fakes.push(await community.ledgerOf(biel).add(asks('removed', [], whom.member)));
    }
    const his = await openMeshed(community, didac);
    for (let from = 0; from < fakes.length; from += 120)
      await dismiss(his, biel, fakes.slice(from, from + 120));
    for (const { member } of everybody)
      expect(his.replica.ledger.standingOf(member)).toBe('among us');
    expect(his.replica.ledger.removals()).toBe(0);
    await expectUnmoved(his, community);
  });
});

describe('[mesh/M2] [ledger/L22] what was lifted', () => {
  async function lifted() {
    const { community, question, yes } = await letGo();
    // Three say yes to it and two to lifting it: what is replaced holds no more all the same.
    await community.ledgerOf(carme).add(votes(question.id));
    const back = await community.ledgerOf(biel).add(asks('among us', [question.id]));
    const backYes = await community.ledgerOf(ana).add(votes(back.id));
    return { community, question, yes, back, backYes };
  }

  test('is lifted for who knows it, however often the old words are shown', async () => {
    const { community, question, yes } = await lifted();
    const his = await openMeshed(community, didac);
    for (let n = 0; n < 3; n++) await dismiss(his, biel, [question, yes]);
    await expectUnmoved(his, community);
  });

  test('is believed by who knows only the old words, until the later ones come', async () => {
    const { community, question, yes, back, backYes } = await lifted();
    const known = community.logs().filter(({ log }) => log.device !== ana.device);
    const his = await openMeshed(community, didac, { holds: [] });
    await take(his, { runs: known.map((log) => log.run(0, 6)) });
    await dismiss(his, biel, [question, yes]);
    expect(his.replica.ledger.standingOf(didac.member)).toBe('removed');
    await take(his, placed(back));
    await take(his, { evidence: [encodeTravelling(backYes)], runs: [] });
    expect(his.replica.ledger.standingOf(didac.member)).toBe('among us');
    await expectUnmoved(his, community);
  });

  test('comes to the same in whatever order it comes, and counts once for secrets', async () => {
    const { community, question, yes, back, backYes } = await lifted();
    const pieces = [question, yes, back, backYes].map((entry) => [
      { evidence: [encodeTravelling(entry)], runs: [] },
      placed(entry),
    ]);
    let first: unknown;
    let tried = 0;
    for await (const phone of inOrders(community, [ana, biel], pieces)) {
      if ((tried += 1) > sized(6, 1_000)) break;
      const sums = sumsOf(phone, everybody);
      first ??= sums;
      expect(sums).toEqual(first);
      expect(phone.replica.ledger.standingOf(didac.member)).toBe('among us');
      expect(phone.replica.ledger.removals()).toBe(1);
    }
  });
});

describe('[mesh/M2] who is refused is shown what holds now', () => {
  test('the yeses of now, after one was taken back and another given', async () => {
    const { community, question } = await letGo();
    const phone = await openMeshed(community, biel, {
      isRemoved: (member) => member === didac.member,
    });
    const ask = () => asksAgain(phone);
    expect((await ask()).verdict).toBe(removed);
    const own = community.ledgerOf(ana);
    await take(phone, placed(await own.add(votes(question.id, false))));
    const hers = await community.ledgerOf(carme).add(votes(question.id));
    await take(phone, placed(hers));
    const { verdict, told } = await ask();
    expect(verdict).toBe(removed);
    const his = await openMeshed(community, didac, { holds: [] });
    await take(his, { evidence: [], runs: [community.ledgerOf(biel).run()] });
    await take(his, { evidence: told, runs: [] });
    expect(his.replica.ledger.motion(question.id)?.yes).toContain(carme.member);
    expect(his.replica.ledger.standingOf(didac.member)).toBe('removed');
  });

  test('and asked a hundred times, while words change, it stays as small as it is', async () => {
    const { community, question } = await letGo();
    const phone = await openMeshed(community, biel, {
      isRemoved: (member) => member === didac.member,
    });
    const sizes: number[] = [];
    for (let n = 0; n < sized(20, 200); n++) {
      const own = community.ledgerOf(n % 2 === 0 ? ana : carme);
      await take(phone, placed(await own.add(votes(question.id, n % 4 < 2))));
      const { verdict, told } = await asksAgain(phone);
      expect(verdict).toBe(removed);
      sizes.push(told.reduce((sum, { length }) => sum + length, 0));
    }
    expect(Math.max(...sizes)).toBeLessThan(8_000);
  });
});
