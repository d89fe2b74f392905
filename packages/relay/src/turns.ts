interface Queue {
  running: number;
  readonly waiting: Set<() => void>;
}

/** So many at once for each name; the others wait, and begin in the order they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #queues = new Map<string, Queue>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Names that have something running. */
  get size(): number {
    return this.#queues.size;
  }

  /** Calls `begin` when it is its turn, and answers how to end it, begun or not. */
  take(name: string, begin: () => void): () => void {
    const queue = this.#queues.get(name) ?? { running: 0, waiting: new Set() };
    this.#queues.set(name, queue);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      if (!queue.waiting.delete(start)) this.#next(name, queue);
    };
    const start = () => {
      queue.running += 1;
      begin();
    };
    if (queue.running < this.#atOnce) start();
    else queue.waiting.add(start);
    return end;
  }

  #next(name: string, queue: Queue): void {
    queue.running -= 1;
    const [next] = queue.waiting;
    if (next === undefined) {
      if (queue.running === 0) this.#queues.delete(name);
      return;
    }
    queue.waiting.delete(next);
    next();
  }
}
