/** What a phone says of itself, in the whole browser: the one without windows says nothing. */
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { expect, test, verifyOnly } from '../world.ts';

test.use({ launchOptions: chromiumLaunch() });

test(
  'nobody is asked for leave before they want it; then a word without names',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.context.grantPermissions(['notifications']);
    await ana.page.evaluate(() => {
      const ask = Notification.requestPermission.bind(Notification);
      Notification.requestPermission = (...words) => {
        document.body.dataset['asked'] = 'yes';
        return ask(...words);
      };
    });
    const isAsked = () =>
      ana.page.evaluate(() => document.body.dataset['asked'] ?? 'no');
    await ana.keepsTheApp();
    await ana.goesTo('Me');
    await ana.follow('Settings');
    await ana.follow('Notifications and look');
    await ana.isAt('Notifications and look');
    expect(await isAsked()).toBe('no');
    await ana.tap(ana.page.getByText('Tell me when something waits for me'));
    await expect.poll(isAsked).toBe('yes');

    // A phone in a pocket: the tab is there, and nobody looks at it.
    await ana.page.evaluate(() =>
      Object.defineProperty(document, 'hidden', { get: () => true }),
    );
    await biel.saysHelped({ with: 'Ana' });
    const shown = () =>
      ana.page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready;
        return (await worker.getNotifications()).map(({ title }) => title);
      });
    await expect.poll(shown).toEqual(['Something waits for you in Riverside']);
  },
);
