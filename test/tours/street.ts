import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newMember } from '../../packages/community/src/testing/fillStreet.ts';
import { root } from '../../scripts/setup.mjs';
import { buildSpecimenPages } from '../../scripts/specimenPages.mjs';
import { longestWait } from '../longest.ts';
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

/**
 * A town of a thousand in its second year. What its screens cost a slow phone, `bench screens`
 * says; its whole board, 3,000 cards on one picture, is nothing to look at.
 */
export async function* theTown(world: World): AsyncGenerator<Stop> {
  const address = await world.mirror(await built());
  const ana = await world.neighbour('Ana', `${address}/?village=town&hours=2000`);
  const { page } = ana;
  // It is written and signed before it is shown.
  const bar = page.getByRole('navigation', { name: 'Main menu' });
  await bar.waitFor({ timeout: longestWait });
  await ana.reads('On the board for you');
  yield { name: 'town-today', page };
  await ana.goesTo('Board');
  await ana.reads(/^2,988 cards/);
  await ana.write('Find on the board', 'Roses pruned 24');
  await ana.reads(/^\d+ of 2,988/);
  yield { name: 'town-board-found', page };
  await ana.goesTo('People');
  await ana.reads('1,000 members');
  yield { name: 'town-people', page };
  await ana.write('Find someone', 'Didac 99');
  await ana.reads('Didac 999');
  yield { name: 'town-people-found', page };
  await ana.choose('I’ve met');
  yield { name: 'town-people-met', page };
  await ana.goesTo('Us');
  yield { name: 'town-us', page };
  await ana.goesTo('Me');
  yield { name: 'town-me', page };
  await ana.goesTo('Hours');
  yield { name: 'town-hours', page };
  await ana.goesTo('Record help');
  yield { name: 'town-record', page };
  await ana.goesTo('People');
  await ana.follow('Talk');
  yield { name: 'town-talks', page };
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
