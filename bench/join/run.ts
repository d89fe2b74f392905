import { joinTown } from './joinTown.ts';
import type { Joined } from './joinTown.ts';
import { partsOf } from './parts.ts';
import type { Parts } from './parts.ts';
import { decodeTown } from './town.ts';

/** Three joins, one after another, and what one is made of. */
export interface Outcome {
  readonly joins: readonly Joined[];
  readonly parts: Parts;
}

export async function run(input: Uint8Array): Promise<Outcome> {
  const town = decodeTown(input);
  const joins: Joined[] = [];
  while (joins.length < 3) joins.push(await joinTown(town));
  return { joins, parts: await partsOf(town) };
}
