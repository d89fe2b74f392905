import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { blankListing, listingsOf, postListing } from '@manyhands/community/board';
import { decisionNotebookOf, sayCover, sayIKnow } from '@manyhands/community/decisions';
import {
  aboutPerson,
  asksAll,
  circleMatter,
  look,
  says,
  threeVoices,
} from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage, villageDay } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
const id = (who: string) => village.memberOf(who);

/** Four have a say; Ana and Biel are the circle, and it takes both. */
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { voice: 1, ago: 40 });
  await threeVoices(village);
  await sayIKnow(village.placeOf('Ana'), id('Didac'));
  const matter = circleMatter(2, [id('Ana'), id('Biel')]);
  const circle = await asksAll(village, 'Ana', matter);
  for (const who of ['Biel', 'Carme']) await says(village, who, circle);
  await look(village, 'Ana', 'Biel', 'Carme', 'Didac');
  village.goTo(villageDay + 7);
});

test('the circle pauses somebody from their menu, who reads why, and noes lift it', async () => {
  const ana = await visit(village.as('Ana'), `/person/${id('Didac')}`);
  await ana.getByRole('button', { name: 'More about Didac' }).click();
  await ana.getByRole('link', { name: 'Ask for a pause of Didac' }).click();
  await ana.getByLabelText('Why?').fill('Shouts at the door.');
  await ana.getByRole('button', { name: 'Ask for it' }).click();
  await expect
    .element(ana.getByRole('heading', { name: 'Shall Didac be paused?' }))
    .toBeVisible();
  await ana.unmount();

  const biel = await visit(village.as('Biel'), '/decisions');
  await biel.getByRole('link', { name: 'Shall Didac be paused?' }).click();
  await biel.getByRole('button', { name: 'Yes' }).click();
  await expect.element(biel.getByText('You said yes')).toBeVisible();
  await biel.unmount();

  const didac = await visit(village.as('Didac'));
  await expect.element(didac.getByText(/^You are paused until .+ 2026$/)).toBeVisible();
  await didac.getByRole('link', { name: 'See who asked, and why' }).click();
  await expect.element(didac.getByText('Shouts at the door.').first()).toBeVisible();
  await didac.getByRole('button', { name: 'No', exact: true }).click();
  await expect.element(didac.getByText('You said no')).toBeVisible();
  await didac.unmount();

  const carme = await visit(village.as('Carme'), `/person/${id('Didac')}`);
  await expect.element(carme.getByText(/^Didac is paused until/)).toBeVisible();
  await carme.getByRole('link', { name: 'See who asked, and why' }).click();
  await carme.getByRole('button', { name: 'No', exact: true }).click();
  await expect.element(carme.getByText('2 say no')).toBeVisible();
  await carme.unmount();

  const again = await visit(village.as('Didac'));
  await expect.element(again.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(again.getByText(/^You are paused/)).not.toBeInTheDocument();
});

test('who is not of the circle finds no pause in the menu', async () => {
  const screen = await visit(village.as('Carme'), `/person/${id('Didac')}`);
  await screen.getByRole('button', { name: 'More about Didac' }).click();
  await expect.element(screen.getByText('Introduce Didac to someone')).toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Ask for a pause of Didac' }))
    .not.toBeInTheDocument();
});

test('a covered card is shown by one tap', async () => {
  const draft = blankListing('offer', village.placeOf('Didac').today());
  await postListing(village.placeOf('Didac'), { ...draft, title: 'Fireworks' });
  const [card] = listingsOf(village.placeOf('Carme'));
  if (!card) throw new Error('it hangs');
  await sayCover(village.placeOf('Ana'), card.entry, true);
  const ana = await visit(
    village.as('Biel'),
    `/listing/${card.member}/${card.listing.listing}`,
  );
  await ana.getByRole('button', { name: 'Cover this card' }).click();
  await expect
    .element(ana.getByRole('button', { name: 'Do not cover it' }))
    .toBeVisible();
  await ana.unmount();
  const board = await visit(village.as('Carme'), '/board');
  await board.getByRole('link', { name: 'The circle has covered this card' }).click();
  const title = board.getByRole('heading', { name: 'Fireworks' });
  await expect.element(board.getByRole('button', { name: 'Show it' })).toBeVisible();
  await expect.element(title).not.toBeInTheDocument();
  await board.getByRole('button', { name: 'Show it' }).click();
  await expect.element(title).toBeVisible();
});

test('a pause that all decided waits seven days on this phone, and says so', async () => {
  const motion = await asksAll(village, 'Ana', aboutPerson(id('Didac'), 'paused'));
  await says(village, 'Carme', motion);
  await says(village, 'Didac', motion);
  await decisionNotebookOf(village.placeOf('Ana')).look();
  const screen = await visit(village.as('Ana'), `/decision/${motion}`);
  await expect
    .element(screen.getByText(/^This phone acts on it from .+ 2026/))
    .toBeVisible();
});
