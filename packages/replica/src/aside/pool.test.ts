import { assert } from '@manyhands/base';
import { createCast } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { poolOf } from '../testing/helpers.ts';
import { signatureJob } from './jobs.ts';
import type { SignatureJob } from './jobs.ts';

const [ana] = await createCast();

/** A signature of Ana's that is good where `isGood`: its message says which one it is. */
async function job(which: number, isGood = true, length = 4): Promise<SignatureJob> {
  const message = new Uint8Array(length);
  new DataView(message.buffer).setUint32(0, which);
  const signature = await ana.signing.sign(message);
  if (!isGood) signature[0] = (signature[0] ?? 0) ^ 1;
  return signatureJob(signature, message, ana.signing.publicKey);
}

const jobs = (count: number, length?: number) =>
  Promise.all(
    Array.from({ length: count }, (_, which) => job(which, which % 3 > 0, length)),
  );

/** A pool whose helpers are there. */
async function ready(most?: number) {
  const made = poolOf(most);
  expect(await made.pool.ask(await job(0))).toBe(null);
  for (const { hearing } of made.helpers) hearing.ready();
  return made;
}

function only<T>(all: readonly T[], at = 0): T {
  const one = all[at];
  assert(one, 'it is there');
  return one;
}

test('[R14] whoever asks before a helper is there does it: nobody waits for a start', async () => {
  const { pool, helpers } = poolOf();
  expect(await pool.ask(await job(1))).toBe(null);
  expect(helpers).toHaveLength(2);
  only(helpers).hearing.ready();
  const asked = pool.ask(await job(1));
  await only(helpers).work();
  expect(await asked).toBe(true);
});

test('[R14] where no other thread can be had, whoever asks does it', async () => {
  let tries = 0;
  const { pool, helpers } = poolOf(2, () => {
    tries += 1;
    return false;
  });
  expect(await pool.ask(await job(1))).toBe(null);
  expect(await pool.ask(await job(2))).toBe(null);
  expect(helpers).toHaveLength(0);
  expect(tries).toBeLessThanOrEqual(3);
});

test('[R14] each answer goes to whoever asked, whichever helper is sooner', async () => {
  const { pool, helpers } = await ready();
  const all = await jobs(100);
  const asked = all.map((each) => pool.ask(each));
  const later: number[] = [];
  for (const [which, answer] of asked.entries())
    void answer.then(() => later.push(which));
  // The second helper always answers first.
  while (helpers.some(({ given }) => given.length > 0)) {
    const last = helpers.findLast(({ given }) => given.length > 0);
    await last?.work();
  }
  const answers = await Promise.all(asked);
  expect(answers).toEqual(all.map((_, which) => which % 3 > 0));
  expect(later).not.toEqual([...later].sort((a, b) => a - b));
});

test('[R14] a helper has no more than two batches in its hands, and they are small', async () => {
  const { pool, helpers } = await ready();
  const all = await jobs(300, 2_048);
  const asked = all.map((each) => pool.ask(each));
  let most = 0;
  while (helpers.some(({ given }) => given.length > 0)) {
    for (const { given } of helpers) {
      expect(given.length).toBeLessThanOrEqual(2);
      for (const batch of given) most = Math.max(most, batch.jobs.length);
    }
    for (const helper of helpers) if (helper.given.length > 0) await helper.work();
  }
  expect(await Promise.all(asked)).toEqual(all.map((_, which) => which % 3 > 0));
  expect(most).toBe(16); // 2,144 bytes each, 32 kB of them
});

test('[R14] what a helper that died leaves undone another does, and one takes its place', async () => {
  const { pool, helpers } = await ready();
  const all = await jobs(200);
  const asked = all.map((each) => pool.ask(each));
  const [first, second] = helpers;
  assert(first && second, 'there are two');
  expect(first.given).toHaveLength(2);
  await first.work();
  first.hearing.died();
  expect(first.isEnded).toBe(true);
  expect(helpers).toHaveLength(3);
  // What it says after that counts for nothing.
  const late = first.given[0];
  assert(late, 'it had something in hand');
  first.hearing.done({ number: late.number, answers: late.jobs.map(() => false) });
  only(helpers, 2).hearing.ready();
  while (helpers.slice(1).some(({ given }) => given.length > 0))
    for (const helper of helpers.slice(1))
      if (helper.given.length > 0) await helper.work();
  expect(await Promise.all(asked)).toEqual(all.map((_, which) => which % 3 > 0));
});

test('[R14] what two died of is done by whoever asked', async () => {
  const { pool, helpers } = await ready();
  const asked = pool.ask(await job(1));
  only(helpers).hearing.died();
  expect(only(helpers, 1).given).toHaveLength(1);
  only(helpers, 2).hearing.ready();
  only(helpers, 1).hearing.died();
  expect(only(helpers, 2).given).toEqual([]);
  expect(await asked).toBe(null);
});

test('[R14] when the last one dies, whoever waits does it', async () => {
  const { pool, helpers } = await ready(1);
  const asked = (await jobs(200)).map((each) => pool.ask(each));
  only(helpers).hearing.died();
  expect(new Set(await Promise.all(asked))).toEqual(new Set([null]));
  expect(helpers).toHaveLength(2);
});

test('[R14] one that says nothing any more counts as dead', async () => {
  const { pool, helpers, clock } = await ready();
  const asked = pool.ask(await job(1));
  clock.pass(9_999);
  expect(only(helpers).isEnded).toBe(false);
  clock.pass(10_000);
  expect(only(helpers).isEnded).toBe(true);
  await only(helpers, 1).work();
  expect(await asked).toBe(true);
});

test('[R14] three that die are enough, until there was nothing to do for a minute', async () => {
  const { pool, helpers, clock } = await ready(1);
  for (let n = 0; n < 5; n++) helpers.at(-1)?.hearing.died();
  expect(helpers).toHaveLength(3);
  expect(await pool.ask(await job(1))).toBe(null);
  clock.pass(60_000);
  expect(await pool.ask(await job(1))).toBe(null);
  expect(helpers).toHaveLength(4);
});

test('[R14] so are three that die of what they were given', async () => {
  const { pool, helpers, clock } = await ready(1);
  for (let n = 0; n < 3; n++) {
    const asked = pool.ask(await job(1));
    helpers.at(-1)?.hearing.died();
    expect(await asked).toBe(null);
    helpers.at(-1)?.hearing.ready();
  }
  expect(helpers).toHaveLength(3);
  expect(await pool.ask(await job(1))).toBe(null);
  clock.pass(60_000);
  expect(await pool.ask(await job(1))).toBe(null);
  expect(helpers).toHaveLength(4);
});

test('[R14] helpers are let go when there was nothing to do for a minute, not before', async () => {
  const { pool, helpers, clock } = await ready();
  const asked = pool.ask(await job(1));
  clock.pass(9_000);
  await only(helpers).work();
  expect(await asked).toBe(true);
  expect(helpers.map(({ isEnded }) => isEnded)).toEqual([false, false]);
  clock.pass(60_000);
  expect(helpers.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  expect(await pool.ask(await job(2))).toBe(null);
  expect(helpers).toHaveLength(4);
});
