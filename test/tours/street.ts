import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newMember } from '../../packages/community/src/testing/fillStreet.ts';
import { root } from '../../scripts/setup.mjs';
import { buildSpecimenPages } from '../../scripts/specimenPages.mjs';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** A village of 150 members in its third year, as somebody sees it who came in today. */
export async function* theStreet(world: World): AsyncGenerator<Stop> {
  const address = await world.mirror(await built());
  const newcomer = await world.neighbour(
    newMember,
    `${address}/?village=street&as=${newMember}`,
  );
  const { page } = newcomer;
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
  await newcomer.reads('On the board for you');
  await newcomer.reads('New here');
  yield { name: 'street-today', page };
  await newcomer.goesTo('Board');
  await newcomer.reads(/^300 cards/);
  yield { name: 'street-board', page };
  await newcomer.goesTo('People');
  await newcomer.reads('150 members');
  yield { name: 'street-people', page };
  await newcomer.choose('New');
  yield { name: 'street-new', page };
  await newcomer.goesTo('Us');
  yield { name: 'street-us', page };
  await newcomer.goesTo('Me');
  yield { name: 'street-me', page };
}

/** Built once for all that run beside each other: a world may be one of several. */
let building: Promise<string> | undefined;
const built = (): Promise<string> => (building ??= buildStreet());

async function buildStreet(): Promise<string> {
  const outDir = join(root, 'test-results/specimen', String(process.pid));
  await mkdir(outDir, { recursive: true });
  await buildSpecimenPages(outDir);
  return outDir;
}
