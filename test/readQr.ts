import type { Locator, Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';

/** What a camera in front of the screen would read: from the pixels, quiet zone and all. */
export async function readQr(code: Locator): Promise<string> {
  await code.scrollIntoViewIfNeeded();
  const page = code.page();
  const box = await code.boundingBox();
  if (!box) throw new Error('the code is not on the screen');
  const margin = 8;
  const clip = {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  return readQrOf(page, await page.screenshot({ clip }));
}

/** The same of a picture that was taken before. */
export async function readQrOf(page: Page, png: Buffer): Promise<string> {
  return decodeQR(await pixelsOf(page, png));
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The browser that took the picture also unpacks it. */
export async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const { width, height, base64 } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let binary = '';
    for (let at = 0; at < data.length; at += 8_192) {
      binary += String.fromCharCode(...data.subarray(at, at + 8_192));
    }
    return { width: bitmap.width, height: bitmap.height, base64: btoa(binary) };
  }, png.toString('base64'));
  return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) };
}
