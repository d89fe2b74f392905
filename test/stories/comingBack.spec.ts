/** A phone that slept, a relay that is gone and comes back: the truth is told throughout. */
import { expect, test, verifyOnly } from '../world.ts';
import type { Neighbour } from '../neighbour.ts';

const linked = async (who: Neighbour): Promise<number> =>
  (await who.traffic()).filter(({ isOpen }) => isOpen).length;

/** No line of its code runs until it is woken, as on a phone in a pocket. */
async function fallsAsleep({ page, context }: Neighbour): Promise<() => Promise<void>> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Debugger.enable');
  const asleep = new Promise<void>((resolve) =>
    cdp.once('Debugger.paused', () => resolve()),
  );
  await cdp.send('Debugger.pause');
  await asleep;
  return async () => {
    await cdp.send('Debugger.resume');
    await cdp.detach();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
}

test(
  'a phone that slept in a pocket is back within seconds, and nothing was claimed meanwhile',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.goesHome();
    await ana.reads('Also kept by 1 member');
    const wake = await fallsAsleep(biel);
    await expect.poll(() => linked(ana)).toBe(0);

    await ana.saysWasHelped({ with: 'Biel' });
    await ana.goesHome();
    await ana.reads('Waiting: nobody is online');
    await ana.follow('See where');
    await ana.isAt('Where your hours are kept');
    await ana.reads('Nobody else has this yet');
    await ana.reads('an hour you asked about');
    await ana.reads(
      /^Everything except an hour you asked about · last online together today at/,
    );

    const begun = performance.now();
    await wake();
    await ana.reads('Somebody else has a copy of everything you wrote.');
    await ana.reads('Everything · online with you now');
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    test.info().annotations.push({ type: 'coming back', description: `${seconds} s` });
    await biel.reads('Ana says: “You helped me.”');
  },
);

test(
  'the relay is gone, then back: said, checked, and made good',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await world.stopRelay();
    await biel.closes();
    await ana.saysWasHelped({ with: 'Biel' });
    await ana.goesHome();
    // Whether somebody is online, her phone cannot know now.
    await ana.reads('Waiting: the others cannot be reached from here');
    await ana.follow('See where');
    await ana.follow('Check the connection');
    await ana.isAt('Does the connection work?');
    await ana.reads(/The relay localhost:\d+ cannot be reached from here/);
    await ana.reads('Manyhands also opens here without internet.');
    await ana.reads('This browser can connect to other phones directly.');
    await ana.reads('Nobody is online with you now.');

    await world.startRelay();
    await ana.press('Check again');
    await ana.reads(/The relay localhost:\d+ answers/);
    await biel.comesBack();
    await biel.reads('Ana says: “You helped me.”');
    await ana.reads('1 member is online with you now.');
    await ana.follow('Back');
    await ana.reads('Everything · online with you now');
  },
);
