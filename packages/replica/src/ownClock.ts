/**
 * Milliseconds that have passed by this device's own clock, from one opening to the next. A
 * clock that is set back gives nothing, and goes on from where it was set to.
 */
export class OwnClock {
  readonly #clock: () => number;
  #passed = 0;
  #last: number;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#last = Math.floor(clock());
  }

  now(): number {
    const time = Math.floor(this.#clock());
    this.#passed += Math.max(0, time - this.#last);
    this.#last = time;
    return this.#passed;
  }

  /** What is kept for the next opening; `resume` goes on from there. */
  kept(): { readonly passed: number; readonly last: number } {
    const passed = this.now();
    return { passed, last: this.#last };
  }

  resume({ passed, last }: { readonly passed: number; readonly last: number }): void {
    this.#passed = passed;
    this.#last = last;
  }
}
