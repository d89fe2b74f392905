import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Day, ListingId, Minutes } from '@manyhands/base';
import type { ArrangementName, Plan } from '@manyhands/ledger';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  callOff,
  suggest,
} from '@manyhands/community/talk';
import { blankListing } from '@manyhands/community/board';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { TurnedAlarm } from '../specimen/turnedAlarm.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { forThat } from './forThat.ts';

let village: ScreenVillage;
let name: ArrangementName;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
  name = await postFor(village, 'Ana', 'Biel');
});

const at = () => `/arrange/${name.owner}/${name.listing}/${name.answerer}`;
const today = () => village.as('Ana').today;
const plan = (changed: Partial<Plan> = {}): Plan => ({
  what: 'Cut the hedge',
  day: (today() + 1) as Day,
  minute: 570,
  length: 90 as Minutes,
  where: 'By the canal',
  ...changed,
});
const seenBy = async (who: string) => {
  await arrangementsRead(village.placeOf(who));
  const found = arrangementNamed(village.placeOf(who), name);
  if (!found) throw new Error('they have spoken of it');
  return found;
};

test('a need is answered with what it says already, and the other one is asked', async () => {
  const screen = await visit(village.as('Biel'), at());
  await expect
    .element(screen.getByRole('heading', { name: 'Offer Ana your help' }))
    .toHaveFocus();
  await expect.element(screen.getByLabelText('What?')).toHaveValue('Cut the hedge');
  await expect.element(screen.getByLabelText('Where?')).toHaveValue('By the canal');
  await screen.getByText('Tomorrow').click();
  await screen.getByLabelText('At what time?').fill('14:30');
  await screen.getByLabelText('A note to Ana').fill('I bring the ladder.');
  await screen.getByRole('button', { name: 'Ask Ana' }).click();

  await expect.element(screen.getByText('Waiting for Ana')).toBeVisible();
  await expect.element(screen.getByText('Tomorrow, 14:30')).toBeVisible();
  expect(await seenBy('Ana')).toMatchObject({
    stage: 'asked',
    plan: { minute: 870, length: 60, day: today() + 1 },
    theirSaying: 'I bring the ladder.',
  });
});

test('a thing is asked for without how long it takes', async () => {
  const { terms } = blankListing('thing', village.as('Ana').today);
  const thing = {
    listing: '2c'.repeat(16) as ListingId,
    kind: 'thing' as const,
    terms,
  };
  name = await postFor(village, 'Ana', 'Biel', { ...thing, title: 'A ladder' });
  const screen = await visit(village.as('Biel'), at());
  await expect.element(screen.getByLabelText('What?')).toHaveValue('A ladder');
  expect(screen.getByText('About how long?').elements()).toEqual([]);
  await screen.getByRole('button', { name: 'Ask Ana' }).click();
  await expect.element(screen.getByText('Waiting for Ana')).toBeVisible();
  expect(await seenBy('Ana')).toMatchObject({ stage: 'asked', plan: { length: null } });
});

test('a yes agrees; the calendar and the hours are at hand', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), 'I bring the ladder.');
  const screen = await visit(village.as('Ana'), at());
  await expect.element(screen.getByText('Biel answers your card')).toBeVisible();
  await screen.getByRole('button', { name: 'Yes, that suits me' }).click();
  await expect.element(screen.getByText('You have agreed')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Add it to my calendar' }))
    .toBeVisible();
  expect((await seenBy('Biel')).stage).toBe('agreed');
});

test('“You have agreed” stands in one line above the bar, and goes by itself', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), '');
  const alarm = new TurnedAlarm();
  const screen = await visit(village.as('Ana'), '/home', alarm);
  await screen.getByRole('button', { name: 'Yes, that suits me' }).click();
  const sentence = screen.getByRole('status').getByText('You have agreed');
  await expect.element(sentence).toBeVisible();
  const toast = sentence.element().closest('.toast')?.getBoundingClientRect();
  const lean = screen.container.querySelector('nav .add .icon');
  expect(toast?.height).toBeLessThan(64);
  expect(toast?.bottom).toBeLessThan(lean?.getBoundingClientRect().top ?? 0);
  expect(toast?.left).toBeGreaterThanOrEqual(0);
  expect(toast?.right).toBeLessThanOrEqual(360);

  alarm.pass(6_000);
  await expect.element(sentence).not.toBeInTheDocument();
});

test('something else is suggested, and the same once more is not', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), '');
  const screen = await visit(village.as('Ana'), at());
  await screen.getByRole('button', { name: 'Change or say no' }).click();
  await screen.getByRole('link', { name: 'Suggest something else' }).click();
  await screen.getByRole('button', { name: 'Suggest it to Biel' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/Change something/);
  await screen.getByLabelText('At what time?').fill('18:00');
  await screen.getByRole('button', { name: 'Suggest it to Biel' }).click();
  await expect.element(screen.getByText('Waiting for Biel')).toBeVisible();
  expect(await seenBy('Biel')).toMatchObject({
    stage: 'changed',
    plan: { minute: 1_080 },
  });
});

test('what is given for a thing is changed by itself, and stands as a swap', async () => {
  const what = forThat('A tent', 'A bike');
  await suggest(village.placeOf('Biel'), name, plan({ what, length: null }), '');
  const screen = await visit(village.as('Ana'), at());
  await expect.element(screen.getByText('A tent · in return: A bike')).toBeVisible();
  await screen.getByRole('button', { name: 'Change or say no' }).click();
  await screen.getByRole('link', { name: 'Suggest something else' }).click();
  await expect.element(screen.getByLabelText('What?')).toHaveValue('A tent');
  await expect.element(screen.getByLabelText('In return')).toHaveValue('A bike');
  await screen.getByLabelText('In return').fill('A kite');
  await screen.getByRole('button', { name: 'Suggest it to Biel' }).click();
  await expect.element(screen.getByText('Waiting for Biel')).toBeVisible();
  expect(await seenBy('Biel')).toMatchObject({
    plan: { what: forThat('A tent', 'A kite') },
  });
});

test('called off with one tap, no reason asked; once more begins anew', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), '');
  await agree(village.placeOf('Ana'), await seenBy('Ana'));
  const screen = await visit(village.as('Ana'), at());
  await screen.getByRole('button', { name: 'More…' }).click();
  await screen.getByRole('button', { name: 'Call it off' }).click();
  await expect
    .element(screen.getByText('You have called it off. No reason is needed.'))
    .toBeVisible();
  await screen.getByRole('link', { name: 'Plan it again' }).click();
  await screen.getByRole('button', { name: 'Suggest it to Biel' }).click();
  await expect.element(screen.getByText('Waiting for Biel')).toBeVisible();
  expect((await seenBy('Biel')).stage).toBe('asked');
});

test('the hours are written down as they were planned, and it is done', async () => {
  await suggest(village.placeOf('Biel'), name, plan({ day: today() }), '');
  await agree(village.placeOf('Ana'), await seenBy('Ana'));
  const screen = await visit(village.as('Biel'), at());
  await screen.getByRole('link', { name: 'Record the hours' }).click();
  await expect
    .element(screen.getByText(/You helped Ana, 1\sh\s30, today/))
    .toBeVisible();
  await expect
    .element(screen.getByLabelText('A note about it'))
    .toHaveValue('Cut the hedge');
  await screen.getByRole('button', { name: 'Ask Ana' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Ana has been asked' }))
    .toBeVisible();
  await expect.poll(async () => (await seenBy('Ana')).stage).toBe('done');
});

test('who was offered something is the one who was helped', async () => {
  const listing = '2c'.repeat(16) as ListingId;
  name = await postFor(village, 'Ana', 'Biel', { kind: 'offer', listing });
  await suggest(village.placeOf('Biel'), name, plan({ day: today() }), '');
  await agree(village.placeOf('Ana'), await seenBy('Ana'));
  const { id } = await seenBy('Biel');
  const screen = await visit(village.as('Biel'), `/record/draft/${id}`);
  await expect.element(screen.getByText(/Ana helped you, 1\sh\s30/)).toBeVisible();
});

test('what the other called off is said without a reason, and nothing waits', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), '');
  await callOff(village.placeOf('Biel'), await seenBy('Biel'));
  const screen = await visit(village.as('Ana'), at());
  await expect
    .element(screen.getByText('Biel has called it off. No reason is needed.'))
    .toBeVisible();
});

test('a third one who follows the address sees nothing', async () => {
  await suggest(village.placeOf('Biel'), name, plan(), '');
  const screen = await visit(village.as('Carme'), at());
  await expect
    .element(screen.getByRole('heading', { name: 'This is not here yet' }))
    .toBeVisible();
});
