import { answerEvery, answersAtOnce } from './limits.ts';
import type { Timers } from './timers.ts';

/**
 * Answers one neighbour's questions of one kind: some at once, then one every so often, and
 * of all that came in between the newest. What an answer costs does not grow with how often
 * the same is asked.
 */
export class ThrottledAnswer<T> {
  readonly #timers: Timers;
  readonly #answer: (asked: T) => void;
  #left = answersAtOnce;
  /** When `#left` was right. */
  #countedAt: number;
  #waiting: { readonly asked: T } | null = null;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers, answer: (asked: T) => void) {
    this.#timers = timers;
    this.#answer = answer;
    this.#countedAt = timers.now();
  }

  receive(asked: T): void {
    this.#waiting = { asked };
    if (this.#cancel === null) this.#next();
  }

  /** What waits needs no answer any more. */
  drop(): void {
    this.#waiting = null;
  }

  close(): void {
    this.#waiting = null;
    this.#cancel?.();
  }

  #next(): void {
    this.#cancel = null;
    if (this.#waiting === null) return;
    const passed = (this.#timers.now() - this.#countedAt) / answerEvery;
    this.#left = Math.min(answersAtOnce, this.#left + passed);
    this.#countedAt = this.#timers.now();
    if (this.#left < 1) {
      this.#cancel = this.#timers.after(answerEvery, () => this.#next());
      return;
    }
    const { asked } = this.#waiting;
    this.#waiting = null;
    this.#left -= 1;
    this.#answer(asked);
  }
}
