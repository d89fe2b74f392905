import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Sheet from './Sheet.svelte';

const children = createRawSnippet(() => ({
  render: () => '<p>Nothing moves. <button type="button">Inside</button></p>',
}));

async function openFrom(button: HTMLButtonElement) {
  document.body.append(button);
  button.focus();
  const onclose = vi.fn();
  const screen = await render(Sheet, {
    open: false,
    title: 'What is different?',
    onclose,
    children,
  });
  await screen.rerender({ open: true });
  return { screen, onclose };
}

test('it takes the focus, keeps it inside, and gives it back', async () => {
  const button = document.createElement('button');
  const { screen, onclose } = await openFrom(button);
  const dialog = screen.getByRole('dialog', { name: 'What is different?' });
  await expect.element(dialog).toBeVisible();

  for (let tab = 0; tab < 5; tab++) {
    await userEvent.keyboard('{Tab}');
    // Past the last thing the browser's own bar has its turn: then it is the body.
    const at = document.activeElement;
    expect(at === document.body || dialog.element().contains(at)).toBe(true);
  }
  await userEvent.keyboard('{Escape}');

  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(document.activeElement).toBe(button);
  button.remove();
});

test('the cross closes it, and closing by the caller is not reported back', async () => {
  const button = document.createElement('button');
  const { screen, onclose } = await openFrom(button);

  await screen.rerender({ open: false });
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(onclose).not.toHaveBeenCalled();

  await screen.rerender({ open: true });
  await screen.getByRole('button', { name: 'Close' }).click();
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  button.remove();
});
