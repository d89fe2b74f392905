import { joinTown } from './joinTown.ts';
import type { Joined } from './joinTown.ts';
import { decodeTown } from './town.ts';

/** One join, where one is enough. */
export const run = (input: Uint8Array): Promise<Joined> => joinTown(decodeTown(input));
