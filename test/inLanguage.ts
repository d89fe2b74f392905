import type { Page } from '@playwright/test';
import type { Language } from '../src/words/words.ts';

const kept = 'manyhands/language';

/**
 * Does something while the screen that is on speaks another language, as after a change in
 * Settings: nothing is opened anew, so every tour can be drawn in every language.
 */
export async function inLanguage<T>(
  page: Page,
  language: Language,
  act: () => Promise<T>,
): Promise<T> {
  const before = await page.evaluate((name) => localStorage.getItem(name), kept);
  const spoken = await page.evaluate(() => document.documentElement.lang);
  await change(page, language, language);
  try {
    return await act();
  } finally {
    await change(page, before, spoken);
  }
}

/** Changes what is kept and waits until it is spoken, and drawn in its own letters. */
async function change(page: Page, wish: string | null, until: string): Promise<void> {
  await page.evaluate(
    ([name, language]) => {
      if (language === null) localStorage.removeItem(name);
      else localStorage.setItem(name, language);
      window.dispatchEvent(new Event('languagechange'));
    },
    [kept, wish] as const,
  );
  await page.waitForFunction(
    (language) => document.documentElement.lang === language,
    until,
  );
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    await document.fonts.ready;
  });
}
