import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { err } from '@manyhands/base';
import { addReadyCards, myListings } from '@manyhands/community/board';
import { categoryCode } from '@manyhands/community/people';
import { hashOf } from '../phone/route.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
const ana = () => village.as('Ana');
const mine = () => myListings(ana().place).map(({ listing }) => listing);

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  const kinds = ['lift', 'garden', 'pets', 'food'] as const;
  await addReadyCards(ana().place.notes, kinds.map(categoryCode));
});

test('one tap pins a whole card, and undo takes it down and has it ready again', async () => {
  const screen = await visit(ana());
  const ready = screen.getByRole('region', { name: 'Pin with one tap' });
  await ready.getByRole('button', { name: 'Pin it: Give a lift' }).click();
  await expect.element(screen.getByText('On the board: Give a lift')).toBeVisible();
  await expect.element(ready.getByText('Give a lift')).not.toBeInTheDocument();
  expect(mine()).toMatchObject([
    { kind: 'offer', category: categoryCode('lift'), state: 'open' },
  ]);

  await screen.getByRole('button', { name: 'Undo' }).click();
  await expect.element(screen.getByText('On the board:')).not.toBeInTheDocument();
  await expect.poll(mine).toEqual([]);
  await expect.element(ready.getByText('Help in the garden')).toBeVisible();
});

test('what is put away is ready no more, unless it is undone; the board hears nothing', async () => {
  const screen = await visit(ana());
  const putAway = screen.getByRole('button', { name: 'Not now: Give a lift' });
  await putAway.click();
  await expect.element(putAway).not.toBeInTheDocument();
  expect(mine()).toEqual([]);
  await screen.getByRole('button', { name: 'Undo' }).click();
  await screen.getByRole('link', { name: '2 more under My cards' }).click();
  await expect.element(screen.getByRole('heading', { name: 'My cards' })).toBeVisible();
  await expect.element(putAway).toBeVisible();
});

test('nobody who has cards ready is told that they have none', async () => {
  const screen = await visit(ana(), '/cards');
  const putAway = screen.getByRole('button', { name: /^Not now:/ });
  await expect.element(putAway.first()).toBeVisible();
  const nothing = screen.getByText('You have no cards yet');
  await expect.element(nothing).not.toBeInTheDocument();
  for (let left = 4; left > 0; left--) {
    await putAway.first().click();
    await expect.poll(() => putAway.elements().length).toBe(left - 1);
  }
  await expect.element(nothing).toBeVisible();
});

test('a change opens the composer filled in, and what comes of it is ready no more', async () => {
  const screen = await visit(ana(), '/cards');
  const change = screen.getByRole('link', { name: 'Change: Cook for others' });
  await change.click();
  await expect.element(screen.getByRole('radio', { name: 'I can help' })).toBeChecked();
  await expect.element(screen.getByRole('radio', { name: 'Food' })).toBeChecked();
  // Also when it becomes something else.
  await screen.getByRole('button', { name: 'Another kind' }).click();
  await screen.getByText('Company', { exact: true }).click();
  await screen.getByRole('textbox', { name: 'In a few words' }).fill('Soup on Fridays');
  await screen.getByRole('button', { name: 'Pin it to the board' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Soup on Fridays' }))
    .toBeVisible();
  location.hash = hashOf({ name: 'cards', place: ana().address });
  await expect.element(screen.getByText('Help in the garden')).toBeVisible();
  await expect.element(change).not.toBeInTheDocument();
});

test('a disk that does not answer shows nothing here, and what is ready once it does', async () => {
  const { place } = ana();
  const read = place.notes.get.bind(place.notes);
  let isSilent = true;
  const asked = vi
    .spyOn(place.notes, 'get')
    .mockImplementation((name) =>
      isSilent && name === 'ready'
        ? Promise.resolve(err({ type: 'StoreLost', why: 'it is silent' }))
        : read(name),
    );
  const screen = await visit(ana());
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  const ready = screen.getByRole('region', { name: 'Pin with one tap' });
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith('ready'));
  await expect.element(ready).not.toBeInTheDocument();
  isSilent = false;
  place.tell('disk');
  await expect.element(ready.getByText('Give a lift')).toBeVisible();
});
