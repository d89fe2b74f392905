import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../face/tokens.css';
import { moving } from '../specimen/moving.ts';
import Halves from './Halves.svelte';

const isSeen = (element: Element | null) =>
  element !== null && getComputedStyle(element).visibility === 'visible';

/** How far apart the two halves of the first round are drawn, in pixels. */
function gap(picture: Element): number {
  const left = picture.querySelector('.left')?.getBoundingClientRect();
  const right = picture.querySelector('.right')?.getBoundingClientRect();
  if (left === undefined || right === undefined) throw new Error('no halves');
  return right.left - left.right;
}

test('asked: the left half is inked, the right one dashed and apart', async () => {
  const screen = await render(Halves, { minutes: 90, state: 'asked' });
  const picture = screen.getByRole('img').element();

  expect(picture.getAttribute('aria-label')).toContain('has not answered yet');
  expect(picture.querySelectorAll('.left')).toHaveLength(2);
  expect(isSeen(picture.querySelector('.waiting'))).toBe(true);
  expect(isSeen(picture.querySelector('.inked'))).toBe(false);
  expect(isSeen(picture.querySelector('.stitches'))).toBe(false);
});

test('met: both halves are inked, closed up and sewn together', async () => {
  const apart = await render(Halves, { minutes: 60, state: 'asked' });
  const before = gap(apart.getByRole('img').element());
  await apart.unmount();
  const screen = await render(Halves, { minutes: 60, state: 'met' });
  const picture = screen.getByRole('img').element();

  expect(picture.getAttribute('aria-label')).toContain('both have said yes');
  expect(isSeen(picture.querySelector('.waiting'))).toBe(false);
  expect(isSeen(picture.querySelector('.inked'))).toBe(true);
  expect(gap(picture)).toBeLessThan(before);
});

test('meeting: they slide together once, then it is said', async () => {
  await moving();
  expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(false);
  let told = 0;
  let tell: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (tell = resolve));
  const onmet = () => {
    told++;
    tell();
  };
  const screen = await render(Halves, { minutes: 150, state: 'asked', onmet });

  await screen.rerender({ state: 'meeting' });
  await met;

  expect(told).toBe(1);
  const picture = screen.getByRole('img').element();
  await Promise.all(
    picture.getAnimations({ subtree: true }).map((animation) => animation.finished),
  );
  expect(isSeen(picture.querySelector('.stitches'))).toBe(true);
  expect(told).toBe(1);
});
