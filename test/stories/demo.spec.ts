/** A made-up village behind one button: its neighbours answer, and it leaves no trace. */
import { keptHere } from '../keptHere.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

test('one tap in, a neighbour answers, one tap out, and nothing of it is left', async ({
  world,
}) => {
  const visitor = await world.neighbour('Ana');
  await visitor.isAt('An hour is an hour');
  const before = await keptHere(visitor.page);

  await visitor.press('Look around in a demo');
  await visitor.reads('This is a demo. Nobody here is real.');
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
  await oldest.scrollIntoViewIfNeeded();
  await expect(oldest).toBeInViewport();
  await expect.poll(depth).toBeGreaterThan(500);
  const read = await depth();
  await visitor.goesTo('People');
  await visitor.isAt('People');
  await expect.poll(depth).toBe(0);
  await page.goBack();
  await visitor.isAt('All hours');
  // Neighbours have recorded more meanwhile, and the oldest may stand lower now.
  await expect.poll(depth).toBe(read);
}
