/** A phone is lost, and its owner is themself again by a page of paper. */
import type { Page } from '@playwright/test';
import { readQrOf } from '../readQr.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

/** Goes to the page of twelve words, and answers what stands on it. */
async function drawsThePage(ana: Neighbour, hasNeighbours: boolean): Promise<string[]> {
  await ana.goesTo('Us');
  await ana.follow('Settings');
  await ana.isAt('Settings');
  await ana.follow('Have a look');
  await ana.isAt('Keep your hours safe');
  await ana.press('Make the page');
  // Alone in the community there is nobody to ask for a spare key.
  if (hasNeighbours) await ana.press('Nobody for now');
  const words = ana.page
    .getByRole('region', { name: 'Your page' })
    .locator('.words li');
  await expect(words).toHaveCount(12);
  return words.allTextContents();
}

/**
 * An A4 sheet as it is printed, as a picture of 1240 × 1754: 150 dots an inch. It is drawn
 * at 96 and blown up, so it holds less than a scanner would see.
 */
async function scanned(page: Page): Promise<Buffer> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const dpi = 150 / 96;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 794, height: 1123 });
  const png = await page.screenshot({ scale: 'css' });
  const sheet = await page.evaluate(
    async ({ encoded, scale }) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width * scale, bitmap.height * scale);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const out = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (let at = 0; at < out.length; at += 8_192) {
        binary += String.fromCharCode(...out.subarray(at, at + 8_192));
      }
      return btoa(binary);
    },
    { encoded: png.toString('base64'), scale: dpi },
  );
  await page.emulateMedia({ media: 'screen' });
  if (before) await page.setViewportSize(before);
  return Buffer.from(sheet, 'base64');
}

test('recovered by words into an empty browser, with all hours', async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysHelped({ with: 'Biel' });
  await biel.saysYes();
  await ana.goesHome();
  await ana.hasHours('1 hour 30 minutes to ask for');
  const invitation = await ana.invites();

  const words = await drawsThePage(ana, true);
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
  for (let i = 0; i < 12; i += 1) {
    const field = ana.page.getByLabel(`Word number ${String(i + 1)}`, { exact: true });
    if (await field.count()) await field.fill(words[i] ?? '');
  }
  await ana.press('Does it work?');
  await ana.reads('It works. Put the page away safely.');
  await ana.reads(/Made, and tried on/);
  await ana.context.close();

  const again = await world.neighbour('Ana');
  await again.follow('I was here before');
  await again.isAt('I was here before');
  await again.write('The twelve words, in their order', words.join(' '));
  await again.write('An invitation of your community', invitation);
  await again.press('Find me');
  await again.reads('Is this you?');
  await again.reads('Ana');
  await again.press('Yes, that is me');
  await again.hasHours('1 hour 30 minutes to ask for');
  await again.saysWasHelped({ with: 'Biel' });
  await biel.goesHome();
  await biel.saysYes();
  await again.goesHome();
  await again.hasHours('all even');
});

test('the code is read back from a picture of the sheet', async ({
  world,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone’s page cannot be given the size of a sheet');
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await drawsThePage(ana, false);
  const read = await readQrOf(ana.page, await scanned(ana.page));
  expect(read).toMatch(/^http.*#k\/[\w-]+$/);
});
