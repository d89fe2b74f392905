import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Notes, StoreFault } from '@manyhands/replica';

type Asked<T> = Promise<Result<T, StoreFault>>;

/** What `read` makes of each note whose name begins so, by the rest of its name; null is left out. */
export async function listNotes<T>(
  notes: Notes,
  prefix: string,
  read: (id: string) => Asked<T | null>,
): Asked<T[]> {
  const names = await notes.names(prefix);
  if (!names.ok) return names;
  const all: T[] = [];
  for (const name of names.value) {
    const one = await read(name.slice(prefix.length));
    if (!one.ok) return one;
    if (one.value !== null) all.push(one.value);
  }
  return ok(all);
}
