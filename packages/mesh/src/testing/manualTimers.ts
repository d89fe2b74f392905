import type { Timers } from '../timers.ts';

/** A clock that a test turns by hand. */
export class ManualTimers implements Timers {
  #now = 0;
  readonly #calls = new Set<{ at: number; call: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const alarm = { at: this.#now + ms, call };
    this.#calls.add(alarm);
    return () => this.#calls.delete(alarm);
  }

  /** How many alarms are set. */
  get waiting(): number {
    return this.#calls.size;
  }

  /** Lets `ms` pass, ringing what is due in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#calls]
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#calls.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
    }
    this.#now = end;
  }

  /** Lets a page sleep: the clock goes on, and nothing rings until it wakes. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}
