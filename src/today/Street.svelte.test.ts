import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import {
  newMember,
  streetSize,
} from '../../packages/community/src/testing/fillStreet.ts';
import { streetVillage } from '../specimen/boards.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeAll(async () => {
  village = await streetVillage();
});

/** Where the lowest of these ends, on a page that nobody has scrolled. */
const endOf = (locator: Locator): number =>
  Math.max(
    ...locator
      .elements()
      .map((element) => element.getBoundingClientRect().bottom + scrollY),
  );

test('a new member in a village of 150 sees what waits, two cards that fit her and who else is new, without scrolling', async () => {
  await page.viewport(360, 780);
  const community = village.as(newMember);
  const { members, exchanges } = streetSize;
  expect(community.together).toMatchObject({ members, exchanges });
  const screen = await visit(community);

  const fitting = screen.getByRole('region', { name: 'On the board for you' });
  await expect.element(fitting).toBeVisible();
  const cards = fitting.getByRole('listitem');
  expect(cards.elements().length).toBeGreaterThanOrEqual(2);
  for (const card of cards.elements())
    expect(card.textContent).toMatch(/You can do this|You said this/);
  const waiting = screen.getByRole('button', { name: 'Yes, that’s right' });
  const newcomer = screen
    .getByRole('region', { name: 'New here' })
    .getByRole('listitem');
  for (const part of [waiting, cards.nth(0), cards.nth(1), newcomer.first()]) {
    await expect.element(part).toBeVisible();
    expect(endOf(part)).toBeLessThanOrEqual(780);
  }
});
