import { startDuties } from './duties.ts';
import type { DutiesOptions } from './duties.ts';

export interface RotaOptions extends DutiesOptions {
  /** Calls once after so many milliseconds; the answer calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** When a device writes what any could: after a while, and not when the others do. */
const rest = { least: 5_000, most: 60_000 };

/**
 * Does the duties of a device as long as it is open: what is due at once with every
 * change, the rest when its turn comes. Answers how to end it.
 */
export function keepRota(options: RotaOptions): () => void {
  const duties = startDuties(options);
  let cancel: (() => void) | null = null;
  let isOver = false;
  const later = (): void => {
    if (isOver || cancel !== null || !duties.isOwing) return;
    const wait = rest.least + options.random() * (rest.most - rest.least);
    cancel = options.after(wait, () => {
      cancel = null;
      // What is still due then waits for company, for room, or for a disk.
      void duties.rest().then(later);
    });
  };
  later();
  const unsubscribe = options.replica.subscribe(later);
  return () => {
    isOver = true;
    unsubscribe();
    duties.close();
    cancel?.();
  };
}
