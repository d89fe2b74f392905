import { SerialQueue, type Result } from '@manyhands/base';

/**
 * One thing a person does on a screen: it is under way, or was refused, or neither.
 * A second tap while it is under way does nothing, unless it is asked for by `runNext`.
 */
export class Act<Refused> {
  isBusy = $state(false);
  /** Why it did not happen, until it is tried again. */
  refused = $state.raw<Refused | null>(null);
  #asked = 0;
  readonly #queue = new SerialQueue();

  /** What it came to, or null when it was refused or is under way already. */
  async run<T>(doing: () => Promise<Result<T, Refused>>): Promise<{ value: T } | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.refused = null;
    try {
      const done = await doing();
      if (done.ok) return { value: done.value };
      this.refused = done.error;
      return null;
    } finally {
      this.isBusy = false;
    }
  }

  /**
   * As `run`, but waits for the one under way. Of those that wait only the last is done, the
   * others come to null: what a camera just reads never swallows what somebody pastes.
   */
  runNext<T>(doing: () => Promise<Result<T, Refused>>): Promise<{ value: T } | null> {
    this.#asked += 1;
    const turn = this.#asked;
    return this.#queue.run(() => (turn === this.#asked ? this.run(doing) : null));
  }
}
