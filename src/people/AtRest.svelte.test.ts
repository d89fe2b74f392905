/** Somebody who has died stands among us, and nobody is led to ask them anything. */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sayFarewell } from '@manyhands/community/agents';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { done } from '../../packages/community/src/testing/results.ts';
import { seenSpareKeyVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

let village: ScreenVillage;
const id = (name: string) => village.memberOf(name);
const seen = (path: string) => visit(village.as('Ana'), path);

/** Carme keeps a spare key of Ana's, and has died. */
beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSpareKeyVillage();
  const words = await newWords();
  done(await makeKit(village.placeOf('Carme'), words));
  const said = { words, text: 'She kept the gate of the garden.' };
  done(await sayFarewell(village.placeOf('Biel'), id('Carme'), said));
});

test('among the people they stand as who they were, and say that they have died', async () => {
  const screen = await seen('/people');
  const carme = screen.getByRole('link', { name: /^Carme/ });
  await expect.element(carme).toHaveTextContent(/In memory$/);
  await expect
    .element(screen.getByRole('link', { name: /^Biel/ }))
    .not.toHaveTextContent('In memory');
});

test('whoever records help is not asked whether it was with them', async () => {
  const screen = await seen(`/record/with/${id('Carme')}`);
  const biel = screen.getByRole('radio', { name: 'Biel' });
  await expect.element(biel).toBeInTheDocument();
  await expect
    .element(screen.getByRole('radio', { name: 'Carme' }))
    .not.toBeInTheDocument();
  expect(screen.getByRole('radio', { checked: true }).elements()).not.toContain(
    biel.element(),
  );
  await expect.element(screen.getByText(/Carme/)).not.toBeInTheDocument();
});

test('nobody is made known to them', async () => {
  const screen = await seen(`/person/${id('Biel')}`);
  await screen.getByRole('button', { name: 'More about Biel' }).click();
  await screen.getByRole('button', { name: later().matches.introduce('Biel') }).click();
  const whom = screen.getByLabelText(later().matches.withWhom('Biel'));
  await expect.element(whom).toHaveTextContent(/Didac/);
  await expect.element(whom).not.toHaveTextContent(/Carme/);
  await screen.unmount();

  const hers = await seen(`/person/${id('Carme')}`);
  await hers.getByRole('button', { name: 'More about Carme' }).click();
  await expect
    .element(hers.getByRole('button', { name: later().spare.hasLost('Carme') }))
    .toBeVisible();
  await expect
    .element(hers.getByRole('button', { name: later().matches.introduce('Carme') }))
    .not.toBeInTheDocument();
});

test('whose spare key they kept is told that somebody else is needed', async () => {
  const screen = await seen('/safe');
  await expect.element(screen.getByText(later().spare.died('Carme'))).toBeVisible();
  await screen.getByRole('button', { name: later().spare.change }).click();
  await screen.getByRole('button', { name: later().spare.leaveOut('Carme') }).click();
  await expect
    .element(screen.getByRole('radio', { name: 'Carme' }))
    .not.toBeInTheDocument();
});
