import { encodePage } from '@manyhands/replica';
import { helped, openOnMemory, runOf } from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { median, timed } from '../measure.ts';
import { buildVillage, logAt, pagesOf, piecesOf, shuffled } from './buildVillage.ts';
import type { Village } from './buildVillage.ts';

/** So many entries arrive one by one, each in a page of its own. */
const arriving = 500;
/** The first ones compile and warm up. */
const warmUp = 1_000;
const rounds = 5;

/** How many are held when one more comes, and how many come in order and shuffled. */
export interface Sizes {
  readonly held: readonly number[];
  readonly ordered: number;
}

/** Milliseconds. */
export interface Outcome {
  /** What one more costs, where so many are held. */
  readonly costs: readonly number[];
  readonly inOrder: number;
  readonly outOfOrder: number;
}

export async function run(input: Uint8Array): Promise<Outcome> {
  const { held, ordered } = JSON.parse(new TextDecoder().decode(input)) as Sizes;
  return { costs: await costsAt(held), ...(await costOfOrder(ordered)) };
}

/**
 * Milliseconds for one more entry in replicas that hold so many: taken in turns, so that
 * a machine that is busy for a while is busy for all.
 */
async function costsAt(sizes: readonly number[]): Promise<number[]> {
  const sides: { village: Village; here: OnMemory; costs: number[] }[] = [];
  for (const size of sizes) {
    const village = await buildVillage(size);
    sides.push({ village, here: await holding(village), costs: [] });
  }
  for (let i = 0; i < warmUp + arriving; i += 1) {
    for (const { village, here, costs } of sides) {
      const log = logAt(village, i);
      const entry = await log.add(helped(village.founder, 1 + (i % 90)));
      const page = encodePage({ evidence: [], runs: [runOf([entry])] });
      costs.push(await timed(() => take(here, page)));
    }
  }
  for (const { here } of sides) await here.replica.close();
  return sides.map(({ costs }) => median(costs.slice(warmUp)));
}

/**
 * Milliseconds for `count` entries in pieces of eight: as their authors wrote them, and
 * in no order at all. What comes before its time is not kept, so what is then lacking is
 * asked for as a session does, and that counts too.
 */
async function costOfOrder(
  count: number,
): Promise<{ inOrder: number; outOfOrder: number }> {
  const village = await buildVillage(count);
  const source = await holding(village);
  const pieces = piecesOf(village, 8);
  const inOrder: number[] = [];
  const outOfOrder: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    inOrder.push(await costOfPages(village, source, pagesOf(pieces)));
    const pages = pagesOf(shuffled(pieces, round + 1));
    outOfOrder.push(await costOfPages(village, source, pages));
  }
  await source.replica.close();
  return { inOrder: median(inOrder), outOfOrder: median(outOfOrder) };
}

async function costOfPages(
  { id }: Village,
  source: OnMemory,
  pages: readonly Uint8Array[],
): Promise<number> {
  const here = await openOnMemory(id);
  const cost = await timed(async () => {
    for (const page of pages) await take(here, page);
    await askForTheRest(here, source);
  });
  if (here.replica.digest() !== source.replica.digest())
    throw new Error('Bug: something is lacking');
  await here.replica.close();
  return cost;
}

async function askForTheRest(here: OnMemory, source: OnMemory): Promise<void> {
  let asks = here.replica.lacks(source.replica.wireVector());
  while (asks.length > 0) {
    const { page, rest } = source.replica.page(asks);
    if (page === null) return;
    await take(here, page);
    asks = rest;
  }
}

async function holding(village: Village): Promise<OnMemory> {
  const here = await openOnMemory(village.id);
  for (const page of pagesOf(piecesOf(village, 320))) await take(here, page);
  return here;
}

async function take({ replica }: OnMemory, page: Uint8Array): Promise<void> {
  const { refused } = await replica.receive(page, { type: 'message' });
  if (refused) throw new Error(`Bug: refused: ${JSON.stringify(refused)}`);
}
