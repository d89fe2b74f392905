/**
 * Takes the pictures that the README shows: `node scripts/screens.mjs --readme`. A phone as it is held,
 * not the whole page.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumLaunch } from '../scripts/chromium.mjs';
import { tours } from './tours/tours.ts';
import { World } from './world.ts';

interface Picture {
  readonly tour: keyof typeof tours;
  /** The stop of the tour. */
  readonly stop: string;
  readonly theme: 'light' | 'dark';
  /** A button to press before. */
  readonly press?: string;
}

/** By the names of their files. */
const pictures: Readonly<Record<string, Picture>> = {
  home: { tour: 'the street', stop: 'street-today', theme: 'light' },
  talk: {
    tour: 'the talk',
    stop: 'talk-hour-asks',
    theme: 'light',
    press: 'New messages below',
  },
  hour: { tour: 'the first days', stop: 'hour-met', theme: 'light' },
  'board-dark': { tour: 'the things', stop: 'board-reserved', theme: 'dark' },
};

const phone = {
  viewport: { width: 360, height: 720 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 1.5,
};

/** Writes each picture as WebP into `folder`; throws where a tour never stops at one of them. */
export async function takeForReadme(folder: string): Promise<void> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [file, picture] of Object.entries(pictures)) {
      const taken = await take(browser, picture);
      await writeFile(join(folder, `${file}.webp`), await asWebp(browser, taken));
    }
  } finally {
    await browser.close();
  }
}

async function take(
  browser: Browser,
  { tour, stop, theme, press }: Picture,
): Promise<Buffer> {
  const world = await World.begin(browser, phone);
  try {
    for await (const { name, page } of tours[tour](world)) {
      if (name !== stop) continue;
      await page.emulateMedia({ colorScheme: theme });
      if (press !== undefined) {
        const button = page.getByRole('button', { name: press });
        await button.click();
        await button.waitFor({ state: 'hidden' });
      }
      return await page.screenshot({ animations: 'disabled' });
    }
  } finally {
    await world.end();
  }
  throw new Error(`${tour} does not stop at ${stop}`);
}

/** Playwright writes PNG; Chromium itself draws it anew as WebP, a fifth of it. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const webp = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.9).split(',')[1] ?? '';
  }, png.toString('base64'));
  await page.close();
  return Buffer.from(webp, 'base64');
}
