/**
 * Takes a picture of every screen, for looking at: `node scripts/screens.mjs`. It asserts
 * nothing; the pictures lie in test-results/screens, by language, width and theme.
 */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import type { Language } from '../src/words/words.ts';
import { inLanguage } from './inLanguage.ts';
import { atTextSize } from './textSize.ts';
import { picturesOnly, tours } from './tours/tours.ts';
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

export interface Wanted {
  /** Where the pictures go. */
  readonly folder: string;
  readonly language: Language;
  /** Only the tours whose name has this in it. */
  readonly tour: string;
  /** Only at this one; empty: at each. */
  readonly width: string;
}

/** Resolves to how many pictures it took. */
export async function takePictures(wanted: Wanted): Promise<number> {
  const browser = await chromium.launch(chromiumLaunch());
  let taken = 0;
  try {
    for (const [width, phone] of Object.entries(phones)) {
      if (wanted.width !== '' && wanted.width !== width) continue;
      for (const [part, tour] of Object.entries({ ...tours, ...picturesOnly })) {
        if (!part.includes(wanted.tour)) continue;
        const world = await World.begin(browser, phone);
        for await (const { name, page } of tour(world)) {
          taken += await inLanguage(page, wanted.language, () =>
            takeOne(page, name, { folder: `${wanted.folder}/${width}`, width }),
          );
        }
        await world.end();
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}

/** In the light, in the dark, and on a phone with the text twice as large. */
async function takeOne(
  page: Page,
  name: string,
  { folder, width }: { folder: string; width: string },
): Promise<number> {
  const take = (how: string) =>
    onWholePage(page, () =>
      page.screenshot({ path: `${folder}-${how}/${name}.png`, animations: 'disabled' }),
    );
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await take('light');
  if (width !== '360') return 2;
  await atTextSize(page, 200, () => take('large'));
  return 3;
}
