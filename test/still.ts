import type { Page } from '@playwright/test';

/**
 * Resolves once what was begun is drawn, and nothing that is drawn moves any more: what is
 * half faded in has no contrast yet, a sheet that rises is not where it will be.
 */
export async function becomesStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const isDrawn = (effect: AnimationEffect | null) =>
      (effect as KeyframeEffect | null)?.target?.checkVisibility({
        contentVisibilityAuto: true,
      }) === true;
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      // Elsewhere the browser lets them stand until they are scrolled to.
      .filter(({ effect }) => isDrawn(effect));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
