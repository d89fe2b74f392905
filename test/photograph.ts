import type { Page } from '@playwright/test';

/** What a camera writes beside a picture: where it was taken. */
export const whereTaken = '41.39N 2.17E behind the parish hall';

/**
 * A photo as a phone takes it, drawn in a page of this browser: so many dots that it comes
 * in several pieces, with the place it was taken at written into it (EXIF).
 */
export async function photograph(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1_600;
    canvas.height = 1_200;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws nothing');
    const sky = context.createLinearGradient(0, 0, 0, 1_200);
    sky.addColorStop(0, '#7fb4d6');
    sky.addColorStop(1, '#e8d3a0');
    context.fillStyle = sky;
    context.fillRect(0, 0, 1_600, 1_200);
    // Leaves, so that it does not shrink to nothing; the same ones each time.
    let seed = 7;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let i = 0; i < 4_000; i += 1) {
      context.fillStyle = `hsl(${90 + 60 * next()} 45% ${25 + 40 * next()}%)`;
      context.fillRect(1_600 * next(), 500 + 700 * next(), 22, 9);
    }
    // A pram.
    context.fillStyle = '#8a1550';
    context.beginPath();
    context.arc(800, 560, 260, 0, Math.PI);
    context.fill();
    context.beginPath();
    context.moveTo(800, 560);
    context.arc(800, 560, 260, Math.PI, 1.5 * Math.PI);
    context.fill();
    context.strokeStyle = '#142e2a';
    context.lineWidth = 26;
    for (const x of [640, 960]) {
      context.beginPath();
      context.arc(x, 900, 80, 0, 2 * Math.PI);
      context.stroke();
    }
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', 0.95),
    );
    if (!blob) throw new Error('this browser writes no JPEG');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  });
  const jpeg = Buffer.from(drawn, 'latin1');
  const exif = Buffer.from(`Exif\0\0${whereTaken}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
