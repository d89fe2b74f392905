/** What is said where JavaScript is switched off. */
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('without JavaScript it says so at once, in every language', async ({ page }) => {
  await page.goto('/');
  const said = page.locator('noscript p');
  await expect(said).toHaveText([
    /It needs JavaScript\./,
    /Necesita JavaScript\./,
    /ويحتاج إلى JavaScript\./,
  ]);
  for (const sentence of await said.all()) await expect(sentence).toBeInViewport();
});
