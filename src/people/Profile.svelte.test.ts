import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  categoryOf,
  changeKind,
  nameKind,
  readWordsOf,
  showMyself,
} from '@manyhands/community/people';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const seenBy = (name: string) => village.as(name).person(village.memberOf('Ana'));
const wishesOf = (name: string) =>
  village.placeOf('Biel').replica.board.wishesOf(village.memberOf(name));

test('a new name, and what I can do and would like, are seen by the others', async () => {
  const screen = await visit(village.as('Ana'), '/profile');
  const save = screen.getByRole('button', { name: 'Save' });
  await expect.element(save).toBeDisabled();

  await screen.getByRole('textbox', { name: 'Your name' }).fill(' Ana Roca');
  await screen.getByRole('textbox', { name: 'About you' }).fill('Bees, and bread.');
  await screen.getByText('Mend things').click();
  await screen.getByText('A lift now and then').click();
  await expect.element(screen.getByText('Not saved yet.')).toBeVisible();
  await save.click();

  await expect.element(screen.getByText('Saved.')).toBeVisible();
  await expect.element(save).toBeDisabled();
  expect(seenBy('Biel')).toMatchObject({ name: 'Ana Roca', about: 'Bees, and bread.' });
  expect(seenBy('Biel').skills.map(categoryOf)).toEqual(['repair']);
  expect(wishesOf('Ana')?.categories.map(categoryOf)).toEqual(['lift']);
});

test('a kind that a member named can be a strength, also once it is hidden', async () => {
  const named = await nameKind(village.placeOf('Carme'), 'Beekeeping', null);
  assert(named.ok, 'it is named');
  const screen = await visit(village.as('Ana'), '/profile');
  const chips = screen.getByRole('checkbox', { name: 'Beekeeping' });
  await screen.getByText('Beekeeping').first().click();
  await screen.getByRole('button', { name: 'Save' }).click();
  await expect.element(screen.getByText('Saved.')).toBeVisible();
  expect(seenBy('Biel').skills).toEqual([named.value]);
  await screen.unmount();

  const people = await visit(village.as('Biel'), '/people');
  await expect.element(people.getByText('Beekeeping')).toBeVisible();
  await people.unmount();

  // Nobody chooses it anew, and whoever has it can let go of it.
  await changeKind(village.placeOf('Carme'), named.value, { isShown: false });
  await visit(village.as('Ana'), '/profile');
  await expect.element(chips.first()).toBeChecked();
  expect(chips.elements()).toHaveLength(1);
});

test('an empty name is not saved', async () => {
  const screen = await visit(village.as('Ana'), '/profile');
  await screen.getByRole('textbox', { name: 'Your name' }).fill(' ');

  await expect.element(screen.getByText('Please write your name.')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(seenBy('Biel').name).toBe('Ana');
});

test('how to reach me is for partners alone, until I say otherwise; then back again', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(village.as('Ana'), '/profile');
  const contact = screen.getByRole('textbox', { name: 'How and where to reach you' });
  const forAll = screen.getByRole('switch', { name: 'how to reach me' });
  const save = async () => {
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText('Saved.')).toBeVisible();
  };
  const sealedFor = (name: string) =>
    readWordsOf(village.placeOf(name), village.memberOf('Ana'));
  await contact.fill('The blue door');
  await expect.element(forAll).not.toBeChecked();
  await save();
  expect(wishesOf('Ana')?.contact).toBe('');
  expect(await sealedFor('Biel')).toMatchObject({ contact: 'The blue door' });
  expect(await sealedFor('Carme')).toBeNull();

  await forAll.click();
  await save();
  expect(wishesOf('Ana')?.contact).toBe('The blue door');
  expect(await sealedFor('Biel')).toBeNull();

  await forAll.click();
  await save();
  expect(wishesOf('Ana')?.contact).toBe('');
  expect(await sealedFor('Biel')).toMatchObject({ contact: 'The blue door' });
});

test('the area as others here say it, and languages by a tap or from the list', async () => {
  await showMyself(village.placeOf('Biel'), { area: 'Mill Lane', languages: ['ar'] });
  const screen = await visit(village.as('Ana'), '/profile');
  await screen.getByText('Mill Lane').click();
  await expect
    .element(screen.getByRole('textbox', { name: 'Where you live, roughly' }))
    .toHaveValue('Mill Lane');
  await screen.getByText('Arabic').click();
  await screen
    .getByRole('combobox', { name: 'Another language' })
    .selectOptions('Catalan');
  await screen.getByRole('button', { name: 'Save' }).click();
  await expect.element(screen.getByText('Saved.')).toBeVisible();
  expect(seenBy('Biel')).toMatchObject({ area: 'Mill Lane', languages: ['ar', 'ca'] });

  await screen.getByRole('link', { name: 'Me', exact: true }).click();
  await screen.getByRole('link', { name: 'See yourself as others do' }).click();
  await expect.element(screen.getByText('Speaks Arabic and Catalan')).toBeVisible();
});
