import { expect, test } from 'vitest';
import { Backoff } from './backoff.ts';
import { ManualTimers } from './testing/manualTimers.ts';

test('[M4] what fails again and again is tried ever more seldom, and never given up', () => {
  const timers = new ManualTimers();
  const tries: number[] = [];
  const backoff = new Backoff(timers, () => {
    tries.push(timers.now());
    backoff.failed();
  });
  backoff.failed();
  timers.pass(3_600_000);
  const pauses = tries.map((at, n) => at - (tries[n - 1] ?? 0));
  expect(pauses.slice(0, 4)).toEqual([250, 500, 1_000, 2_000]);
  expect(pauses.at(-1)).toBe(600_000);
  expect(tries.length).toBeLessThan(20);
});

test('[M4] of failures that come together one try is made, and none after its end', () => {
  const timers = new ManualTimers();
  let tries = 0;
  const backoff = new Backoff(timers, () => (tries += 1));
  backoff.failed();
  backoff.failed();
  timers.pass(250);
  expect(tries).toBe(1);
  backoff.failed();
  backoff.close();
  timers.pass(600_000);
  expect(tries).toBe(1);
});
