/** A made-up village behind one button: its neighbours answer, and it leaves no trace. */
import type { Page } from '@playwright/test';
import { keptHere } from '../keptHere.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

test('one tap in, a neighbour answers, one tap out, and nothing of it is left', async ({
  world,
}) => {
  const visitor = await world.neighbour('Ana');
  await visitor.isAt('An hour is an hour');
  const before = await keptHere(visitor.page);
  const workers: string[] = [];
  visitor.page.on('worker', (worker) => workers.push(worker.url()));

  await visitor.press('Look around in a demo');
  await visitor.reads('This is a demo. Nobody here is real.');
  // What a village has said is hashed and verified beside the page, under its policy.
  await expect.poll(() => workers.join()).toContain('/asideWorker-');
  expect(workers.length).toBeLessThanOrEqual(2);
  await readsTheHoursToTheirEnd(visitor);
  await visitor.goesTo('People');
  await visitor.reads('12 members');
  await visitor.follow(/^Carme/);
  await visitor.follow('Record help with Carme');
  await visitor.press('Ask Carme');
  await visitor.reads('Done. You both agree');
  await visitor.goesHome();
  await visitor.reloads();
  await visitor.reads('This is a demo. Nobody here is real.');
  expect(await keptHere(visitor.page)).not.toEqual(before);

  await visitor.press('Leave the demo');
  await visitor.isAt('An hour is an hour');
  await visitor.reads('The demo is gone from this device.');
  await expect.poll(() => keptHere(visitor.page)).toEqual(before);
  expect((await visitor.traffic()).length).toBe(0);
});

/** A long screen is left at its end: the next one begins at its top, and back leads there. */
async function readsTheHoursToTheirEnd(visitor: Neighbour): Promise<void> {
  const { page } = visitor;
  const depth = () => page.evaluate(() => Math.round(scrollY));
  await visitor.goesTo('Hours');
  await visitor.isAt('All hours');
  const oldest = page
    .getByRole('main')
    .getByRole('link', { name: /helped/ })
    .last();
  // More of them may be drawn as one scrolls, and another is the oldest then.
  await expect(async () => {
    await oldest.scrollIntoViewIfNeeded();
    await expect(oldest).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expect.poll(depth).toBeGreaterThan(500);
  const left = await depthAtNextTap(page);
  await visitor.goesTo('People');
  await visitor.isAt('People');
  const read = await left();
  await expect.poll(depth).toBe(0);
  await page.goBack();
  await visitor.isAt('All hours');
  // Neighbours record more all the while: all that stands above may have grown by rows, and
  // its lines wrap otherwise. Nobody would notice less than half a screen.
  const half = await page.evaluate(() => innerHeight / 2);
  await expect.poll(depth).toBeGreaterThan(Math.max(0, read - half));
}

/** How far down the page is at the moment of the next tap, asked once that has been. */
async function depthAtNextTap(page: Page): Promise<() => Promise<number>> {
  const depth = await page.evaluateHandle(() => ({ now: -1 }));
  await depth.evaluate((at) => {
    const keep = () => {
      at.now = Math.round(scrollY);
    };
    addEventListener('click', keep, { capture: true, once: true });
  });
  return () => depth.evaluate(({ now }) => now);
}
