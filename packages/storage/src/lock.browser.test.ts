import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { expect, test } from 'vitest';
import { holdLock } from './lock.ts';
import type { Lock } from './lock.ts';

const someLock = (): string => `manyhands/${toHex(randomBytes(8))}/writer`;

async function held(name: string, options = {}): Promise<Lock> {
  const lock = await holdLock(name, options);
  assert(lock.ok, 'the lock is free');
  return lock.value;
}

test('[R6] a second writer is refused, until the first lets go', async () => {
  const name = someLock();
  const first = await held(name);
  expect(await holdLock(name)).toEqual({ ok: false, error: { type: 'LockHeld' } });
  expect((await holdLock(someLock())).ok).toBe(true);
  first.release();
  await expect.poll(async () => (await holdLock(name)).ok).toBe(true);
});

test('[R6] a second writer takes over, and the first hears of it', async () => {
  const name = someLock();
  const first = await held(name);
  const second = await held(name, { steal: true });
  await first.lost;
  expect(await holdLock(name)).toEqual({ ok: false, error: { type: 'LockHeld' } });
  first.release(); // what was lost cannot be released
  expect(await holdLock(name)).toEqual({ ok: false, error: { type: 'LockHeld' } });
  second.release();
  await expect.poll(async () => (await holdLock(name)).ok).toBe(true);
});

test('[R6] another page of this browser is refused too', async () => {
  const name = someLock();
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const theirs = frame.contentWindow?.navigator.locks;
  assert(theirs, 'the frame has locks');
  await new Promise((resolve) => {
    void theirs.request(name, () => {
      resolve(null);
      return new Promise(() => undefined);
    });
  });
  expect(await holdLock(name)).toEqual({ ok: false, error: { type: 'LockHeld' } });
  frame.remove(); // a page that is gone holds nothing
  await expect.poll(async () => (await holdLock(name)).ok).toBe(true);
});
