import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { decodeAs } from '@manyhands/codec';
import type { Limits, Shape } from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';

/**
 * What this phone noted under `name`; null where there is no note, or one that this version does
 * not read.
 */
export async function readNoteAs<T>(
  notes: Notes,
  name: string,
  shape: Shape<T>,
  limits: Limits,
): Promise<Result<T | null, StoreFault>> {
  const row = await notes.get(name);
  if (!row.ok) return row;
  const read = row.value ? decodeAs(shape, row.value, limits) : null;
  return ok(read?.ok ? read.value : null);
}
