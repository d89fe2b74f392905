import type { Timers } from './timers.ts';

/** Milliseconds before the first try, and the most there are before any. */
const first = 250;
const most = 600_000;

/**
 * Tries again what failed here by nobody's fault: after a pause, and each time after twice
 * as long, for it may never succeed.
 */
export class Backoff {
  readonly #timers: Timers;
  readonly #again: () => void;
  #failures = 0;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers, again: () => void) {
    this.#timers = timers;
    this.#again = again;
  }

  failed(): void {
    const wait = Math.min(first * 2 ** this.#failures, most);
    this.#failures += 1;
    this.#cancel ??= this.#timers.after(wait, () => {
      this.#cancel = null;
      this.#again();
    });
  }

  close(): void {
    this.#cancel?.();
  }
}
