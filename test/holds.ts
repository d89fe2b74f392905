import type { Page } from '@playwright/test';
import { cutOff } from '../src/specimen/cutOff.ts';
import type { Language } from '../src/words/words.ts';
import { inLanguage } from './inLanguage.ts';
import { atTextSize } from './textSize.ts';
import { onWholePage } from './wholePage.ts';

/** 1,280 pixels wide at 400 %, as WCAG 1.4.10 has it, and the narrowest phone. */
const narrow = { width: 320, height: 780 };
const phone = { width: 360, height: 780 };

/** From left to right and from right to left. */
const bothWays: readonly Language[] = ['en', 'ar'];

/**
 * What cannot be read on the screen that is on, with the text twice as large and in a
 * window zoomed to 400 %, in these languages; nothing, when it is well.
 */
export async function doesNotHold(page: Page, languages = bothWays): Promise<string[]> {
  const found: string[] = [];
  const look = async (how: string) => {
    const cut = await onWholePage(page, () => page.evaluate(cutOff));
    found.push(...cut.map((what) => `${how}: ${what}`));
  };
  const shown = page.viewportSize();
  for (const language of languages) {
    await inLanguage(page, language, async () => {
      await page.setViewportSize(narrow);
      await look(`${language}, 400 %`);
      await page.setViewportSize(phone);
      await atTextSize(page, 200, () => look(`${language}, 200 % text`));
    });
  }
  if (shown) await page.setViewportSize(shown);
  return found;
}
