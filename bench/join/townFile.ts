import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { cacheFolder } from '../engines.ts';
import { buildTown } from './buildTown.ts';
import type { TownSize } from './buildTown.ts';
import { encodeTown } from './town.ts';

/** The town that most benches are about. */
export const largeTown: TownSize = {
  members: 1_000,
  secondDevices: 500,
  transfers: 100_000,
};

/** What a town's bytes depend on: change one of these, and it is built again. */
const sources = [
  'bench/join/buildTown.ts',
  'bench/join/town.ts',
  'packages/ledger/src/testing/formats.json',
];

/** The file of a town of that size; its signatures take a minute, so it is kept. */
export async function townFile(size: TownSize): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(root, source)));
  const { members, secondDevices, transfers } = size;
  const name = `town-${members}-${secondDevices}-${transfers}-${hash.digest('hex').slice(0, 16)}`;
  const file = join(cacheFolder(), name);
  if (existsSync(file)) return file;
  writeFileSync(`${file}.part`, encodeTown(await buildTown(size)));
  renameSync(`${file}.part`, file);
  return file;
}
