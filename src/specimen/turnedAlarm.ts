import type { Alarm } from '../ui/alarm.ts';

/** A clock that stands until a test turns it. */
export class TurnedAlarm implements Alarm {
  #now = 0;
  #calls: { readonly at: number; readonly call: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const one = { at: this.#now + ms, call };
    this.#calls.push(one);
    return () => (this.#calls = this.#calls.filter((each) => each !== one));
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = this.#calls.filter(({ at }) => at <= this.#now);
    this.#calls = this.#calls.filter((each) => !due.includes(each));
    for (const { call } of due) call();
  }
}
