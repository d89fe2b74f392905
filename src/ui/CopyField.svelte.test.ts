import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CopyField from './CopyField.svelte';

afterEach(() => vi.restoreAllMocks());

test('what is copied is the whole text, and it is said', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const screen = await render(CopyField, {
    label: 'Link',
    text: 'https://example.org/#j/x',
  });

  await screen.getByRole('button', { name: 'Copy' }).click();

  expect(written).toHaveBeenCalledExactlyOnceWith('https://example.org/#j/x');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Copied');
});

test('where copying is refused, the text is selected and that is said', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  const screen = await render(CopyField, { label: 'Link', text: 'abc' });

  await screen.getByRole('button', { name: 'Copy' }).click();

  await expect.element(screen.getByRole('status')).toHaveTextContent('Press and hold');
  const field = screen.getByRole('textbox').element() as HTMLInputElement;
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
});
