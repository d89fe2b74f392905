import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Mark from './Mark.svelte';

const seed = Uint8Array.from({ length: 32 }, (_, index) => (index * 59 + 7) % 256);

async function drawn(props: { seed: Uint8Array; kind?: 'organisation' | 'patch' }) {
  const screen = await render(Mark, props);
  const html = screen.container.innerHTML;
  await screen.unmount();
  return html;
}

test('the same seed draws the same button, another seed another one', async () => {
  const first = await drawn({ seed });

  expect(await drawn({ seed: seed.slice() })).toBe(first);
  expect(await drawn({ seed: seed.map((byte) => byte ^ 0x55) })).not.toBe(first);
});

test('a member, an organisation and a patch differ in outline', async () => {
  const three = [
    await drawn({ seed }),
    await drawn({ seed, kind: 'organisation' }),
    await drawn({ seed, kind: 'patch' }),
  ];

  expect(new Set(three).size).toBe(3);
});

test('beside a name it is silent; alone it has one', async () => {
  const silent = await render(Mark, { seed });
  expect(silent.container.querySelector('svg')?.getAttribute('aria-hidden')).toBe(
    'true',
  );

  const named = await render(Mark, { seed, label: 'Ana' });
  await expect.element(named.getByRole('img', { name: 'Ana' })).toBeInTheDocument();
});
