import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speak, words } from '../words/words.ts';
import Toast from './Toast.svelte';

const root = document.documentElement;
afterEach(() => speak('en', root));

test('what was said goes along when another language is chosen', async () => {
  await render(Toast, {
    says: () => words.record.takenBack,
    onundo: () => undefined,
    onclose: () => undefined,
  });
  const toast = page.getByRole('status');
  await expect.element(toast).toHaveTextContent(words.record.takenBack);

  await speak('ar', root);

  await expect.element(toast).toHaveTextContent('سُحبت');
  await expect.element(page.getByRole('button', { name: 'تراجع' })).toBeVisible();
});
