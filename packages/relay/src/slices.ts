export interface SlicesOptions {
  /** Milliseconds of work in one turn of the event loop; the task that passes it is the last. */
  readonly slice: number;
  readonly now: () => number;
}

/** Does the tasks of one caller, in their order. */
export type Later = (task: () => void) => void;

/** Done tasks are thrown away by so many; an array that is shifted each time copies itself. */
const thrownAwayBy = 1_024;

interface Queue {
  readonly tasks: (() => void)[];
  /** How many at its beginning are done. */
  done: number;
}

/**
 * Does what callers ask for in slices, one task of each name in turn: however much somebody
 * asks for, between two slices everybody else is read and answered.
 */
export class Slices {
  readonly #options: SlicesOptions;
  /** Of each name what is to be done; the next in turn first. */
  readonly #queues = new Map<string, Queue>();
  /** When this turn's slice is over; null before anything is done in it. */
  #until: number | null = null;

  constructor(options: SlicesOptions) {
    this.#options = options;
  }

  /** `onfull` hears that so many of a caller's tasks wait, `onempty` that then none does any more. */
  caller(name: string, most: number, onfull: () => void, onempty: () => void): Later {
    let waiting = 0;
    let isFull = false;
    return (task) => {
      waiting += 1;
      if (waiting >= most && !isFull) {
        isFull = true;
        onfull();
      }
      this.#add(name, () => {
        waiting -= 1;
        task();
        if (waiting > 0 || !isFull) return;
        isFull = false;
        onempty();
      });
    };
  }

  #add(name: string, task: () => void): void {
    const queue = this.#queues.get(name);
    if (queue === undefined) this.#queues.set(name, { tasks: [task], done: 0 });
    else queue.tasks.push(task);
    this.#work();
  }

  #work(): void {
    const { slice, now } = this.#options;
    if (this.#until === null) {
      this.#until = now() + slice;
      setImmediate(() => {
        this.#until = null;
        if (this.#queues.size > 0) this.#work();
      });
    }
    while (this.#queues.size > 0 && now() < this.#until) this.#doOne();
  }

  #doOne(): void {
    const [next] = this.#queues;
    if (next === undefined) return;
    const [name, queue] = next;
    const task = queue.tasks[queue.done];
    queue.done += 1;
    if (queue.done === thrownAwayBy) {
      queue.tasks.splice(0, queue.done);
      queue.done = 0;
    }
    // Whoever had a turn stands at the end again.
    this.#queues.delete(name);
    if (queue.done < queue.tasks.length) this.#queues.set(name, queue);
    task?.();
  }
}
