import { err, ok } from '@manyhands/base';
import type { Cancelled, Progress, Result, Work } from '@manyhands/base';

/** Milliseconds without a pause: a screen that is drawn 60 times a second has 16. */
const sliceMilliseconds = 10;

/**
 * Does long work a little at a time, so that a phone goes on drawing and can call it off.
 * `work` yields wherever it can stop, and soon again.
 */
export async function inSlices<T>(
  work: Generator<Progress | undefined, T>,
  { report, signal }: Work = {},
): Promise<Result<T, Cancelled>> {
  let until = performance.now() + sliceMilliseconds;
  for (;;) {
    const step = work.next();
    if (step.done === true) return ok(step.value);
    if (signal?.aborted === true) return err({ type: 'Cancelled' });
    if (performance.now() < until) continue;
    if (step.value) report?.(step.value);
    await pause();
    until = performance.now() + sliceMilliseconds;
  }
}

/** The same without a pause: for whoever has nothing to draw. */
export function atOnce<T>(work: Generator<Progress, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Until events were heard and the screen could be drawn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
