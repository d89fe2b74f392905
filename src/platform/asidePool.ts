import { AsidePool } from '@manyhands/replica';
import type { Helper, HelperHearing } from '@manyhands/replica';
import type { BatchDone } from '@manyhands/replica/aside';

/** More than two would take the processor from whoever draws, and bring little. */
const helpersAtMost = 2;

let pool: AsidePool | null = null;

/** The helpers of this page, one pool for all that is open in it: begun when there is much to do. */
export function asidePool(): AsidePool {
  pool ??= new AsidePool({
    spawn: (hearing) => spawnWorker(newWorker, hearing),
    most: Math.min(helpersAtMost, navigator.hardwareConcurrency || 1),
  });
  return pool;
}

export const newWorker = (): Worker =>
  new Worker(new URL('./asideWorker.ts', import.meta.url), { type: 'module' });

/** A worker as a helper; null in a browser that begins none. */
export function spawnWorker(
  begin: () => Worker,
  hearing: HelperHearing,
): Helper | null {
  let worker: Worker;
  try {
    worker = begin();
  } catch {
    return null;
  }
  worker.onmessage = ({ data }: MessageEvent<BatchDone | 'ready'>) => {
    if (data === 'ready') hearing.ready();
    else hearing.done(data);
  };
  // Of one that cannot be read or throws; of one that is ended nothing is heard.
  worker.onerror = (event) => {
    event.preventDefault();
    hearing.died();
  };
  worker.onmessageerror = () => hearing.died();
  return {
    post: (batch) => worker.postMessage(batch),
    end: () => worker.terminate(),
  };
}
