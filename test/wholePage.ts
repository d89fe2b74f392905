import type { Page } from '@playwright/test';

/** A page that is always a bit taller than its window would never be whole. */
const turns = 4;

/**
 * Does something while the screen is as tall as the page: then no bar at the foot of the
 * screen lies over what could be scrolled up. Done anew when the page grew meanwhile, as
 * when the line that says where the hours are kept takes two: what the last turn found
 * counts.
 */
export async function onWholePage<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const shown = page.viewportSize();
  if (!shown) return act();
  let { height } = shown;
  try {
    for (let turn = 1; ; turn += 1) {
      height = Math.max(height, await heightOf(page));
      await page.setViewportSize({ ...shown, height });
      const found = await act();
      if (turn === turns || (await heightOf(page)) <= height) return found;
    }
  } finally {
    await page.setViewportSize(shown);
  }
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}
