import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import { openIdbStore } from '@manyhands/storage';
import { asidePool } from '../../src/platform/asidePool.ts';
import { breathing } from '../../src/platform/breathing.ts';
import { decodeTown } from '../join/town.ts';

export interface Receiving {
  /** The longest task that kept the page from answering, in milliseconds. */
  readonly longest: number;
  /** What each page took, from its arrival until it was taken. */
  readonly pages: readonly number[];
  readonly seconds: number;
  readonly megabytes: number;
}

const noDevice = '00'.repeat(32) as DeviceKey;

export const run = (input: Uint8Array): Promise<Receiving> =>
  receive(input, watchTasks);

/** Takes a whole town as an app does that somebody looks at, every page as it comes. */
export async function receive(
  input: Uint8Array,
  watch: () => { longest: () => Promise<number> },
): Promise<Receiving> {
  const { community, pages } = decodeTown(input);
  const store = await openIdbStore({ community, device: noDevice });
  assert(store.ok, 'the disk opens');
  const opened = await openReplica({
    community,
    store: store.value,
    breathe: breathing(),
    aside: asidePool(),
  });
  assert(opened.ok, 'the replica opens');
  const replica = opened.value;
  const tasks = watch();
  const started = performance.now();
  const took: number[] = [];
  for (const page of pages) {
    const before = performance.now();
    const { refused } = await replica.receive(page, { type: 'message' });
    assert(refused === null, 'the town is taken whole');
    took.push(performance.now() - before);
  }
  const seconds = (performance.now() - started) / 1_000;
  const longest = await tasks.longest();
  await replica.close();
  const bytes = pages.reduce((sum, { length }) => sum + length, 0);
  return { longest, pages: took, seconds, megabytes: bytes / 1e6 };
}

/**
 * The longest time between two moments at which the page could have answered: a browser
 * tells of long tasks late, and of none that is shorter than 50 ms.
 */
function watchTasks(): { longest: () => Promise<number> } {
  let [longest, last, isOver] = [0, performance.now(), false];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    longest: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      isOver = true;
      port1.close();
      return longest;
    },
  };
}
