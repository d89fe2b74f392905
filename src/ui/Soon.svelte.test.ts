import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { draw } from '../specimen/draw.ts';
import Soon from './Soon.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>The rest</p>' }));
const task = () => new Promise((resolve) => setTimeout(resolve));

test('it comes in a task of its own, and says so', async () => {
  const ondrawn = vi.fn();
  const screen = await draw(Soon, { children, ondrawn });
  const drawn = screen.container.textContent;
  await task();
  expect(screen.container.textContent).toBe('The rest');
  expect(ondrawn).toHaveBeenCalledOnce();
  expect(drawn).toBe('');
});

test('what comes soon while the app opens comes at once when it is open', async () => {
  const opening = await draw(Soon, { children, opening: true });
  expect(opening.container.textContent).toBe('');
  await task();
  expect(opening.container.textContent).toBe('The rest');

  const later = await draw(Soon, { children, opening: true });
  expect(later.container.textContent).toBe('The rest');
  const soon = await draw(Soon, { children });
  expect(soon.container.textContent).toBe('');
});
