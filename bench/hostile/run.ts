import { median } from '../measure.ts';
import { decodeDeliveries } from './delivery.ts';
import type { Deliveries } from './delivery.ts';
import { openPhone } from './phone.ts';
import { watchLoop } from './watchLoop.ts';

/** Of one phone. */
interface Cost {
  /** Milliseconds of work. */
  readonly receiving: number;
  readonly opening: number;
  /** Milliseconds in which nothing else had its turn. */
  readonly longest: number;
  /** Entries that it held afterwards and not before. */
  readonly kept: number;
  /** Of them, those that it wrote itself. */
  readonly written: number;
}

/** What an attack comes to: against ordinary entries of the same size, in the same minute. */
export interface Outcome {
  readonly name: string;
  readonly bytes: number;
  readonly cost: Cost;
  readonly receiving: number;
  readonly opening: number;
}

const rounds = 3;
/** What takes so long is seen once. */
const patience = 5_000;

export async function run(input: Uint8Array): Promise<Outcome[]> {
  const all = decodeDeliveries(input);
  // Compiles and warms up.
  await costOf(all, all.ordinary);
  const outcomes: Outcome[] = [];
  for (const { name, pages } of all.attacks) {
    outcomes.push({ name, bytes: bytesOf(pages), ...(await compare(all, pages)) });
  }
  return outcomes;
}

/** Pages of this size bring one entry each, as news does. */
const newsBytes = 1_000;

/**
 * In turns with ordinary entries that come in pages like these, so that a machine that is busy
 * is busy for both.
 */
async function compare(
  all: Deliveries,
  pages: readonly Uint8Array[],
): Promise<Omit<Outcome, 'name' | 'bytes'>> {
  const isNews = bytesOf(pages) < newsBytes * pages.length;
  const like = isNews ? all.ordinaryNews : all.ordinary;
  const share = bytesOf(like) / bytesOf(pages);
  const costs: Cost[] = [];
  const ratios: { receiving: number; opening: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ordinary = await costOf(all, like);
    const cost = await costOf(all, pages);
    costs.push(cost);
    ratios.push({
      receiving: (cost.receiving / ordinary.receiving) * share,
      opening: (cost.opening / ordinary.opening) * share,
    });
    if (cost.receiving + cost.opening > patience) break;
  }
  const middle = <T>(of: readonly T[], one: (each: T) => number) => median(of.map(one));
  return {
    receiving: middle(ratios, (each) => each.receiving),
    opening: middle(ratios, (each) => each.opening),
    cost: {
      receiving: middle(costs, (each) => each.receiving),
      opening: middle(costs, (each) => each.opening),
      // What else the machine does only adds to it.
      longest: Math.min(...costs.map(({ longest }) => longest)),
      kept: middle(costs, (each) => each.kept),
      written: middle(costs, (each) => each.written),
    },
  };
}

async function costOf(
  { community, before }: Deliveries,
  pages: readonly Uint8Array[],
): Promise<Cost> {
  const phone = await openPhone(community);
  for (const page of before) await phone.take(page);
  await phone.rest();
  const known = phone.held();
  const loop = watchLoop();
  const begun = worked();
  for (const page of pages) await phone.take(page);
  const written = await phone.rest();
  const receiving = worked() - begun;
  const received = await loop.end();
  const kept = phone.held() - known;
  await phone.close();

  const later = watchLoop();
  const opened = worked();
  const next = await openPhone(community, phone.disk);
  const opening = worked() - opened;
  const longest = Math.max(received, await later.end());
  await next.close();
  return { receiving, opening, longest, kept, written };
}

/** Milliseconds of work of all threads so far: what others do meanwhile is not in it, nor a pause. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const bytesOf = (pages: readonly Uint8Array[]): number =>
  pages.reduce((sum, { length }) => sum + length, 0);
