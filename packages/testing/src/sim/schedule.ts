/** What will happen in a world, and when; the order is part of the seed. */
export interface Happening {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly run: () => void;
  /** Nobody waits for it any more. */
  isOff: boolean;
  /** While this says a time, the happening waits until then: a frozen page. */
  readonly heldUntil: () => number;
}

const never = (): number => 0;

/** The one clock and the one queue. Nothing in a world happens but through `next`. */
export class Schedule {
  now = 0;
  #order = 0;
  readonly #heap: Happening[] = [];

  /** Lets `run` happen in `ms`; the answer calls it off. */
  after(ms: number, what: string, run: () => void, heldUntil = never): () => void {
    const at = this.now + Math.max(0, ms);
    const happening = { at, order: this.#order++, what, run, isOff: false, heldUntil };
    this.#push(happening);
    return () => (happening.isOff = true);
  }

  /** What happens next, with the clock turned to it; null at the end of the world. */
  next(): Happening | null {
    for (let one = this.#pop(); one !== null; one = this.#pop()) {
      if (one.isOff) continue;
      const held = one.heldUntil();
      if (held > one.at) {
        this.#push({ ...one, at: held });
        continue;
      }
      this.now = Math.max(this.now, one.at);
      return one;
    }
    return null;
  }

  #push(happening: Happening): void {
    const heap = this.#heap;
    let at = heap.push(happening) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!isBefore(heap[at], heap[up])) return;
      swap(heap, at, up);
      at = up;
    }
  }

  #pop(): Happening | null {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (isBefore(heap[left], heap[least])) least = left;
      if (isBefore(heap[right], heap[least])) least = right;
      if (least === at) return first;
      swap(heap, at, least);
      at = least;
    }
  }
}

const isBefore = (a?: Happening, b?: Happening): boolean =>
  a !== undefined &&
  b !== undefined &&
  (a.at < b.at || (a.at === b.at && a.order < b.order));

function swap(heap: Happening[], a: number, b: number): void {
  const [one, other] = [heap[a], heap[b]];
  if (one && other) [heap[a], heap[b]] = [other, one];
}
