import { toHex } from '@manyhands/codec';
import { evidencePages } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { evidenceAhead } from './limits.ts';

interface Told {
  /** By its bytes: each is told once a session. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const knownByVector = new WeakMap<object, readonly Told[]>();

/** What is to be told, made once for all links each time that anything has changed. */
function evidenceIn(replica: Replica): readonly Told[] {
  const state = replica.wireVector();
  const known =
    knownByVector.get(state) ??
    replica.forks.evidence().map((bytes) => ({ name: toHex(bytes), bytes }));
  knownByVector.set(state, known);
  return known;
}

/**
 * Evidence on its way to one neighbour (R4), whole, in the order in which the replica tells
 * it: pages of it, a few ahead of the neighbour's `more`, so that nobody's statements are left
 * out because another has many, and nobody is buried under them.
 */
export class EvidenceOutbox {
  readonly #replica: Replica;
  readonly #say: (page: Uint8Array) => void;
  #all: readonly Told[] | null = null;
  readonly #told = new Set<string>();
  readonly #pages: Generator<Uint8Array>[] = [];
  /** Pages that were sent and not answered yet. */
  #ahead = 0;

  constructor(replica: Replica, say: (page: Uint8Array) => void) {
    this.#replica = replica;
    this.#say = say;
  }

  /** Tells what has not been told yet. */
  tell(): void {
    const all = evidenceIn(this.#replica);
    if (all === this.#all) return;
    this.#all = all;
    const due = all.filter(({ name }) => !this.#told.has(name));
    for (const { name } of due) this.#told.add(name);
    if (due.length > 0) this.#pages.push(evidencePages(due.map(({ bytes }) => bytes)));
    this.#pump();
  }

  /** There is room for one more page: whether that is the answer to one of evidence. */
  hearMore(): boolean {
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
