/**
 * A page of the app on paper: as a PDF, as a picture with 150 dots to an inch, and that
 * picture after a copier has had it.
 */
import type { CDPSession, Page } from '@playwright/test';

/** CSS pixels of an A4 sheet, 210 × 297 mm, and dots of it at 150 dpi. */
const css = { width: 794, height: 1123 };
const dots = { width: 1240, height: 1754 };

/** How many sheets it takes to print what is on the screen. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  return pages?.length ?? 0;
}

/** Does something while the page is laid out as on its sheet. */
async function onPaper<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const shown = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(css);
  try {
    return await act();
  } finally {
    await page.emulateMedia({ media: null });
    if (shown) await page.setViewportSize(shown);
  }
}

/** The sheet as a scanner at 150 dpi would draw it, with nothing lost. */
export function scanOf(page: Page): Promise<Buffer> {
  return onPaper(page, async () => {
    const session: CDPSession = await page.context().newCDPSession(page);
    const metrics = { deviceScaleFactor: dots.width / css.width, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', { ...css, ...metrics });
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
    return Buffer.from(data, 'base64');
  });
}

/**
 * The picture after a tired copier: laid on a little askew, grey, soft, faded, with
 * grain. The browser that took it does the drawing; the grain is the same every time.
 */
export async function copied(page: Page, png: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const sheet = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = sheet;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.fillStyle = '#ddd';
    context.fillRect(0, 0, width, height);
    context.filter = 'grayscale(1) blur(1.2px) contrast(0.6) brightness(0.9)';
    context.translate(width / 2, height / 2);
    context.rotate((1.5 * Math.PI) / 180);
    context.drawImage(sheet, -width / 2, -height / 2);
    const pixels = context.getImageData(0, 0, width, height);
    let chance = 1;
    for (let at = 0; at < pixels.data.length; at += 4) {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
      const grain = ((chance >>> 24) - 128) / 5;
      for (let colour = 0; colour < 3; colour += 1) {
        pixels.data[at + colour] = (pixels.data[at + colour] ?? 0) + grain;
      }
    }
    context.putImageData(pixels, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const out = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let at = 0; at < out.length; at += 8_192) {
      binary += String.fromCharCode(...out.subarray(at, at + 8_192));
    }
    return btoa(binary);
  }, png.toString('base64'));
  return Buffer.from(base64, 'base64');
}

/** The smallest letters on it, in points, and the lowest edge of anything, in millimetres. */
export function measuresOf(
  page: Page,
  within: string,
): Promise<{ smallest: number; lowest: number; widest: number }> {
  return onPaper(page, () =>
    page.evaluate((selector) => {
      const sheet = document.querySelector(selector);
      if (!sheet) throw new Error('nothing to print');
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let [smallest, lowest, widest] = [Infinity, 0, 0];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.trim() || !node.parentElement) continue;
        const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        smallest = Math.min(smallest, (size * 72) / 96);
        lowest = Math.max(lowest, (box.bottom * 25.4) / 96);
        widest = Math.max(widest, (box.right * 25.4) / 96);
      }
      return { smallest, lowest, widest };
    }, within),
  );
}
