import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { newVillage } from '../specimen/stories.ts';
import { visit } from '../specimen/visit.ts';

test('where nobody else is here, nobody is offered to be told', async () => {
  await page.viewport(360, 780);
  const village = await newVillage();
  await village.admit('Biel', { by: 'Ana' });
  const biel = village.memberOf('Biel');
  const screen = await visit(village.as('Ana'), `/person/${biel}`);
  const tell = async () => {
    await screen.getByRole('button', { name: 'More about Biel' }).click();
    await screen.getByRole('button', { name: 'Tell somebody about it' }).click();
  };
  await tell();
  await expect
    .element(screen.getByText('There is nobody else here yet whom you could tell.'))
    .toBeVisible();
  expect(screen.getByRole('button', { name: 'Tell them' }).elements()).toEqual([]);
  await screen
    .getByRole('dialog')
    .getByRole('button', { name: 'Close' })
    .last()
    .click();

  await village.admit('Carme', { by: 'Ana' });
  await tell();
  await expect.element(screen.getByRole('button', { name: 'Tell them' })).toBeVisible();
});
