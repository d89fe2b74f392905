import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  askToWrite,
  behalfOf,
  endAgent,
  layDown,
  takeUp,
} from '@manyhands/community/agents';
import { recordHelp } from '@manyhands/community/hours';
import { makeKit, newWords } from '@manyhands/community/recovery';
import type { Minutes } from '@manyhands/base';
import { done } from '../../packages/community/src/testing/results.ts';
import { behalfAddress } from '@manyhands/community/opened';
import { cutOff } from '../specimen/cutOff.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);

/** Carme has asked Biel, and he said yes. */
async function bielWrites(): Promise<void> {
  done(await askToWrite(at('Carme'), id('Biel'), null));
  done(await takeUp(at('Biel'), id('Carme')));
}

test('a neighbour is chosen and asked, and what they may is said before', async () => {
  const screen = await visit(village.as('Carme'), '/carers');
  await screen.getByRole('button', { name: 'Ask a neighbour' }).click();
  await screen.getByText('Biel', { exact: true }).click();
  await expect.element(screen.getByText(/but no message to you/)).toBeVisible();
  await screen.getByRole('button', { name: 'Ask Biel' }).click();
  await expect
    .element(screen.getByText('You have asked Biel. There is no answer yet.'))
    .toBeVisible();
});

test('whoever is asked says yes or no where they start, and can change their mind', async () => {
  done(await askToWrite(at('Carme'), id('Biel'), null));
  const screen = await visit(village.as('Biel'));
  await screen.getByRole('button', { name: 'No, I would rather not' }).click();
  await expect.element(screen.getByText(/Carme is told/)).toBeVisible();
  await expect
    .element(screen.getByText('Carme asks you to write for them'))
    .not.toBeInTheDocument();
  location.hash = `#/p/${village.as('Biel').address}/agents`;
  await screen.getByRole('button', { name: 'Write for Carme after all' }).click();
  await expect.element(screen.getByRole('link', { name: /^Carme/ })).toBeVisible();
  await screen.getByRole('link', { name: /^Carme/ }).click();
  await screen.getByRole('button', { name: 'I no longer write for Carme' }).click();
  await expect
    .element(screen.getByText('You do not write for them any more'))
    .toBeVisible();
});

test('who asked reads yes, no longer and no where they start, until they have seen it', async () => {
  await bielWrites();
  const screen = await visit(village.as('Carme'));
  await expect
    .element(screen.getByRole('heading', { name: 'Biel writes for you now' }))
    .toBeVisible();
  await screen.getByRole('button', { name: 'I have seen it' }).click();
  await expect
    .element(screen.getByText('Biel writes for you now'))
    .not.toBeInTheDocument();
  done(await layDown(at('Biel'), id('Carme')));
  await expect
    .element(screen.getByRole('heading', { name: 'Biel no longer writes for you' }))
    .toBeVisible();
  await screen.getByRole('button', { name: 'I have seen it' }).click();
  done(await askToWrite(at('Carme'), id('Ana'), null));
  done(await layDown(at('Ana'), id('Carme')));
  await expect
    .element(
      screen.getByRole('heading', { name: 'Ana would rather not write for you' }),
    )
    .toBeVisible();
  await expect.element(screen.getByText('You can ask somebody else.')).toBeVisible();
});

test('who wrote reads where they start that it has ended', async () => {
  await bielWrites();
  done(await endAgent(at('Carme'), id('Biel'), null));
  const screen = await visit(village.as('Biel'));
  await expect
    .element(screen.getByRole('heading', { name: 'You no longer write for Carme' }))
    .toBeVisible();
  await screen.getByRole('button', { name: 'I have seen it' }).click();
  await expect
    .element(screen.getByText('You no longer write for Carme'))
    .not.toBeInTheDocument();
});

test('what somebody has is read whole on a narrow phone by who writes for them', async () => {
  await page.viewport(320, 780);
  await bielWrites();
  const biel = village.as('Biel');
  const screen = await visit(biel);
  location.hash = `#/p/${behalfAddress(biel.membership.device, id('Carme'))}/home`;
  await expect.element(screen.getByText('You are writing for Carme.')).toBeVisible();
  await expect.element(screen.getByText(/^Carme has nothing to give/)).toBeVisible();
  expect(cutOff()).toEqual([]);
});

test('whoever writes for them no more is not told that they do', async () => {
  await bielWrites();
  const biel = village.as('Biel');
  const screen = await visit(biel);
  location.hash = `#/p/${behalfAddress(biel.membership.device, id('Carme'))}/home`;
  await expect.element(screen.getByText('You are writing for Carme.')).toBeVisible();
  done(await endAgent(at('Carme'), id('Biel'), null));
  await expect
    .element(screen.getByText('You do not write for them any more'))
    .toBeVisible();
  await expect
    .element(screen.getByText('You are writing for Carme.'))
    .not.toBeInTheDocument();
});

test('what was written for me is told, each with the way to put it right', async () => {
  await bielWrites();
  const help = { with: id('Ana'), iHelped: true, minutes: 120 as Minutes };
  const hers = done(await behalfOf(at('Biel'), id('Carme')));
  const rest = { day: at('Ana').today(), category: null, text: '', instead: null };
  done(await recordHelp(hers, { ...help, ...rest }));
  const screen = await visit(village.as('Carme'));
  // In one card with the yes that she has not seen yet.
  await expect
    .element(screen.getByRole('heading', { name: 'Biel writes for you now' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('heading', { name: 'Biel wrote this for you' }))
    .toBeVisible();
  await screen.getByRole('link', { name: 'That’s not right' }).click();
  await screen.getByRole('button', { name: 'Take back' }).click();
  await expect
    .element(screen.getByText('Taken back. No hours have changed.'))
    .toBeVisible();
  location.hash = `#/p/${village.as('Carme').address}/home`;
  await screen.getByRole('button', { name: 'I have seen it' }).click();
  await expect
    .element(screen.getByText('Biel wrote this for you'))
    .not.toBeInTheDocument();
});

test('with a page it is stopped by that, or at once without', async () => {
  const words = await newWords();
  done(await makeKit(at('Carme'), words));
  done(await askToWrite(at('Carme'), id('Biel'), words));
  done(await takeUp(at('Biel'), id('Carme')));
  const screen = await visit(village.as('Carme'), '/carers');
  await screen.getByRole('button', { name: 'Biel no longer writes for me' }).click();
  await expect
    .element(screen.getByText('That phone can then never be asked again.'))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Stop it now, without the page' }).click();
  await expect.element(screen.getByText(/You have stopped it/)).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Make sure with my page' }))
    .toBeVisible();
});

test('all see on somebody’s page who also writes for them', async () => {
  await bielWrites();
  const screen = await visit(village.as('Ana'), `/person/${id('Carme')}`);
  await expect.element(screen.getByText('Biel also writes for Carme.')).toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Write for Carme' }))
    .not.toBeInTheDocument();
});

test('whoever writes finds the way there on the page of whom they write for', async () => {
  await bielWrites();
  const screen = await visit(village.as('Biel'), `/person/${id('Carme')}`);
  await screen.getByRole('link', { name: 'Write for Carme' }).click();
  await expect.element(screen.getByText('Carme’s hours')).toBeVisible();
});
