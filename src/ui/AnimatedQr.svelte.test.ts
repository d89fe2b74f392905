import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AnimatedQr from './AnimatedQr.svelte';

const parts = ['MHP1/one', 'MHP1/two', 'MHP1/three'];
const label = 'A parcel as a moving code';
const pace = 40;

test('the parts are shown in turn, again and again', async () => {
  const screen = await render(AnimatedQr, { parts, label, pace });
  const code = () => screen.container.querySelector('path')?.getAttribute('d');
  const seen: string[] = [];
  await vi.waitFor(
    () => {
      const now = code();
      if (now && now !== seen.at(-1)) seen.push(now);
      expect(seen.length).toBeGreaterThan(3);
    },
    { interval: 5 },
  );
  expect(new Set(seen).size).toBe(parts.length);
});

test('it can be held still, and moved by hand', async () => {
  const screen = await render(AnimatedQr, { parts, label, pace });
  await screen.getByRole('button', { name: 'Hold it still' }).click();
  const said = screen.getByText(/^Part \d of 3$/);
  const before = said.element().textContent;
  await screen.getByRole('button', { name: 'Next part' }).click();
  const at = (Number(before.charAt(5)) % parts.length) + 1;
  await expect.element(said).toHaveTextContent(`Part ${String(at)} of 3`);
});

test('a single part stands still by itself', async () => {
  const screen = await render(AnimatedQr, { parts: ['MHP1/one'], label, pace });
  await expect.element(screen.getByRole('img', { name: label })).toBeVisible();
  expect(screen.getByRole('button').elements()).toEqual([]);
});
