/**
 * Class 6: N of this times M of that. Whatever one member writes, the work it makes is in
 * proportion to its bytes: no more than ten times that of ordinary entries, when it comes in
 * large pages, in small ones, and when the app is opened again.
 */
import { describe, expect, test } from 'vitest';
import { LogBuilder, confirmed, helped } from '@manyhands/testing';
import { costOf } from './kit/cost.ts';
import type { Cost } from './kit/cost.ts';
import { sized } from './kit/form.ts';
import { carme, didac, everybody, village } from './kit/stories.ts';
import { acts } from './kit/worst/acts.ts';
import { boards } from './kit/worst/boards.ts';
import { fill, pagesWith } from './kit/worst/mischief.ts';
import type { Worst } from './kit/worst/mischief.ts';
import { shared } from './kit/worst/shared.ts';
import { statements } from './kit/worst/statements.ts';

const timesAtMost = 10;

/** Bytes in all, and of a page: as large as may be, or as small as makes sense. */
const ways = {
  'large pages': { bytes: sized(50_000, 200_000), page: 250_000 },
  'small pages': { bytes: 120_000, page: 400 },
} as const;
/** Small pages find less, and only what a page costs by itself. */
const tried = sized<Way[]>(['large pages'], ['large pages', 'small pages']);
type Way = keyof typeof ways;

const ordinary: Worst = async (bytes) => {
  const { community } = await village();
  const [his, hers] = [didac, carme].map(
    (each) => new LogBuilder(community.id, 'ledger', each),
  ) as [LogBuilder, LogBuilder];
  await fill(bytes, async () => {
    const proposal = await his.add(helped(carme, 30));
    return [proposal, await hers.add(confirmed(proposal.id))];
  });
  return { community, logs: [his, hers] };
};

async function costIn(worst: Worst, way: Way): Promise<Cost> {
  const mischief = await worst(ways[way].bytes);
  const pages = pagesWith(mischief, ways[way].page);
  return costOf({ community: mischief.community, pages }, everybody);
}

const usual = new Map<string, Promise<Cost>>();

/** The middle of some: the first of them warms up. */
const times = sized(3, 5);
const usualIn = (way: Way): Promise<Cost> => {
  const known = usual.get(way) ?? middle(way);
  usual.set(way, known);
  return known;
};

async function middle(way: Way): Promise<Cost> {
  const costs: Cost[] = [];
  for (let n = 0; n < times; n++) costs.push(await costIn(ordinary, way));
  const of = (which: keyof Cost): number =>
    costs.map((cost) => cost[which]).sort((a, b) => a - b)[(times - 1) / 2] ?? 0;
  return { receiving: of('receiving'), opening: of('opening') };
}

describe.each(tried)('in %s', (way) => {
  test.each(Object.entries({ ...statements, ...acts, ...boards, ...shared }))(
    '[findings/H6] %s cost no more than ordinary hours',
    async (_, worst) => {
      const of = await usualIn(way);
      let cost = await costIn(worst, way);
      // Somebody else's work, or the collector's, may have fallen into it.
      for (let n = 0; n < 2 && isNear(cost, of); n++) cost = await costIn(worst, way);
      expect(cost.receiving / of.receiving).toBeLessThan(timesAtMost);
      expect(cost.opening / of.opening).toBeLessThan(timesAtMost);
    },
    120_000,
  );
});

/** Above the limit, and not far above it. */
const isNear = (cost: Cost, of: Cost): boolean => {
  const times = Math.max(cost.receiving / of.receiving, cost.opening / of.opening);
  return times >= timesAtMost && times < 2 * timesAtMost;
};
