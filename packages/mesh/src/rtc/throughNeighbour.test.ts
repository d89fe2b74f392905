import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage, relay } from '../testing/meetingBrowser.ts';
import type { MeetingPage, Seen, MeetingRole } from '../testing/meetingPage.ts';
import { isThorough } from '@manyhands/testing';

/** Devices in separate browser contexts, real WebRTC, and no relay at all. */
declare const page: MeetingPage;

const seen = (opened: Page): Promise<Seen> => opened.evaluate(() => page.seen());

const open = (name: string, as: MeetingRole, holds: number[] = []) =>
  openPage(name, as, holds, []);

/** Two people carry a code each way between their phones (M7). */
async function pair(a: Page, b: Page): Promise<void> {
  const offer = await a.evaluate(() => page.dial());
  const answer = await b.evaluate((of) => page.answer(of), offer);
  await a.evaluate((of) => page.accept(of), answer);
}

/** All of them hold so many entries, and each has so many links. */
const agree = (pages: Page[], entries: number, links = pages.length - 1) =>
  expect
    .poll(async () => {
      const all = await Promise.all(pages.map(seen));
      return all.map((each) => [each.entries, each.peers.length]);
    })
    .toEqual(pages.map(() => [entries, links]));

test.runIf(isThorough)(
  '[M6] the third meets the second through the first, who then leaves',
  async () => {
    const ana = await open('Ana', 'founder');
    const held = await ana.evaluate(() => page.founding());
    const biel = await open('Biel', 'member', held);
    const carme = await open('Carme', 'member', held);
    await pair(ana, biel);
    await agree([ana, biel], 3, 1);
    await pair(ana, carme);
    await agree([ana, biel, carme], 3);

    await ana.context().close();
    await biel.evaluate(() => page.help());
    await agree([biel, carme], 4);
    expect(relay.stats().connections).toBe(0);
  },
);

test('[M7] [M12] a newcomer is let in over a link that two people made by hand', async () => {
  const ana = await open('Ana', 'founder');
  const held = await ana.evaluate(() => page.founding());
  const biel = await open('Biel', 'member', held);
  await pair(biel, ana);
  await agree([ana, biel], 3);
  const didac = await open('Didac', 'newcomer');
  await pair(didac, biel);
  // Biel lets Didac in, and brings Ana.
  await agree([ana, biel, didac], 4);
  expect((await seen(ana)).asked + (await seen(biel)).asked).toBe(1);
  expect(relay.stats().connections).toBe(0);
});
