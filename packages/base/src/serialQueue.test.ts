import { expect, test, vi } from 'vitest';
import { SerialQueue } from './index.ts';

/** A task that ends when it is told to. */
function held(): { task: () => Promise<void>; end: () => void; begun: Promise<void> } {
  let end = (): void => undefined;
  let begin = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const task = (): Promise<void> => {
    begin();
    return ended;
  };
  return { task, end, begun };
}

test('[B5] tasks run one after another, in the order they were given', async () => {
  const queue = new SerialQueue();
  const seen: string[] = [];
  const first = held();
  const one = queue.run(async () => {
    await first.task();
    seen.push('first');
  });
  const other = queue.run(() => seen.push('second'));
  await first.begun;
  await Promise.resolve();
  expect(seen).toEqual([]);
  first.end();
  await Promise.all([one, other]);
  expect(seen).toEqual(['first', 'second']);
});

test('[B5] whoever asked gets the answer, or the rejection; the next runs all the same', async () => {
  const onerror = vi.fn();
  const queue = new SerialQueue(onerror);
  const failed = queue.run(() => Promise.reject(new Error('of Ana')));
  const thrown = queue.run(() => {
    throw new Error('of Biel');
  });
  await expect(failed).rejects.toThrow('of Ana');
  await expect(thrown).rejects.toThrow('of Biel');
  await expect(queue.run(() => Promise.resolve(71))).resolves.toBe(71);
  expect(onerror).not.toHaveBeenCalled();
});

test('[B5] what nobody waits for is told when it fails, and does not stop the queue', async () => {
  const onerror = vi.fn();
  const queue = new SerialQueue(onerror);
  const seen: string[] = [];
  const cause = new Error('a bug');
  queue.add(() => Promise.reject(cause));
  queue.add(() => {
    throw cause;
  });
  queue.add(() => seen.push('next'));
  await queue.idle();
  expect(seen).toEqual(['next']);
  expect(onerror.mock.calls).toEqual([[cause], [cause]]);
});

test('[B5] all who ask before it begins share one run; who asks later has another', async () => {
  const queue = new SerialQueue();
  const runs: ReturnType<typeof held>[] = [];
  const ask = queue.coalesce(() => {
    const run = held();
    runs.push(run);
    return run.task();
  });
  const asked = [ask(), ask(), ask()];
  await vi.waitFor(() => expect(runs).toHaveLength(1));
  const later = [ask(), ask()];
  runs[0]?.end();
  await Promise.all(asked);
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  runs[1]?.end();
  await Promise.all(later);
  expect(runs).toHaveLength(2);
});

test('[B5] a shared run that fails is asked for again by the next who asks', async () => {
  const queue = new SerialQueue();
  let tries = 0;
  const ask = queue.coalesce(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('once')) : Promise.resolve(tries);
  });
  const [one, other] = [ask(), ask()];
  await expect(one).rejects.toThrow('once');
  await expect(other).rejects.toThrow('once');
  await expect(ask()).resolves.toBe(2);
});

test('[B5] it is idle when all that was given has ended, however it ended', async () => {
  const queue = new SerialQueue(() => undefined);
  await queue.idle();
  const last = held();
  let isIdle = false;
  queue.add(() => Promise.reject(new Error('a bug')));
  queue.add(last.task);
  const idle = queue.idle().then(() => (isIdle = true));
  await last.begun;
  expect(isIdle).toBe(false);
  last.end();
  await idle;
});
