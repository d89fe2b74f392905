import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { suggest } from '@manyhands/community/talk';
import { tellAbout } from '@manyhands/community/safety';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

test('what needs me stands on the first page, and is counted in the bar', async () => {
  const plan = { what: 'Hedge', day: null, minute: null, length: null, where: '' };
  const name = await postFor(village, 'Ana', 'Biel');
  await suggest(village.placeOf('Biel'), name, plan, 'I bring the ladder.');
  const about = { about: village.memberOf('Didac'), listing: null };
  const to = [village.memberOf('Ana')];
  await tellAbout(village.placeOf('Carme'), about, 'He never stops.', to);
  const screen = await visit(village.as('Ana'));

  await expect
    .element(screen.getByRole('link', { name: 'Today 2 wait for your answer' }))
    .toBeVisible();
  await expect.element(screen.getByText('I bring the ladder.')).toBeVisible();
  await screen.getByRole('button', { name: 'I have read it' }).click();
  await expect.element(screen.getByText('He never stops.')).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Yes, that suits me' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'What you have planned' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Today', exact: true }))
    .toBeVisible();
});

test('of whom I want to see nothing: off the board and the first page, until undone', async () => {
  await postFor(village, 'Biel', 'Ana');
  await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
  const screen = await visit(village.as('Ana'), `/person/${village.memberOf('Biel')}`);
  await screen.getByRole('button', { name: 'More about Biel' }).click();
  await screen.getByRole('button', { name: 'Hide Biel' }).click();
  await expect.element(screen.getByText('You have hidden Biel.')).toBeVisible();
  await screen.getByRole('link', { name: 'Today', exact: true }).click();
  await expect.element(screen.getByText('Good morning, Ana')).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/Biel says/);

  location.hash = `#/p/${village.as('Ana').address}/data`;
  await screen.getByRole('button', { name: 'Show Biel again' }).click();
  location.hash = `#/p/${village.as('Ana').address}/home`;
  await expect.element(screen.getByText(/Biel says/)).toBeVisible();
});

test('who is shown again is said to be, and no longer said to be hidden', async () => {
  const screen = await visit(village.as('Ana'), `/person/${village.memberOf('Biel')}`);
  await screen.getByRole('button', { name: 'More about Biel' }).click();
  await screen.getByRole('button', { name: 'Hide Biel' }).click();
  await expect
    .element(screen.getByText('Biel is hidden, for you alone.'))
    .toBeVisible();

  await screen.getByRole('button', { name: 'Show Biel again' }).click();

  await expect.element(screen.getByText('You can see Biel again.')).toBeVisible();
  await expect
    .element(screen.getByText('Biel is hidden, for you alone.'))
    .not.toBeInTheDocument();
});

test('what somebody asks who has left says so, and is put away: nothing counts', async () => {
  await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
  await village.as('Biel').leaving.say();
  const screen = await visit(village.as('Ana'));

  await expect
    .element(screen.getByText('The person who asks this has left.'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Something’s different' }))
    .not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Put it away' }).click();

  await expect
    .element(screen.getByText('Put away. No hours have changed.'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Today', exact: true }))
    .toBeVisible();
  expect(village.as('Ana').waiting).toEqual([]);
  expect(village.as('Ana').balance).toBe(0);
  expect(village.as('Ana').together.exchanges).toBe(0);
});

test('what waits for somebody who has left says so, and is taken back', async () => {
  await village.help('Ana', 'Biel', 60, { open: true });
  await village.as('Biel').leaving.say();
  const screen = await visit(village.as('Ana'));
  await expect.element(screen.getByText('The other person has left')).toBeVisible();
  await screen.getByRole('button', { name: 'Take back' }).click();
  await expect
    .element(screen.getByText('Taken back. No hours have changed.'))
    .toBeVisible();
  expect(village.as('Ana').asked).toEqual([]);
  expect(village.as('Ana').balance).toBe(0);
});
