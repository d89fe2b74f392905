/** What will happen in a world, and when; the order is part of the seed (T4). */
export interface ScheduledEvent {
  at: number;
  readonly order: number;
  readonly what: string;
  readonly run: () => void;
  /** Nobody waits for it any more. */
  isOff: boolean;
  /** While this says a time, the event waits until then: a frozen page. */
  readonly heldUntil: () => number;
}

const never = (): number => 0;
/** So many milliseconds after a page goes on before its time, all goes on that waited. */
const heldFor = 500;

/** What happens at one moment, in order; before `next` it has happened. */
interface Moment {
  readonly all: ScheduledEvent[];
  next: number;
}

/**
 * The one clock and the one queue. Nothing in a world happens but through `next`. A room in
 * which everybody hears everybody has many happenings at each moment, so it is moments that
 * are sorted.
 */
export class Schedule {
  now = 0;
  #order = 0;
  readonly #moments = new Map<number, Moment>();
  /** When these are: a heap, the first one on top. */
  readonly #times: number[] = [];

  /** Lets `run` happen in `ms`; the answer calls it off. */
  after(ms: number, what: string, run: () => void, heldUntil = never): () => void {
    const at = this.now + Math.max(0, ms);
    const event = { at, order: this.#order++, what, run, isOff: false, heldUntil };
    this.#push(event);
    return () => (event.isOff = true);
  }

  /** What happens next, with the clock turned to it; null at the end of the world. */
  next(): ScheduledEvent | null {
    for (let one = this.#pop(); one !== null; one = this.#pop()) {
      if (one.isOff) continue;
      const held = one.heldUntil();
      if (held > one.at) {
        // Looked at again soon: it may be let go before its time.
        one.at = Math.min(held, one.at + heldFor);
        this.#push(one);
        continue;
      }
      this.now = Math.max(this.now, one.at);
      return one;
    }
    return null;
  }

  #push(event: ScheduledEvent): void {
    const { at, order } = event;
    const known = this.#moments.get(at);
    const moment = known ?? { all: [], next: 0 };
    if (known === undefined) {
      this.#moments.set(at, moment);
      raise(this.#times, at);
    }
    // Nearly always at the end: only what was held is older than what is there.
    let place = moment.all.length;
    while (place > moment.next && (moment.all[place - 1]?.order ?? 0) > order) place--;
    if (place === moment.all.length) moment.all.push(event);
    else moment.all.splice(place, 0, event);
  }

  #pop(): ScheduledEvent | null {
    for (let at = this.#times[0]; at !== undefined; at = this.#times[0]) {
      const moment = this.#moments.get(at);
      const event = moment?.all[moment.next];
      if (moment && event) {
        moment.next += 1;
        return event;
      }
      this.#moments.delete(at);
      lower(this.#times);
    }
    return null;
  }
}

/** Adds a time to a heap. */
function raise(heap: number[], time: number): void {
  let at = heap.push(time) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!isBefore(heap[at], heap[up])) return;
    swap(heap, at, up);
    at = up;
  }
}

/** Takes the first time off a heap. */
function lower(heap: number[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let at = 0; ;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (isBefore(heap[left], heap[least])) least = left;
    if (isBefore(heap[right], heap[least])) least = right;
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

const isBefore = (a?: number, b?: number): boolean =>
  a !== undefined && b !== undefined && a < b;

function swap(heap: number[], a: number, b: number): void {
  const [one, other] = [heap[a], heap[b]];
  if (one !== undefined && other !== undefined) [heap[a], heap[b]] = [other, one];
}
