import { faultLimit } from './limits.ts';
import type { ReplicaFault } from './types.ts';

/** What went wrong so far, and whoever wants to hear of more. */
export class Faults {
  readonly #all: ReplicaFault[] = [];
  readonly #listeners = new Set<(fault: ReplicaFault) => void>();

  get all(): readonly ReplicaFault[] {
    return this.#all;
  }

  subscribe(listener: (fault: ReplicaFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(fault: ReplicaFault): void {
    this.#all.push(fault);
    if (this.#all.length > faultLimit) this.#all.shift();
    for (const tell of [...this.#listeners]) tell(fault);
  }
}
