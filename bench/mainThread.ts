/** How busy a page keeps its browser, by Chromium's own trace. */
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What a page's main thread did, in milliseconds of the processor: other processes do not count. */
export interface Busy {
  readonly longest: number;
  readonly inAll: number;
}

/** Begins; the answer ends it and says how busy the main thread of the page was meanwhile. */
export async function tracing(session: CDPSession): Promise<() => Promise<Busy>> {
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
    return busyOf(events);
  };
}

function busyOf(events: readonly TraceEvent[]): Busy {
  const main = new Set(
    events
      .filter(
        ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
      )
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  let [longest, inAll, tasks] = [0, 0, 0];
  for (const { name, ph, pid, tid, tdur = 0 } of events) {
    if (ph !== 'X' || !name.includes('RunTask') || !main.has(`${pid}/${tid}`)) continue;
    longest = Math.max(longest, tdur / 1_000);
    inAll += tdur / 1_000;
    tasks += 1;
  }
  if (tasks < 10) throw new Error('Chromium told of no tasks');
  return { longest, inAll };
}
