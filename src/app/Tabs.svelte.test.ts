/** The five tabs: where they lead, what they cover, and that nothing jumps between them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  village = await seenSmallVillage();
  await village.help('Ana', 'Carme', 60);
  await village.help('Ana', 'Biel', 90, { by: 'Biel', open: true });
});

const tabs = ['Today', 'Board', 'Add', 'People', 'Me'];

test('my cards are under Me', async () => {
  const screen = await visit(village.as('Ana'), '/cards');
  const bar = screen.getByRole('navigation', { name: 'Main menu' });
  await expect
    .element(bar.getByRole('link', { name: 'Me' }))
    .toHaveAttribute('aria-current', 'page');
});

test('the bar leads to each, and says which one is open', async () => {
  await page.viewport(360, 780);
  const screen = await visit(village.as('Ana'));
  const bar = screen.getByRole('navigation', { name: 'Main menu' });
  await expect.element(bar.getByRole('link', { name: 'Add' })).toBeVisible();
  expect(bar.getByRole('link').elements()).toHaveLength(tabs.length);
  for (const tab of tabs) {
    const link = bar.getByRole('link', { name: tab });
    await link.click();
    await expect.element(link).toHaveAttribute('aria-current', 'page');
  }
});

describe.each([
  { width: 360, height: 780 },
  { width: 1_280, height: 800 },
])('at $width pixels', ({ width, height }) => {
  test('how many wait is told beside the drawing and the word, not on them', async () => {
    await page.viewport(width, height);
    const screen = await visit(village.as('Ana'));
    const today = screen.getByRole('link', { name: 'Today 1 waits for your answer' });
    await expect.element(today).toBeVisible();
    const boxOf = (selector: string) => {
      const found = today.element().querySelector(selector);
      return found?.getBoundingClientRect() ?? new DOMRect();
    };
    const count = boxOf('.count');
    expect(count.width).toBeGreaterThan(10);
    for (const other of [boxOf('.icon path'), boxOf('.icon + span')]) {
      const apart =
        count.left >= other.right ||
        count.right <= other.left ||
        count.top >= other.bottom ||
        count.bottom <= other.top;
      expect(apart, JSON.stringify([count, other])).toBe(true);
    }
  });

  test('every screen has its content in the same column', async () => {
    await page.viewport(width, height);
    const columns = new Set<string>();
    for (const path of ['home', 'board', 'add', 'people', 'me', 'us', 'settings']) {
      const screen = await visit(village.as('Ana'), `/${path}`);
      await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
      const main = screen.getByRole('main').element().getBoundingClientRect();
      columns.add(`${String(main.left)} ${String(main.width)}`);
      const asides = () => [...screen.container.querySelectorAll('aside')];
      // What stands below comes a moment later, and in the same column.
      await expect
        .poll(() => asides().map((each) => each.getBoundingClientRect().left))
        .toEqual(['home', 'us'].includes(path) ? [main.left] : []);
      await screen.unmount();
    }
    expect([...columns]).toHaveLength(1);
  });
});
