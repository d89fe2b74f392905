import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startRelay } from '@manyhands/relay';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { Neighbour } from '../../test/neighbour.ts';
import { median } from '../measure.ts';
import type { Measure } from '../measure.ts';

export const question =
  'How long from the tap on yes to the new hours on the other screen, over loopback?';

const rounds = 40;
/** The first ones compile and warm up; nobody confirms forty hours at a stretch. */
const warmUp = 5;

export async function measure(): Promise<Measure[]> {
  const relay = await startRelay({ port: 0, staticDir: 'dist' });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const people = ['Ana', 'Biel'].map(async (name) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 780 },
      });
      const neighbour = new Neighbour(name, context, relay.url, false);
      await neighbour.comesBack();
      return neighbour;
    });
    const [ana, biel] = await Promise.all(people);
    if (!ana || !biel) throw new Error('Bug: two people are two');
    await ana.founds('Riverside');
    await biel.joins(await ana.invites());
    await biel.isLetIn();
    await ana.reads('Biel has joined.');

    const taken: number[] = [];
    for (let round = 0; round < rounds + warmUp; round += 1) {
      taken.push(await oneYes(ana, biel));
    }
    const counted = taken.slice(warmUp).toSorted((a, b) => a - b);
    const slow = counted[Math.floor(counted.length * 0.9)] ?? 0;
    return [
      {
        what: 'median',
        value: Math.round(median(counted)),
        unit: 'ms',
        goal: { atMost: 150 },
      },
      { what: 'nine in ten within', value: Math.round(slow), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await relay.close();
  }
}

/**
 * Ana asks and waits on that hour's page; Biel says yes. From his finger's tap to the
 * frame in which her page has drawn the new sum, by the one clock of this machine.
 */
async function oneYes(ana: Neighbour, biel: Neighbour): Promise<number> {
  await ana.saysWasHelped({ with: 'Biel' });
  const drawn = timeOfHours(ana.page);
  const yes = biel.page.getByRole('button', { name: 'Yes, that’s right' });
  await yes.waitFor();
  const tapped = timeOfTap(biel.page);
  await yes.click();
  const taken = (await drawn) - (await tapped);
  await biel.goesHome();
  return taken;
}

const timeOfTap = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'pointerdown',
          () => resolve(performance.timeOrigin + performance.now()),
          { capture: true, once: true },
        );
      }),
  );

const timeOfHours = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watcher = new MutationObserver(() => {
          if (!document.body.innerText.includes('you have both said yes')) return;
          watcher.disconnect();
          // A frame begins after the next one has been asked for: then this one is drawn.
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              resolve(performance.timeOrigin + performance.now()),
            ),
          );
        });
        watcher.observe(document.body, { subtree: true, childList: true });
      }),
  );
