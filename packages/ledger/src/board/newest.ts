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
    const found = { content, entry };
    if (!held || isNewerVersion(found, held)) this.#held.set(name, found);
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

/** Of several versions of one thing, whoever wrote them, the one that counts; null of none. */
export function newestAmong<C extends Revised>(
  versions: readonly (NewestVersion<C> | undefined)[],
): NewestVersion<C> | null {
  let newest: NewestVersion<C> | null = null;
  for (const each of versions)
    if (each && (newest === null || isNewerVersion(each, newest))) newest = each;
  return newest;
}

/** Whether `a` counts before `b` (B12). */
export const isNewerVersion = (
  a: NewestVersion<Revised>,
  b: NewestVersion<Revised>,
): boolean => isNewer(versionOf(a), versionOf(b));

const versionOf = ({ content: { rev }, entry: { id } }: NewestVersion<Revised>) => ({
  rev,
  id,
});
