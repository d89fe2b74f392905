import type { Alarm } from './alarm.ts';

const toNotice = 3_000;
// Slower than most read aloud.
const perLetter = 90;
const least = 6_000;
const most = 20_000;

/** Whoever wants it undone has to see that it was wrong first. */
export const undoTime = most;

/** How long a sentence stands that nobody has to answer, in milliseconds. */
export const readingTime = (text: string): number =>
  Math.min(most, Math.max(least, toNotice + perLetter * text.length));

/** Counts down to one call, and waits while it is held. */
export class Countdown {
  readonly #alarm: Alarm;
  #left = 0;
  #since = 0;
  #isHeld = false;
  #done: (() => void) | null = null;
  #callOff: (() => void) | null = null;

  constructor(alarm: Alarm) {
    this.#alarm = alarm;
  }

  begin(ms: number, done: () => void): void {
    this.stop();
    this.#left = ms;
    this.#done = done;
    this.#run();
  }

  hold(): void {
    if (this.#callOff) this.#left -= this.#alarm.now() - this.#since;
    this.#isHeld = true;
    this.#rest();
  }

  goOn(): void {
    this.#isHeld = false;
    this.#run();
  }

  stop(): void {
    this.#done = null;
    this.#rest();
  }

  #run(): void {
    if (this.#isHeld || this.#callOff || !this.#done) return;
    this.#since = this.#alarm.now();
    this.#callOff = this.#alarm.after(this.#left, () => {
      const done = this.#done;
      this.stop();
      done?.();
    });
  }

  #rest(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
