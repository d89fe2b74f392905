/**
 * The first page of the app, open in Chromium, while ten thousand motions of one voice come in as
 * they come over a link: how long is the longest task of its thread?
 */
import type { CDPSession } from '@playwright/test';
import type { Replica } from '@manyhands/replica';
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
    return { ...seen, longest: await traced() };
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

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Begins; the answer ends it and says how long the longest task of a page's main thread was. */
async function tracing(session: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  return async () => {
    const ended = new Promise((resolve) =>
      session.once('Tracing.tracingComplete', resolve),
    );
    await session.send('Tracing.end');
    await ended;
    return longestOf(events);
  };
}

function longestOf(events: readonly TraceEvent[]): number {
  const main = new Set(
    events
      .filter(
        ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
      )
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  let longest = 0;
  let tasks = 0;
  for (const { name, ph, pid, tid, tdur = 0 } of events) {
    if (ph !== 'X' || !name.includes('RunTask') || !main.has(`${pid}/${tid}`)) continue;
    longest = Math.max(longest, tdur / 1_000);
    tasks += 1;
  }
  if (tasks < 100) throw new Error('Chromium told of no tasks');
  return longest;
}
