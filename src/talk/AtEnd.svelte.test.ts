import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AtEnd } from './AtEnd.svelte.ts';

let node: HTMLElement;
let stop: () => void;

beforeEach(async () => {
  await page.viewport(360, 720);
  node = document.createElement('div');
  node.style.minBlockSize = '2000px';
  document.body.append(node);
  const scrolled = new Promise((resolve) => {
    addEventListener('scroll', resolve, { once: true });
  });
  stop = new AtEnd().watch(() => null)(node);
  await scrolled;
});

afterEach(() => {
  stop();
  node.remove();
});

const toEnd = () =>
  document.documentElement.scrollHeight -
  document.documentElement.clientHeight -
  scrollY;

/** It grows, and whoever watches its size has been told. */
async function grows(): Promise<void> {
  const told = new Promise<void>((resolve) => {
    const watching = new ResizeObserver(() => {
      if (node.offsetHeight < 2_200) return;
      watching.disconnect();
      resolve();
    });
    watching.observe(node);
  });
  node.style.minBlockSize = '2200px';
  await told;
}

test('who reads at the end goes along with it', async () => {
  expect(toEnd()).toBeLessThan(2);
  await grows();
  await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
});

test.each(['click', 'pointercancel', 'pointerup'])(
  'under a finger nothing moves, and all of it after “%s”',
  async (ends) => {
    dispatchEvent(new PointerEvent('pointerdown'));
    const depth = scrollY;
    await grows();
    expect(scrollY).toBe(depth);
    dispatchEvent(new Event(ends));
    await vi.waitFor(() => expect(toEnd()).toBeLessThan(2));
  },
);
