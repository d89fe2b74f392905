import { expect, test } from 'vitest';
import { findFirefox } from '../../../../scripts/firefox.mjs';
import { Firefox } from '../testing/firefox.ts';
import { openPage, relay, relayAddress } from '../testing/meetingBrowser.ts';
import type { MeetingPage, Seen } from '../testing/meetingPage.ts';
import { isThorough } from '@manyhands/testing';

/**
 * Chromium and Firefox, two codes, no relay. Where there is no Firefox (Debian: package
 * firefox-esr) only its recorded description is tested, in `description.test.ts`.
 */
declare const page: MeetingPage;

// Day by day a journey of test/browsers tells it.
const path = isThorough ? findFirefox() : undefined;

test.runIf(path)(
  '[M7] Firefox and Chromium link, whichever speaks first',
  async () => {
    const ana = await openPage('Ana', 'founder', [], []);
    const held = await ana.evaluate(() => page.founding());
    const firefox = await Firefox.launch(path ?? '');
    try {
      const open = async (name: string) => {
        const opened = await firefox.open(relay.url);
        const given = JSON.stringify([name, 'member', [], held]);
        await opened.evaluate(`page.open(...${given})`);
        return opened;
      };
      const biel = await open('Biel');
      const offer = await biel.evaluate<number[]>('page.dial()');
      const answer = await ana.evaluate((of) => page.answer(of), offer);
      await biel.evaluate(`page.accept(${JSON.stringify(answer)})`);
      const seen = () => biel.evaluate<Seen>('page.seen()');
      await expect.poll(async () => (await seen()).peers.length).toBe(1);

      // The other way round: Chromium dials, Firefox answers.
      const carme = await open('Carme');
      const first = await ana.evaluate(() => page.dial());
      const second = await carme.evaluate<number[]>(
        `page.answer(${JSON.stringify(first)})`,
      );
      await ana.evaluate((of) => page.accept(of), second);
      // Ana brings Biel, too, from Firefox to Firefox.
      const met = () => carme.evaluate<Seen>('page.seen()');
      await expect.poll(async () => (await met()).peers.length).toBe(2);

      await carme.evaluate('page.help()');
      await expect.poll(async () => (await seen()).entries).toBe(4);
      expect(relay.stats().connections).toBe(0);
    } finally {
      await firefox.close();
    }
  },
  90_000,
);

test.runIf(path)('[M1] Firefox and Chromium meet through a relay', async () => {
  const ana = await openPage('Ana', 'founder');
  const held = await ana.evaluate(() => page.founding());
  const firefox = await Firefox.launch(path ?? '');
  try {
    const biel = await firefox.open(relay.url);
    const given = JSON.stringify(['Biel', 'member', [relayAddress()], held]);
    await biel.evaluate(`page.open(...${given})`);
    const seen = () => biel.evaluate<Seen>('page.seen()');
    await expect.poll(async () => (await seen()).peers.length).toBe(1);
  } finally {
    await firefox.close();
  }
});
