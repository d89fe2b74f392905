/** Does one thing after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins `work` when all that was given before is over, and answers as it does. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    const over = (): void => undefined; // a bug reaches its caller, not whoever is next
    this.#last = result.then(over, over);
    return result;
  }

  /** Resolves when all that was given so far is over. */
  over(): Promise<unknown> {
    return this.#last;
  }
}
