import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { readCode } from '@manyhands/community/hours';
import '../face/base.css';
import Codes from './Codes.svelte';

/** What a camera would see. */
async function seen(): Promise<string> {
  const base64 = await page.screenshot({ base64: true, save: false });
  const png = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  return decodeQR(context.getImageData(0, 0, bitmap.width, bitmap.height));
}

const short = 'aB3_-x00'.repeat(20);
const long = 'Zz9-_qAA'.repeat(200);

test('one code is a link; a long one is close, and reads back as the same message', async () => {
  await page.viewport(360, 760);
  const screen = await render(Codes, {
    shown: { codes: [short], text: short },
    label: 'Code',
  });
  await expect.element(screen.getByRole('img', { name: 'Code' })).toBeVisible();
  expect(await seen()).toBe(`${location.origin}${location.pathname}#m/${short}`);
  expect(screen.container.textContent).not.toContain('Code 1 of');

  await page.viewport(700, 900);
  await screen.rerender({ shown: { codes: [long], text: long }, label: 'Code' });
  await expect.poll(async () => readCode(await seen())).toBe(long);
});

test('several are shown one after the other, and the text is all of them at once', async () => {
  await page.viewport(360, 760);
  const [first, second] = [short, short.replaceAll('x', 'y')];
  const screen = await render(Codes, {
    shown: { codes: [first, second], text: long },
    label: 'Code',
    how: 'Let them scan it.',
  });
  await expect.element(screen.getByText('Code 1 of 2')).toBeVisible();
  await expect.poll(seen).toContain(first);

  await screen.getByRole('button', { name: 'The next code' }).click();
  await expect.element(screen.getByText('Code 2 of 2')).toBeVisible();
  await expect.poll(seen).toContain(second);

  await screen.getByRole('button', { name: 'Back to the first' }).click();
  await expect.element(screen.getByText('Code 1 of 2')).toBeVisible();
  await screen.getByText('No camera on that phone?').click();
  await expect
    .element(screen.getByLabelText('The code as text'))
    .toHaveValue(`${location.origin}${location.pathname}#m/${long}`);
});
