import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../face/base.css';
import QrCode from './QrCode.svelte';

/** What a camera would see: the pixels on the screen, around the code too. */
async function pixelsOf(element: Element): Promise<ImageData> {
  const base64 = await page.screenshot({ element, base64: true, save: false });
  const png = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

const invite = `https://example.org/#j/${'aB3_-x'.repeat(26)}`;
const message = `https://example.org/#m/${'Zz9-_q'.repeat(86)}`;

test.each([
  { what: 'an invitation', text: invite, theme: 'light' },
  { what: 'an invitation', text: invite, theme: 'dark' },
  { what: 'a message link of 540 characters', text: message, theme: 'dark' },
])('$what is read back from its pixels ($theme)', async ({ text, theme }) => {
  document.documentElement.dataset['theme'] = theme;
  const screen = await render(QrCode, { text, label: 'Invitation, as a code to scan' });
  const code = screen.getByRole('img', { name: 'Invitation, as a code to scan' });
  await expect.element(code).toBeVisible();

  expect(decodeQR(await pixelsOf(document.body))).toBe(text);
  delete document.documentElement.dataset['theme'];
});

test('a text that changes changes the code', async () => {
  const screen = await render(QrCode, { text: 'Ana', label: 'Code' });
  const drawn = () => screen.getByRole('img').element().innerHTML;
  await expect.element(screen.getByRole('img')).toBeVisible();
  const before = drawn();

  await screen.rerender({ text: 'Biel' });

  await expect.poll(drawn).not.toBe(before);
  expect(decodeQR(await pixelsOf(document.body))).toBe('Biel');
});
