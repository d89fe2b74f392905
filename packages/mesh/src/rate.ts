import type { Timers } from './timers.ts';

const minute = 60_000;

/** So many in any minute, and no more. */
export class Rate {
  readonly #timers: Timers;
  readonly #most: number;
  readonly #taken: number[] = [];

  constructor(timers: Timers, most: number) {
    this.#timers = timers;
    this.#most = most;
  }

  /** Whether there is room for one more now; if so it is taken. */
  take(): boolean {
    const now = this.#timers.now();
    while (this.#taken[0] !== undefined && this.#taken[0] <= now - minute) {
      this.#taken.shift();
    }
    if (this.#taken.length >= this.#most) return false;
    this.#taken.push(now);
    return true;
  }
}
