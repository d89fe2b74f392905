import { expect, test } from 'vitest';
import { Schedule } from './schedule.ts';

/** A page that is frozen for a minute, and something that is to happen on it. */
function frozen() {
  const schedule = new Schedule();
  const page = { frozenUntil: 60_000 };
  const happened: string[] = [];
  const after = (ms: number, what: string) =>
    schedule.after(
      ms,
      what,
      () => happened.push(what),
      () => page.frozenUntil,
    );
  const runUntil = (at: number): void => {
    schedule.after(at - schedule.now, 'end', () => undefined);
    for (let next = schedule.next(); next !== null; next = schedule.next()) {
      if (next.what === 'end') return;
      next.run();
    }
  };
  return { page, happened, after, runUntil };
}

test('what waits on a frozen page happens soon after somebody wakes it', () => {
  const { page, happened, after, runUntil } = frozen();
  after(10, 'one');
  after(20, 'another');
  runUntil(5_000);
  expect(happened).toEqual([]);
  page.frozenUntil = 0;
  runUntil(6_000);
  expect(happened).toEqual(['one', 'another']);
});

test('what is called off while it waits does not happen', () => {
  const { happened, after, runUntil } = frozen();
  const callOff = after(10, 'one');
  runUntil(5_000);
  callOff();
  runUntil(120_000);
  expect(happened).toEqual([]);
});
