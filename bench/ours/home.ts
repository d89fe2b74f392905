/**
 * The first page of the app, open in Chromium, while ten thousand motions of one voice come in as
 * they come over a link: how long is the longest task of its thread?
 */
import type { Replica } from '@manyhands/replica';
import { tracing } from '../mainThread.ts';
import { onSpecimen } from '../specimenPage.ts';

export interface AtHome {
  /** Milliseconds of the longest task, by the clock of the processor: other processes do not count. */
  readonly longest: number;
  /** The same by the clock on the wall, as PerformanceObserver sees it; 0 if none was above 50. */
  readonly longestSeen: number;
  /** Motions that the page knew of in the end. */
  readonly motions: number;
}

export const tasksAtHome = (count: number, bytesOfPage: number): Promise<AtHome> =>
  onSpecimen('ours', async ({ page, comesTo }) => {
    await comesTo('small');
    await page.evaluate(write, { count, bytesOfPage });
    const session = await page.context().newCDPSession(page);
    const traced = await tracing(session);
    const seen = await page.evaluate(comeIn);
    return { ...seen, longest: (await traced()).longest };
  });

/** What the page of the specimen offers, and what this puts there. */
interface Told {
  readonly village: {
    placeOf(name: string): {
      readonly replica: Replica;
      readonly writer: {
        append(kind: 'ledger', content: unknown): Promise<{ readonly ok: boolean }>;
      };
    };
    memberOf(name: string): string;
  };
  readonly manyQuestions: (
    village: Told['village'],
    by: string,
    count: number,
    bytesOfPage?: number,
  ) => Promise<Uint8Array[]>;
  pages: Uint8Array[];
}

/** In the page: Biel has a voice, and has written them all. */
async function write({
  count,
  bytesOfPage,
}: {
  count: number;
  bytesOfPage: number;
}): Promise<void> {
  const told = globalThis as unknown as Told;
  const { village } = told;
  const member = village.memberOf('Biel');
  await village
    .placeOf('Ana')
    .writer.append('ledger', { type: 'member.vouch', member });
  told.pages = await told.manyQuestions(village, 'Biel', count, bytesOfPage);
}

/** In the page: they come, page by page; then whatever follows from it has its time. */
async function comeIn(): Promise<Omit<AtHome, 'longest'>> {
  const { pages, village } = globalThis as unknown as Told;
  const { replica } = village.placeOf('Ana');
  let longestSeen = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      longestSeen = Math.max(longestSeen, duration);
  });
  observer.observe({ type: 'longtask' });
  const idle = () =>
    new Promise<void>((resolve) => {
      requestIdleCallback(() => resolve());
    });
  for (const page of pages) {
    const { refused } = await replica.receive(page, { type: 'message' });
    if (refused !== null) throw new Error(`A page is refused: ${refused.type}`);
    await idle();
  }
  await replica.settled();
  const quiet = performance.now() + 3_000;
  while (performance.now() < quiet) await idle();
  observer.disconnect();
  return { longestSeen, motions: replica.ledger.motions().length };
}
