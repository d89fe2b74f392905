import type { Entry } from '../entry.ts';
import { isNewer } from '../newer.ts';

/** Something that is written anew when it changes. */
interface Revised {
  readonly rev: number;
}

export interface NewestVersion<C> {
  readonly content: C;
  readonly entry: Entry;
}

/** Of each thing the version with the highest `rev`, then the highest id (B12). */
export class NewestOf<C extends Revised> {
  readonly #held = new Map<string, NewestVersion<C>>();

  take(name: string, content: C, entry: Entry): void {
    const held = this.#held.get(name);
    if (!held || isNewer(versionOf({ content, entry }), versionOf(held))) {
      this.#held.set(name, { content, entry });
    }
  }

  get(name: string): NewestVersion<C> | undefined {
    return this.#held.get(name);
  }

  all(): NewestVersion<C>[] {
    return [...this.#held.values()];
  }

  clear(): void {
    this.#held.clear();
  }
}

const versionOf = ({ content: { rev }, entry: { id } }: NewestVersion<Revised>) => ({
  rev,
  id,
});
