/**
 * Takes a picture of every screen, for looking at: `node scripts/screens.mjs`. It asserts
 * nothing; the pictures lie in test-results/screens, by width and theme.
 */
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { tours } from './tours/tours.ts';
import { onWholePage } from './wholePage.ts';
import { World } from './world.ts';

const phones = {
  360: {
    viewport: { width: 360, height: 780 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
  1280: { viewport: { width: 1280, height: 800 } },
};

export async function takePictures(folder: string): Promise<number> {
  const browser = await chromium.launch(chromiumLaunch());
  let taken = 0;
  try {
    for (const [width, phone] of Object.entries(phones)) {
      for (const tour of Object.values(tours)) {
        const world = await World.begin(browser, phone);
        for await (const { name, page } of tour(world)) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const path = `${folder}/${width}-${colorScheme}/${name}.png`;
            await onWholePage(page, () =>
              page.screenshot({ path, animations: 'disabled' }),
            );
            taken += 1;
          }
        }
        await world.end();
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}
