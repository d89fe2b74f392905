import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Minutes } from '@manyhands/base';
import { keepDecisionsNoted } from '@manyhands/community/decisions';
import { keepAgreed } from '@manyhands/community/people';
import {
  asksAll,
  limitMatter,
  says,
  threeVoices,
  wordsMatter,
} from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

const words = 'An hour is an hour. Nobody has to say why they say no.';
let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { words, voice: 1, ago: 40 });
  await threeVoices(village);
  keepDecisionsNoted(village.placeOf('Ana'));
});

test('Ana asks about the limit by taps, and Biel’s yes changes it for everybody', async () => {
  const ana = await visit(village.as('Ana'), '/people');
  await ana.getByRole('link', { name: 'What we decide' }).click();
  await expect.element(ana.getByText('Nothing is open')).toBeVisible();
  await ana.getByRole('link', { name: 'Ask everyone' }).click();
  await ana.getByRole('link', { name: 'How far behind one can be' }).click();
  const hours = ana.getByLabelText('How many hours?');
  await expect.element(hours).toHaveValue('10');
  await hours.fill('many');
  await ana.getByRole('button', { name: 'Ask everyone' }).click();
  await expect
    .element(ana.getByText('Please write a number of hours, such as 10.'))
    .toBeVisible();
  await hours.fill('5');
  await ana.getByLabelText('What is it for?').fill('Ten is a lot.');
  await ana.getByRole('button', { name: 'Ask everyone' }).click();
  const title = 'Can each of us be up to 5\u00a0h behind before a reminder?';
  await expect.element(ana.getByRole('heading', { name: title })).toBeVisible();
  await expect.element(ana.getByText('1 of 3 says yes; 2 are needed')).toBeVisible();
  await expect.element(ana.getByText('Ten is a lot.').first()).toBeVisible();
  await ana.unmount();

  const biel = await visit(village.as('Biel'), '/decisions');
  await expect
    .element(biel.getByText('1 of 3 says yes; 2 are needed · Your word is missing'))
    .toBeVisible();
  await biel.getByRole('link', { name: title }).click();
  await expect.element(biel.getByText('up to 10\u00a0h behind')).toBeVisible();
  await biel.getByRole('button', { name: 'Yes' }).click();
  await expect.element(biel.getByText('You said yes')).toBeVisible();
  // What it was from the start stands beside what holds.
  await expect.element(biel.getByText('Before', { exact: true })).toBeVisible();
  await expect.element(biel.getByText('up to 10\u00a0h behind')).toBeVisible();
  await biel.unmount();

  const didac = await visit(village.as('Didac'), '/us');
  await expect
    .element(didac.getByText('You can be 5\u00a0h behind before anyone is reminded'))
    .toBeVisible();
});

test('a word is changed, and what held before stands among the earlier ones', async () => {
  const first = await asksAll(village, 'Ana', limitMatter(300));
  await says(village, 'Biel', first);
  const second = await asksAll(village, 'Carme', limitMatter(420));
  const screen = await visit(village.as('Ana'), `/decision/${second}`);
  await expect.element(screen.getByText('This would take the place of:')).toBeVisible();
  await screen.getByRole('button', { name: 'Yes' }).click();
  await expect.element(screen.getByText('Holds since today')).toBeVisible();
  await screen.getByRole('button', { name: 'No', exact: true }).click();
  await expect.element(screen.getByText('You said no')).toBeVisible();
  await expect.element(screen.getByText('Not enough say yes so far.')).toBeVisible();
  await says(village, 'Ana', second);
  await screen.unmount();
  const list = await visit(village.as('Ana'), '/decisions');
  await expect.element(list.getByText('Something else holds now.')).toBeVisible();
});

test('what a later app asks, of rooms and of the report, is read in whole sentences', async () => {
  const rule = { about: 'rule', account: null } as const;
  const days = await asksAll(village, 'Ana', { ...rule, key: 'roomDays', value: 365 });
  const report = await asksAll(village, 'Ana', { ...rule, key: 'licence', value: 2 });
  await says(village, 'Carme', days);
  await says(village, 'Carme', report);
  const list = await visit(village.as('Biel'), '/decisions');
  const kept = 'Shall words in rooms be kept for 365 days?';
  await expect.element(list.getByRole('link', { name: kept })).toBeVisible();
  await list.unmount();
  const screen = await visit(village.as('Biel'), `/decision/${report}`);
  const terms = 'anyone may use it who says where it is from (CC BY 4.0)';
  const asked = `Shall this hold for our yearly report: ${terms}?`;
  await expect.element(screen.getByRole('heading', { name: asked })).toBeVisible();
  await expect.element(screen.getByText(terms, { exact: true })).toBeVisible();
  await expect.element(screen.getByText('Nothing is settled.')).toBeVisible();
});

test('who has no say reads it all, and is told how to come by one', async () => {
  const motion = await asksAll(village, 'Ana', limitMatter(300));
  const screen = await visit(village.as('Didac'), `/decision/${motion}`);
  await expect.element(screen.getByText(/^You can read all of this\./)).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Yes' }))
    .not.toBeInTheDocument();
  await screen.unmount();
  const asking = await visit(village.as('Didac'), '/decide/limit');
  await expect
    .element(asking.getByText('You need a say to ask everyone'))
    .toBeVisible();
});

test('what is asked is told once on Today', async () => {
  await asksAll(village, 'Biel', limitMatter(300));
  const screen = await visit(village.as('Ana'));
  const news = screen.getByText('A question to all of us');
  await expect.element(news).toBeVisible();
  await screen.getByRole('button', { name: 'Not now' }).click();
  await expect.element(news).not.toBeInTheDocument();
  await screen.unmount();
  const again = await visit(village.as('Ana'));
  await expect.element(again.getByText('Ana', { exact: false }).first()).toBeVisible();
  await expect.element(news).not.toBeInTheDocument();
});

test('I know them: on their page, and offered after the second exchange', async () => {
  await village.help('Ana', 'Didac', 60);
  await village.help('Didac', 'Ana', 30);
  const today = await visit(village.as('Ana'));
  await expect
    .element(today.getByText('You and Didac have helped each other twice'))
    .toBeVisible();
  await today.unmount();
  const screen = await visit(village.as('Ana'), `/person/${village.memberOf('Didac')}`);
  await screen.getByRole('button', { name: 'I know Didac' }).click();
  await expect
    .element(screen.getByText('Didac has a say in what we decide.'))
    .toBeVisible();
});

test('the agreement shows what changed since my yes, and that I want to talk about it', async () => {
  const { notes } = village.placeOf('Ana');
  const agreed = { words, limit: 600 as Minutes, unit: 'hour' };
  await keepAgreed(notes, agreed, village.as('Ana').now);
  const value = 'An hour is an hour. We greet whoever is new.';
  const motion = await asksAll(village, 'Biel', wordsMatter(value));
  await says(village, 'Carme', motion);
  const screen = await visit(village.as('Ana'), '/agreement');
  await expect
    .element(screen.getByText(/Since then something has changed:$/))
    .toBeVisible();
  await expect
    .element(screen.getByText('We greet whoever is new.', { exact: true }))
    .toBeVisible();
  await expect
    .element(screen.getByText('Nobody has to say why they say no.', { exact: true }))
    .toBeVisible();
  const talk = screen.getByRole('link', { name: 'I want to talk about it' });
  await expect
    .element(talk)
    .toHaveAttribute('href', expect.stringContaining(village.memberOf('Biel')));
  await screen.getByRole('button', { name: 'I agree to this' }).click();
  await expect.element(screen.getByText(/^You agreed to it on/)).toBeVisible();
});

test('after the second exchange one is asked where the two are whether they know each other', async () => {
  const path = `/talk/${village.memberOf('Didac')}`;
  const offer = 'You and Didac have helped each other twice';
  await village.help('Ana', 'Didac', 60);
  const first = await visit(village.as('Ana'), path);
  await expect.element(first.getByText('You helped Didac').first()).toBeVisible();
  expect(first.container.textContent).not.toContain(offer);
  await first.unmount();
  await village.help('Didac', 'Ana', 30);
  const screen = await visit(village.as('Ana'), path);
  await expect.element(screen.getByText(offer)).toBeVisible();
  await screen.getByRole('button', { name: 'Not now' }).click();
  await expect.element(screen.getByText(offer)).not.toBeInTheDocument();
});
