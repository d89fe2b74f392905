import { raise } from './raise.ts';

/**
 * Runs tasks one after another, each when the one before has ended, however it ended. No
 * rejection is lost, and none stops the queue (decision 0055).
 */
export class SerialQueue {
  readonly #onerror: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  /** `onerror` hears what a task of `add` rejects with; without it, the root does. */
  constructor(onerror: (error: unknown) => void = raise) {
    this.#onerror = onerror;
  }

  /**
   * Runs `task` in its turn and settles as it does: what goes wrong is the caller's, and the
   * root's where no caller waits.
   */
  async run<T>(task: () => T | PromiseLike<T>): Promise<T> {
    const before = this.#last;
    let end = (): void => undefined;
    // A promise of its own: one that followed `task` would count its rejection as handled.
    this.#last = new Promise((resolve) => (end = resolve));
    await before;
    try {
      return await task();
    } finally {
      end();
    }
  }

  /** Runs `task` in its turn, and nobody waits for it. */
  add(task: () => unknown): void {
    void this.run(task).catch(this.#onerror);
  }

  /**
   * A way to ask for `task`: all who ask before it begins share one run and its answer. Who
   * asks while it runs has it run once more.
   */
  coalesce<T>(task: () => T | PromiseLike<T>): () => Promise<T> {
    let due: Promise<T> | null = null;
    return () => {
      due ??= this.run(() => {
        due = null;
        return task();
      });
      return due;
    };
  }

  /** Resolves when all that was given so far has ended; never rejects. */
  idle(): Promise<void> {
    return this.#last;
  }
}
