import { evidencePages } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { evidenceAhead } from './limits.ts';

/**
 * Evidence on its way to one neighbour (replica/R4), whole, in the order in which the replica tells
 * it: pages of it, a few ahead of the neighbour's `more`, so that nobody's statements are left
 * out because another has many, and nobody is buried under them.
 */
export class EvidenceOutbox {
  readonly #replica: Replica;
  readonly #say: (page: Uint8Array) => void;
  #all: readonly Uint8Array[] | null = null;
  /** Each piece is told once; one whose signature was mended is another one. */
  #told = new WeakSet<Uint8Array>();
  readonly #pages: Generator<Uint8Array>[] = [];
  /** Pages that were sent and not answered yet. */
  #ahead = 0;

  constructor(replica: Replica, say: (page: Uint8Array) => void) {
    this.#replica = replica;
    this.#say = say;
  }

  /** Tells what has not been told yet. */
  announce(): void {
    const all = this.#replica.forks.evidence();
    if (all === this.#all) return;
    this.#all = all;
    const due = all.filter((piece) => !this.#told.has(piece));
    for (const piece of due) this.#told.add(piece);
    if (due.length > 0) this.#pages.push(evidencePages(due));
    this.#pump();
  }

  /** From here on nothing counts as told. */
  forget(): void {
    this.#all = null;
    this.#told = new WeakSet();
    this.#pages.splice(0);
  }

  /** There is room for one more page: whether that is the answer to one of evidence. */
  receiveMore(): boolean {
    if (this.#ahead === 0) return false;
    this.#ahead -= 1;
    this.#pump();
    return true;
  }

  #pump(): void {
    while (this.#ahead < evidenceAhead) {
      const page = this.#next();
      if (page === null) return;
      this.#ahead += 1;
      this.#say(page);
    }
  }

  #next(): Uint8Array | null {
    for (let [pages] = this.#pages; pages; [pages] = this.#pages) {
      const step = pages.next();
      if (step.done !== true) return step.value;
      this.#pages.shift();
    }
    return null;
  }
}
