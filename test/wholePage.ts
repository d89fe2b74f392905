import type { Page } from '@playwright/test';

/**
 * Does something while the screen is as tall as the page: then no bar at the foot of the
 * screen lies over what could be scrolled up.
 */
export async function onWholePage<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const shown = page.viewportSize();
  if (!shown) return act();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...shown, height: Math.max(shown.height, height) });
  try {
    return await act();
  } finally {
    await page.setViewportSize(shown);
  }
}
