/** A camera that sees what is held in front of it: another phone's screen, as pictures. */
import type { Locator } from '@playwright/test';
import type { Neighbour } from './neighbour.ts';

interface Seeing {
  /** Shows the camera a picture, until the next one. */
  seeNow?: (png: string) => Promise<void>;
}

/** From now on this phone's camera sees what `holdsUp` shows it; before that, nothing. */
export async function hasACamera({ page }: Neighbour): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 480;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    let seen: ImageBitmap | null = null;
    const draw = () => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (seen) context.drawImage(seen, 0, 0, canvas.width, canvas.height);
      requestAnimationFrame(draw);
    };
    draw();
    (globalThis as Seeing).seeNow = async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      seen = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    };
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream());
  });
}

/** Holds a screen in front of the camera, as it is now. */
export async function holdsUp(code: Locator, before: Neighbour): Promise<void> {
  const png = (await code.screenshot()).toString('base64');
  await before.page.evaluate(
    (picture) => (globalThis as Seeing).seeNow?.(picture),
    png,
  );
}
