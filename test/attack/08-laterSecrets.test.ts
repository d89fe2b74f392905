/**
 * Classes 4, 6, 8 and 12, of the secret that follows a removal (mesh/M12, decision 0078): who says
 * it, how often, for which number and before what. Nobody moves others about, and it reaches
 * nobody of whom it is decided that they leave.
 */
import { afterEach, describe, expect, test } from 'vitest';
import type { Secret } from '@manyhands/mesh';
import { helped } from '@manyhands/testing';
import type { CastMember, TestCommunity } from '@manyhands/testing';
import { call, say, welcome } from './kit/caller.ts';
import type { Line } from './kit/caller.ts';
import { sized } from './kit/form.ts';
import { asks, askedToLeave, everLower, first, letGo, votes } from './kit/letGo.ts';
import { closeMeshed, meet, openMeshed } from './kit/meshed.ts';
import type { Meshed, MeshedOptions } from './kit/meshed.ts';
import { placed, take, write } from './kit/phones.ts';
import { ana, biel, carme, didac } from './kit/stories.ts';
import { puppet } from './kit/worst/mischief.ts';

afterEach(closeMeshed);

interface Keeping extends Meshed {
  /** Every secret that it took, one after the other. */
  readonly taken: Secret[];
}

async function phoneOf(
  community: TestCommunity,
  person: CastMember,
  options: MeshedOptions = {},
): Promise<Keeping> {
  const taken: Secret[] = [];
  const onsecret = (secret: Secret) => void taken.push(secret);
  const phone = await openMeshed(community, person, {
    secret: first,
    onsecret,
    ...options,
  });
  return { ...phone, taken };
}

async function lineOf(phone: Meshed, { member, signing }: CastMember): Promise<Line> {
  const { line, verdict } = await call(phone, { member, signing });
  expect(verdict).toBe(welcome);
  return line;
}

const tells = (line: Line, { epoch, secret }: Secret): void =>
  line.say(say.secret, [epoch, secret]);

const next: Secret = { epoch: 1, secret: new Uint8Array(32).fill(9) };

describe('[mesh/M12] a thousand secrets of one epoch', () => {
  test('each lower than the one before it, move a phone a few times and not a thousand', async () => {
    const { community } = await letGo();
    const hers = await phoneOf(community, ana);
    const line = await lineOf(hers, carme);
    const many = everLower(sized(200, 1_000), 1);
    for (const secret of many) tells(line, secret);
    await line.read();
    expect(hers.taken.length).toBeGreaterThan(0);
    expect(hers.taken.length).toBeLessThanOrEqual(4);
    // The lowest is not forgotten: everybody comes to it, one step an hour.
    hers.timers.pass(3_600_000);
    await line.read();
    expect(hers.taken.at(-1)).toEqual(many.at(-1));
    expect(hers.taken.length).toBeLessThanOrEqual(5);
  });

  test('and by many members who take turns neither', async () => {
    const guests = await Promise.all(
      Array.from({ length: 20 }, (_, n) => puppet(n, `Guest ${String(n)}`)),
    );
    const { community } = await letGo([ana, carme, didac, ...guests]);
    const hers = await phoneOf(community, ana);
    const many = everLower(guests.length * 10, 1);
    for (const [n, guest] of guests.entries()) {
      const line = await lineOf(hers, guest);
      for (const secret of many.slice(n * 10, n * 10 + 10)) tells(line, secret);
      await line.read();
      line.close();
    }
    expect(hers.taken.length).toBeLessThanOrEqual(4);
  });
});

test('[mesh/M12] a secret for a thousand removals later is taken by nobody, also not later', async () => {
  const { community, question } = await askedToLeave();
  const hers = await phoneOf(community, carme);
  const line = await lineOf(hers, ana);
  for (const epoch of [1_001, 2 ** 32 - 1, 2]) tells(line, { ...next, epoch });
  await line.read();
  await take(hers, placed(await community.ledgerOf(ana).add(votes(question.id))));
  await line.read();
  expect(hers.replica.ledger.removals()).toBe(1);
  expect(hers.taken).toEqual([]);
  tells(line, next);
  await line.read();
  expect(hers.taken).toEqual([next]);
});

describe('[mesh/M12] who is to leave', () => {
  test('makes the next secret themself, and nobody takes it, whatever comes first', async () => {
    for (const isSaidBefore of [true, false]) {
      const { community, question } = await askedToLeave();
      const hers = await phoneOf(community, carme);
      const line = await lineOf(hers, didac);
      if (isSaidBefore) tells(line, next);
      await line.read();
      await take(hers, placed(await community.ledgerOf(ana).add(votes(question.id))));
      if (!isSaidBefore) tells(line, next);
      await line.read();
      expect(hers.replica.ledger.standingOf(didac.member)).toBe('removed');
      expect(hers.taken).toEqual([]);
    }
  });

  test('hears it from no phone that knows, also not from a line that was open before', async () => {
    const { community, question } = await askedToLeave();
    const hers = await phoneOf(community, carme);
    const line = await lineOf(hers, didac);
    await take(hers, placed(await community.ledgerOf(ana).add(votes(question.id))));
    const friend = await lineOf(hers, ana);
    tells(friend, next);
    await friend.read();
    await line.read();
    expect(hers.taken).toEqual([next]);
    const told = line.of(say.secret).map((each) => (each as [number, unknown])[0]);
    expect(told).toEqual([0]);
  });

  test('has another device of their name, and hears it there neither', async () => {
    const tablet = { ...(await puppet(1)), member: didac.member };
    const { community } = await letGo();
    await community.ledgerOf(didac).add(await community.enrolContent(tablet));
    const hers = await phoneOf(community, ana, {
      secret: next,
      secretsBefore: [first],
    });
    const line = await lineOf(hers, tablet);
    await line.read();
    const told = line.of(say.secret).map((each) => (each as [number, unknown])[0]);
    expect(told).toEqual([0]);
  });
});

test('[mesh/M12] of whom nobody has let in no secret is heard at all', async () => {
  const { community } = await letGo();
  const hers = await phoneOf(community, ana);
  const stranger = await puppet(7, 'Nobody');
  const { verdict, line } = await call(hers, stranger);
  expect(verdict).not.toBe(welcome);
  if (line.isOpen) tells(line, next);
  await hers.replica.settled();
  expect(hers.taken).toEqual([]);
});

test('[mesh/M12] what was said early by one is not driven out by twenty others', async () => {
  const guests = await Promise.all(
    Array.from({ length: 20 }, (_, n) => puppet(n, `Guest ${String(n)}`)),
  );
  const { community, question } = await askedToLeave([ana, carme, didac, ...guests]);
  const hers = await phoneOf(community, carme);
  const friend = await lineOf(hers, ana);
  tells(friend, next);
  await friend.read();
  for (const guest of guests) {
    const line = await lineOf(hers, guest);
    for (let epoch = 2; epoch < 12; epoch++) tells(line, { ...next, epoch });
    await line.read();
    line.close();
  }
  await take(hers, placed(await community.ledgerOf(ana).add(votes(question.id))));
  await friend.read();
  expect(hers.taken).toEqual([next]);
});

test('[mesh/M12] in whatever order words and secrets come, all come to one', async () => {
  const { community, question } = await askedToLeave();
  const yes = await community.ledgerOf(ana).add(votes(question.id));
  const back = await community.ledgerOf(biel).add(asks('among us', [question.id]));
  const backYes = await community.ledgerOf(ana).add(votes(back.id));
  const secrets = everLower(3, 1);
  const said = [secrets, secrets.toReversed(), [secrets[1], secrets[0], secrets[2]]];
  const heldIn: unknown[] = [];
  for (const order of said) {
    const hers = await phoneOf(community, carme, { holds: [] });
    const before = community.logs().map((log) => log.run(0, 4));
    await take(hers, { runs: before });
    const line = await lineOf(hers, ana);
    for (const [n, secret] of order.entries()) {
      if (secret) tells(line, secret);
      const words = [yes, back, backYes].slice(n, n + 1);
      for (const word of words) await take(hers, placed(word));
      await line.read();
    }
    await take(hers, { runs: community.logs().map((log) => log.run()) });
    await line.read();
    heldIn.push(hers.taken.at(-1));
  }
  expect(heldIn).toEqual(said.map(() => secrets[2]));
});

test('[mesh/M12] two who made one each, and are met by a third, hold the same', async () => {
  const { community } = await letGo();
  const [one, two] = everLower(2, 1);
  const hers = await phoneOf(community, ana, { secret: one ?? null });
  const his = await phoneOf(community, biel, { secret: two ?? null });
  const third = await phoneOf(community, carme);
  await write(third, 'ledger', helped(biel, 30));
  await meet(third, hers);
  await meet(third, his);
  await meet(third, hers);
  expect(third.taken.at(-1)).toEqual(two);
  expect(hers.taken).toEqual([two]);
  expect(his.taken).toEqual([]);
});
