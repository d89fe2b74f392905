import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { categoryCode, sayWishes, showMyself } from '@manyhands/community/people';
import { blankListing, postListing } from '@manyhands/community/board';
import { meetingsOf } from '@manyhands/community/talk';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

const [garden, lift, food] = (['garden', 'lift', 'food'] as const).map(
  categoryCode,
) as [number, number, number];
let village: ScreenVillage;
const place = (name: string) => village.placeOf(name);

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  await showMyself(place('Ana'), { skills: [lift], languages: ['ar', 'ca'] });
  await sayWishes(place('Ana'), { categories: [garden] });
});

const post = (name: string, kind: 'offer' | 'need', category: number, title: string) =>
  postListing(place(name), {
    ...blankListing(kind, place(name).today()),
    category,
    title,
  });

test('who fits, with a reason from what both have said; who does not fit is not there', async () => {
  await showMyself(place('Biel'), { skills: [garden], languages: ['ar'] });
  await sayWishes(place('Biel'), { categories: [lift] });
  await showMyself(place('Carme'), { skills: [food], languages: ['ca'] });
  await post('Didac', 'need', lift, 'To the market');
  const screen = await visit(village.as('Ana'), '/people');
  await screen.getByRole('link', { name: '2 neighbours fit with you' }).click();

  const both = screen.getByRole('article', { name: 'Both ways' });
  await expect
    .element(both)
    .toHaveTextContent(
      'You both speak Arabic; Biel can help with garden and would like lifts.',
    );
  await expect
    .element(screen.getByRole('article', { name: 'You could help them' }))
    .toHaveTextContent('Didac would like lifts.');
  await expect.element(screen.getByText('Carme')).not.toBeInTheDocument();

  await both.getByRole('link', { name: /Biel/ }).click();
  await expect
    .element(screen.getByText('You both speak Arabic; Biel can'))
    .toBeVisible();
});

test('whoever has said nothing is asked for it; nobody fits without a reason', async () => {
  const screen = await visit(village.as('Didac'), '/matches');
  await expect
    .element(screen.getByText('Say what you can do, and what would help you'))
    .toBeVisible();
  await screen.getByRole('link', { name: 'Change what others see' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'What others see of you' }))
    .toBeVisible();
});

test('beneath a need: what I could do about it', async () => {
  const posted = await post('Biel', 'need', lift, 'To the market');
  if (!posted.ok) throw new Error('not posted');
  const path = `/listing/${village.memberOf('Biel')}/${posted.value}`;
  const ana = await visit(village.as('Ana'), path);
  await expect
    .element(ana.getByText('help: it is one of the things you can do.'))
    .toBeVisible();
});

test('somebody I know can do it: I bring the two together, and they meet with a tap each', async () => {
  await village.help('Ana', 'Carme', 60);
  const posted = await post('Biel', 'need', lift, 'To the market');
  if (!posted.ok) throw new Error('not posted');
  const path = `/listing/${village.memberOf('Biel')}/${posted.value}`;
  const carme = await visit(village.as('Carme'), path);
  await carme.getByRole('button', { name: 'Introduce Ana to Biel' }).click();
  await carme
    .getByRole('textbox', { name: 'Why? One line is enough' })
    .fill('Same road, same hour');
  await carme.getByRole('button', { name: 'Tell them both' }).click();
  await expect.element(carme.getByText('Biel and Ana will both see it.')).toBeVisible();

  const ana = await visit(village.as('Ana'), '/home');
  const card = ana.getByRole('article', { name: 'Carme thinks you two should meet' });
  await expect.element(card).toHaveTextContent('Same road, same hour');
  await expect.element(card).toHaveTextContent('Biel would like lifts.');
  await card.getByRole('button', { name: 'Yes, gladly' }).click();
  await expect.element(card).toHaveTextContent('Biel has not answered yet');

  const bielMeetings = meetingsOf(place('Biel'));
  await bielMeetings.settled();
  const [asked] = bielMeetings.mine;
  if (!asked) throw new Error('Biel is not asked');
  await bielMeetings.sayYes(asked);
  await expect.element(card).toHaveTextContent('You have both said yes.');
  await card.getByRole('button', { name: 'Close' }).click();
  await expect.element(card).not.toBeInTheDocument();
  await ana.getByRole('button', { name: 'Undo' }).click();
  await expect.element(card).toBeVisible();
});

test('on somebody’s page they are introduced to one that I choose', async () => {
  const screen = await visit(village.as('Ana'), `/person/${village.memberOf('Biel')}`);
  await screen.getByRole('button', { name: 'More about Biel' }).click();
  await screen.getByRole('button', { name: 'Introduce Biel to someone' }).click();
  const tell = screen.getByRole('button', { name: 'Tell them both' });
  await expect.element(tell).toBeDisabled();
  await screen.getByLabelText('Who should meet Biel?').selectOptions('Carme');
  await tell.click();
  await expect
    .element(screen.getByText('Biel and Carme will both see it.'))
    .toBeVisible();
  const meetings = meetingsOf(place('Carme'));
  await meetings.settled();
  expect(meetings.mine).toMatchObject([{ other: village.memberOf('Biel') }]);
});

test('a new card of a kind I wait for is told until I have seen it', async () => {
  const screen = await visit(village.as('Ana'), '/matches');
  await screen.getByText('Tell me about new cards').click();
  await screen.getByText('Food').click();
  await post('Biel', 'offer', food, 'Sunday bread');
  const news = screen.getByRole('article', { name: 'New on the board for you' });
  await expect.element(news).toHaveTextContent('Sunday bread');
  await news.getByRole('button', { name: 'Seen' }).click();
  await expect.element(news).not.toBeInTheDocument();
});

test('helped twice in a row, one hears who could use one; put off, it is quiet', async () => {
  await village.help('Biel', 'Ana', 60, { daysAgo: 2 });
  await village.help('Carme', 'Ana', 60, { daysAgo: 1 });
  await sayWishes(place('Didac'), { categories: [lift] });
  const screen = await visit(village.as('Ana'), '/home');
  const nudge = screen.getByRole('article', { name: 'You have been helped lately' });
  // One is asked for one thing at a time: safe hours first.
  const later = screen.getByRole('button', { name: 'Later', exact: true });
  await expect.element(later).toBeVisible();
  await expect.element(nudge).not.toBeInTheDocument();
  await later.click();
  await expect.element(nudge).toHaveTextContent('Didac would like lifts.');
  await nudge.getByRole('button', { name: 'Not now' }).click();
  await expect.element(nudge).not.toBeInTheDocument();
  const again = await visit(village.as('Ana'), '/home');
  await expect.element(again.getByText('You can give back').first()).toBeVisible();
  await expect.element(nudge).not.toBeInTheDocument();
});

test('new ties stand on the page of us all', async () => {
  await village.help('Biel', 'Ana', 60, { daysAgo: 2 });
  const screen = await visit(village.as('Ana'), '/us');
  const ties = screen.getByRole('article', { name: 'New ties' });
  await expect.element(ties).toHaveTextContent('1 pair of neighbours has helped');
  await expect
    .element(ties)
    .toHaveTextContent('1 for the first time in the last 30 days');
});
