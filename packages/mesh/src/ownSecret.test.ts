import { describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { compareBytes } from '@manyhands/codec';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, createPerson, openOnMemory } from '@manyhands/testing';
import type { LogBuilder } from '@manyhands/testing';
import { secretsOf, taggedHash } from '@manyhands/keys';
import type { Secret } from './messages.ts';
import { nextEvery, nextsAtOnce } from './limits.ts';
import { OwnSecret } from './ownSecret.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import type { Timers } from './timers.ts';

const secretOf = (byte: number, epoch = 0): Secret => ({
  epoch,
  secret: new Uint8Array(32).fill(byte),
});

test('[findings/A17] the app’s own word is kept where it is newer, and only there', async () => {
  const ana = await createPerson('Ana');
  const { id } = await TestCommunity.of(ana, []);
  const { replica } = await openOnMemory(id);
  const [first, second] = [secretOf(1), secretOf(2)].sort((a, b) =>
    compareBytes(taggedHash('secret', a.secret), taggedHash('secret', b.secret)),
  ) as [Secret, Secret];
  const ongiven = vi.fn();
  const own = new OwnSecret({
    replica,
    self: ana,
    known: second,
    lobby: null,
    ongiven,
  });

  expect(own.set(second)).toBe(false);
  expect(own.set(first)).toBe(true);
  expect(own.set(second)).toBe(false);
  expect(own.set(secretOf(3, 1))).toBe(false);
  expect(own.current).toEqual(first);
  expect(ongiven).not.toHaveBeenCalled();
});

test('[mesh/M2] those before stay the same ones, by their number and their bytes', async () => {
  const ana = await createPerson('Ana');
  const { id } = await TestCommunity.of(ana, []);
  const { replica } = await openOnMemory(id);
  const own = new OwnSecret({
    replica,
    self: ana,
    known: secretOf(9, 5),
    lobby: null,
    ongiven: vi.fn(),
  });
  own.keepBefore([secretOf(1, 0), secretOf(2, 1)]);
  const [held] = own.before;
  own.keepBefore([secretOf(1, 0), secretOf(2, 2), secretOf(3, 1)]);
  expect(own.before[0]).toBe(held);
  expect(own.before).toEqual([secretOf(1, 0), secretOf(2, 2), secretOf(3, 1)]);
});

/** Ana's phone, which came through the lobby of this; she and Biel removed Carme if so said. */
async function taking(
  through: Secret | null,
  isRemoved: boolean,
  timers: Timers = new ManualTimers(),
) {
  const [ana, biel, carme] = await Promise.all(
    ['Ana', 'Biel', 'Carme'].map((name) => createPerson(name)),
  );
  assert(ana && biel && carme, 'three');
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(ana);
  await log.add({ type: 'member.vouch', member: biel.member });
  const { id } = await log.add({
    type: 'motion.open',
    replaces: [],
    matter: { about: 'member', member: carme.member, standing: 'removed' },
  });
  const { replica } = await openOnMemory(community.id);
  const receive = (all: readonly LogBuilder[]) =>
    replica.receive(encodePage({ evidence: [], runs: all.map((each) => each.run()) }), {
      type: 'archive',
    });
  await receive(community.logs());
  const decide = async () => {
    await community.ledgerOf(biel).add({ type: 'motion.vote', motion: id, yes: true });
    await receive([community.ledgerOf(biel)]);
  };
  if (isRemoved) await decide();
  const given: Secret[] = [];
  const lobby = through && secretsOf(through.secret, community.id).lobby;
  const own: OwnSecret = new OwnSecret({
    replica,
    self: ana,
    known: null,
    lobby,
    timers,
    ongiven: (secret) => {
      own.set(secret);
      given.push(secret);
    },
  });
  return { own, given, decide, biel, carme };
}

describe('[mesh/M12] the secret of a newcomer', () => {
  const [old, now] = [secretOf(1), secretOf(2, 1)];

  test.each([
    ['old, new', [old, now]],
    ['new, old', [now, old]],
  ])('who came through an old lobby takes both, said %s', async (_, order) => {
    const { own, given, biel } = await taking(old, true);
    for (const secret of order) own.receive(secret, biel.member);
    own.retry();
    expect(given).toEqual([old, now]);
    expect(own.all).toEqual([old, now]);
  });

  test('the one that leads to its lobby is taken before a removal is known', async () => {
    const { own, given, biel } = await taking(now, false);
    own.receive(now, biel.member);
    expect(given).toEqual([now]);
    expect(own.current).toEqual(now);
  });

  test('a number that nothing bears out is mended by a true one, and blocks nothing', async () => {
    const lie = { ...old, epoch: 2 ** 32 - 1 };
    const { own, given, decide, biel, carme } = await taking(old, false);
    own.receive(lie, carme.member);
    own.receive(now, biel.member);
    own.receive(old, biel.member);
    await decide();
    own.retry();
    expect(given).toEqual([lie, old, now]);
    expect(own.all).toEqual([old, now]);
  });

  test('without a lobby one of a later epoch waits for the removal', async () => {
    const { own, given, decide, biel } = await taking(null, false);
    own.receive(now, biel.member);
    own.receive(secretOf(3, 2), biel.member);
    expect(given).toEqual([]);
    await decide();
    own.retry();
    expect(given).toEqual([now]);
  });

  test('nobody waits for more than a few of one neighbour', async () => {
    const { own, given, decide, biel, carme } = await taking(null, false);
    own.receive(now, biel.member);
    for (let byte = 10; byte < 60; byte++) own.receive(secretOf(byte, 2), carme.member);
    await decide();
    own.retry();
    expect(given).toEqual([now]);
  });
});

describe('[mesh/M12] of the epoch that is held', () => {
  /** Each is lower than the one before it. */
  const lower = Array.from({ length: 20 }, (_, byte) => secretOf(byte + 1, 1)).sort(
    (a, b) =>
      -compareBytes(taggedHash('secret', a.secret), taggedHash('secret', b.secret)),
  );

  test('[nextsAtOnce] so many are taken at once, and not one more', async () => {
    const { own, given, biel } = await taking(null, true);
    for (const secret of lower.slice(0, 1 + nextsAtOnce))
      own.receive(secret, biel.member);
    expect(given).toEqual(lower.slice(0, 1 + nextsAtOnce));
    own.receive(lower[1 + nextsAtOnce] as Secret, biel.member);
    own.retry();
    expect(given).toHaveLength(1 + nextsAtOnce);
    own.close();
  });

  test('[nextEvery] then one each hour, the lowest of those that wait', async () => {
    const timers = new ManualTimers();
    const { own, given, biel } = await taking(null, true, timers);
    for (const secret of lower.slice(0, 10)) own.receive(secret, biel.member);
    timers.pass(nextEvery - 1);
    expect(given).toHaveLength(1 + nextsAtOnce);
    timers.pass(1);
    expect(given).toHaveLength(2 + nextsAtOnce);
    expect(given.at(-1)).toEqual(lower[9]);
    for (const secret of lower.slice(10)) own.receive(secret, biel.member);
    expect(given).toHaveLength(2 + nextsAtOnce);
    timers.pass(nextEvery);
    expect(given.at(-1)).toEqual(lower.at(-1));
    own.close();
    expect(timers.waiting).toBe(0);
  });

  test('a later epoch waits for no hour', async () => {
    const { own, given, biel, decide } = await taking(null, false);
    const first = Array.from({ length: 9 }, (_, n) => secretOf(40 + n));
    for (const secret of first) own.receive(secret, biel.member);
    for (const secret of lower.slice(0, 8)) own.receive(secret, biel.member);
    await decide();
    own.retry();
    expect(given).toEqual([first[0], lower[7]]);
  });
});

describe('[mesh/M12] a cut that takes the words on a removal away', () => {
  const [old, now] = [secretOf(1), secretOf(2, 1)];

  /** Ana's phone, and how many removals it knows of from now on. */
  async function counting(known: Secret, before: readonly Secret[] = []) {
    const ana = await createPerson('Ana');
    const community = await TestCommunity.of(ana, []);
    const { replica } = await openOnMemory(community.id);
    const runs = community.logs().map((each) => each.run());
    await replica.receive(encodePage({ evidence: [], runs }), { type: 'archive' });
    let removals = 1;
    vi.spyOn(replica.ledger, 'removals').mockImplementation(() => removals);
    const own: OwnSecret = new OwnSecret({
      replica,
      self: ana,
      known,
      before,
      lobby: null,
      ongiven: (secret) => void own.set(secret),
    });
    const know = (of: number): void => {
      removals = of;
      own.retry();
    };
    return { own, know, ana };
  }

  test('leads back to the secret of before, and the next removal to a new one', async () => {
    const { own, know } = await counting(now, [old]);
    expect(own.all).toEqual([old, now]);
    know(0);
    expect(own.current).toEqual(old);
    expect(own.before).toEqual([now]);
    know(1);
    expect(own.set(secretOf(3, 1))).toBe(true);
  });

  test('leaves who holds no other the bytes, with a number that is borne out', async () => {
    const { own, know } = await counting(secretOf(2, 3));
    know(3);
    know(2);
    expect(own.all).toEqual([secretOf(2, 2)]);
    know(3);
    expect(own.set(secretOf(4, 3))).toBe(true);
  });

  test('is waited for by who has not heard of the removal yet', async () => {
    const { own, know } = await counting(secretOf(2, 3));
    know(2);
    expect(own.current).toEqual(secretOf(2, 3));
  });

  test('lets any secret that is borne out take the place of one that is not', async () => {
    const { own, know, ana } = await counting(secretOf(2, 3));
    know(2);
    own.receive(secretOf(5, 2), ana.member);
    expect(own.current).toEqual(secretOf(5, 2));
  });
});
