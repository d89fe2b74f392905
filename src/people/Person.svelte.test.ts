import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sayWishes } from '@manyhands/community/people';
import { peaceOf } from '@manyhands/community/safety';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { matches } from '../words/en/matches.ts';
import { peace } from '../words/en/peace.ts';
import { spare } from '../words/en/spare.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

const visitBiel = () => visit(village.as('Ana'), `/person/${village.memberOf('Biel')}`);

test('a word, help, an hour come first, and one of them is filled', async () => {
  const screen = await visitBiel();
  const main = screen.getByRole('main');
  await expect.element(main.getByRole('link', { name: 'Message' })).toBeInViewport();
  const names = [...main.element().querySelectorAll('a.button')].map((link) =>
    link.textContent.trim(),
  );
  expect(names).toEqual(['Message', 'Ask for help', 'Record help with Biel']);
  expect(main.element().querySelectorAll('.primary')).toHaveLength(1);
  await main.getByRole('link', { name: 'Message' }).click();
  await expect.element(screen.getByLabelText('Write to Biel')).toHaveValue('');
});

test('asking for help begins the question', async () => {
  const screen = await visitBiel();
  await screen.getByRole('link', { name: 'Ask for help' }).click();
  const field = screen.getByLabelText('Write to Biel');
  await expect.element(field).toHaveValue('Could you help me with ');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('the roses?');
  await expect.element(field).toHaveValue('Could you help me with the roses?');
});

test('what is done seldom is in one menu, by keyboard too', async () => {
  const screen = await visitBiel();
  const menu = screen.getByRole('button', { name: 'More about Biel' });
  await expect.element(menu).toBeVisible();
  menu.element().focus();
  await userEvent.keyboard('{Enter}');
  const sheet = screen.getByRole('dialog', { name: 'Biel' });
  await expect.element(sheet).toBeVisible();
  const rows = sheet.getByRole('list').getByRole('button');
  expect(rows.elements().map((row) => row.textContent.trim())).toEqual([
    matches.introduce('Biel'),
    spare.hasLost('Biel'),
    peace.block('Biel'),
    peace.tell,
  ]);
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
  await expect.element(menu).toHaveFocus();

  await userEvent.keyboard('{Enter}');
  await screen.getByRole('button', { name: matches.introduce('Biel') }).click();
  await expect
    .element(screen.getByRole('dialog', { name: matches.introduceTitle }))
    .toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).toHaveFocus();
});

test('whoever is hidden can be seen again, and is not written to meanwhile', async () => {
  const screen = await visitBiel();
  await screen.getByRole('button', { name: 'More about Biel' }).click();
  await screen.getByRole('button', { name: peace.block('Biel') }).click();
  await expect.element(screen.getByText(peace.isBlocked('Biel'))).toBeVisible();
  const message = screen.getByRole('link', { name: 'Message' });
  await expect.element(message).not.toBeInTheDocument();
  await screen.getByRole('button', { name: peace.unblock('Biel') }).click();
  await expect.element(message).toBeVisible();
  expect(peaceOf(village.placeOf('Ana')).isBlocked(village.memberOf('Biel'))).toBe(
    false,
  );
});

test('a number that is shown can be tapped, and what is none cannot', async () => {
  await sayWishes(village.placeOf('Biel'), {
    categories: [],
    contact: 'Blue door, second bell, after 18:00. WhatsApp +34 612 345 678',
  });
  const screen = await visitBiel();
  const call = screen.getByRole('link', { name: 'Call +34 612 345 678' });
  await expect.element(call).toHaveAttribute('href', 'tel:+34612345678');
  const chat = screen.getByRole('link', { name: 'WhatsApp +34 612 345 678' });
  await expect.element(chat).toHaveAttribute('href', 'https://wa.me/34612345678');
  await expect.element(chat).toHaveAttribute('rel', 'noopener noreferrer');
  await expect
    .element(screen.getByText('Blue door, second bell, after 18:00.', { exact: false }))
    .toBeVisible();
  expect(
    screen.getByRole('link', { name: /^(Call|Text|WhatsApp|Mail)/ }).elements(),
  ).toHaveLength(3);
});
