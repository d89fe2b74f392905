import type { Page } from '@playwright/test';
import type { Neighbour } from './neighbour.ts';

declare global {
  interface Window {
    /** By how much the page's clock is ahead of the machine's. */
    aheadBy?: number;
  }
}

/** Runs in the page: its clock goes on as before, so much further on; twice adds up. */
function putAhead(milliseconds: number): void {
  const isAhead = window.aheadBy !== undefined;
  window.aheadBy = (window.aheadBy ?? 0) + milliseconds;
  if (isAhead) return;
  const { now } = Date;
  const ahead = (): number => now() + (window.aheadBy ?? 0);
  window.Date = new Proxy(Date, {
    construct: (real, given, self) =>
      Reflect.construct(real, given.length === 0 ? [ahead()] : given, self) as Date,
    get: (real, name) => (name === 'now' ? ahead : Reflect.get(real, name)) as unknown,
  });
}

/** By the clock of each phone's pages so many days go by, of an open one at once. */
export async function daysPass(
  days: number,
  ...neighbours: readonly Neighbour[]
): Promise<void> {
  const milliseconds = days * 86_400_000;
  for (const { context } of neighbours) {
    await context.addInitScript(putAhead, milliseconds);
    await Promise.all(
      context.pages().map((page: Page) => page.evaluate(putAhead, milliseconds)),
    );
  }
}
