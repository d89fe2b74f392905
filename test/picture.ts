import type { Page } from '@playwright/test';
import { onWholePage } from './wholePage.ts';

/**
 * Keeps a picture of a page as a phone and a desk show it, by day and by night, under
 * test-results/faults: for looking at. It asserts nothing.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const shown = page.viewportSize();
  for (const [width, height] of [
    [360, 780],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = `test-results/faults/${name}-${width}-${colorScheme}.png`;
      await onWholePage(page, () => page.screenshot({ path, animations: 'disabled' }));
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (shown) await page.setViewportSize(shown);
}
