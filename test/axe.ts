import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { becomesStill } from './still.ts';
import { onWholePage } from './wholePage.ts';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe has to say against the page once it is still; nothing, when it is well. */
export async function axe(page: Page): Promise<string[]> {
  // Runs through the debugger, so that the page's own policy does not stop it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  await takeFeltAway(page);
  return onWholePage(page, async () => {
    await becomesStill(page);
    return askAxe(page);
  });
}

async function askAxe(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
      // Of what is well nothing is asked: that is half of the work.
      resultTypes: ['violations'],
      runOnly: [
        'wcag2a',
        'wcag2aa',
        'wcag21a',
        'wcag21aa',
        'wcag22aa',
        'best-practice',
      ],
    }),
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Against a picture axe weighs no contrast at all; beneath the felt is its own colour. */
async function takeFeltAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    const plain = new CSSStyleSheet();
    plain.replaceSync('html, body { background-image: none !important }');
    document.adoptedStyleSheets = [plain];
  });
}
