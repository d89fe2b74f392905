import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import { openDiskStore } from '../../packages/keeper/src/disk/diskStore.ts';
import { openFolder } from '../../packages/keeper/src/disk/files.ts';
import { takeTown } from '../join/takeTown.ts';
import { decodeTown } from '../join/town.ts';

/** What a keeper keeps on its disk, and whose it is. */
export interface KeptTown {
  readonly folder: string;
  readonly community: string;
}

/** Takes a whole town in as a keeper does, and says in a file of the folder what it kept. */
export async function run(input: Uint8Array): Promise<{ readonly kept: string }> {
  const town = decodeTown(input);
  const { community } = town;
  const folder = mkdtempSync(join(tmpdir(), 'manyhands-keeper-'));
  const store = openDiskStore(await openFolder(join(folder, 'disk')));
  const opened = await openReplica({ community, store, build: 'bench' });
  assert(opened.ok, 'the disk opens');
  await takeTown(opened.value, town);
  const kept = join(folder, 'kept.json');
  writeFileSync(kept, JSON.stringify({ folder, community } satisfies KeptTown));
  return { kept };
}
