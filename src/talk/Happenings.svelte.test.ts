import { assert, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Day, Minutes } from '@manyhands/base';
import { conversationWith } from '@manyhands/community';
import { giveHelp } from '@manyhands/community/hours';
import { peaceOf } from '@manyhands/community/safety';
import {
  agree,
  arrangementsOf,
  arrangementsRead,
  suggest,
} from '@manyhands/community/talk';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { sayInVillage } from '../specimen/talking.ts';
import { villageDay } from '../specimen/village.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');
const withBiel = () => `/talk/${village.memberOf('Biel')}`;
type Screen = Awaited<ReturnType<typeof visit>>;
const entry = (screen: Screen, name: RegExp) => screen.getByRole('button', { name });

/** The old address of Ana's newest hour, as messages name it. */
function addressOfHour(): string {
  const [hour] = ana().hours;
  assert(hour, 'there is one');
  return `/hour/${hour.transfer.proposal}/${hour.transfer.party}`;
}

async function bielPlans(day: Day | null = null) {
  const name = await postFor(village, 'Ana', 'Biel');
  const what = 'Cut the hedge';
  const plan = { what, day, minute: null, length: 60 as Minutes, where: '' };
  assert((await suggest(village.placeOf('Biel'), name, plan, '')).ok, 'he suggests it');
  return name;
}

const bielGives = () =>
  giveHelp(village.placeOf('Biel'), {
    with: village.memberOf('Ana'),
    iHelped: true,
    day: ana().today,
  });

describe('the address of one thing', () => {
  test('of an hour leads into the conversation: open, in sight, with the focus', async () => {
    await village.help('Ana', 'Biel', 60);
    for (let i = 0; i < 30; i += 1)
      await sayInVillage(village, 'Ana', 'Biel', `word ${i}`);
    const screen = await visit(ana(), addressOfHour());
    const hour = entry(screen, /^You helped Biel/);
    await expect.element(hour).toHaveFocus();
    await expect.element(hour).toHaveAttribute('aria-expanded', 'true');
    await expect.element(hour).toBeInViewport();
    await expect.element(screen.getByText('You can ask for 1 h.')).toBeVisible();
    expect(location.hash).toContain(`${withBiel()}/at/`);
    await expect.element(screen.getByLabelText('Write to Biel')).toBeVisible();
  });

  test('of a plan leads there too, and what waits is answered there', async () => {
    const { owner, listing, answerer } = await bielPlans();
    const screen = await visit(ana(), `/arrange/${owner}/${listing}/${answerer}`);
    await expect
      .element(screen.getByRole('heading', { name: 'Biel answers your card' }))
      .toHaveFocus();
    expect(location.hash).toContain(`${withBiel()}/at/`);
  });

  test('of a thing further back than is drawn draws what is before', async () => {
    await village.help('Ana', 'Biel', 60);
    for (let i = 0; i < 70; i += 1)
      await sayInVillage(village, 'Ana', 'Biel', `word ${i}`);
    const screen = await visit(ana(), addressOfHour());
    await expect.element(entry(screen, /^You helped Biel/)).toHaveFocus();
  });

  test('with somebody I have hidden, the hour stands alone, and can be answered', async () => {
    await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
    await sayInVillage(village, 'Biel', 'Ana', 'unwanted');
    await peaceOf(village.placeOf('Ana')).block(village.memberOf('Biel'));
    const screen = await visit(ana(), addressOfHour());
    await screen.getByRole('button', { name: 'Yes, that’s right' }).click();
    await expect.element(screen.getByText('You can ask for 1 h.')).toBeVisible();
    expect(screen.getByText('unwanted').elements()).toEqual([]);
    await expect
      .element(screen.getByRole('button', { name: 'Show Biel again' }))
      .toBeVisible();
    expect(conversationWith(ana(), village.memberOf('Biel'))).toEqual([]);
  });
});

test('one button is filled: what waits longest, and what is written before it', async () => {
  await bielPlans();
  await village.help('Ana', 'Biel', 30, { by: 'Biel', open: true });
  await bielGives();
  const screen = await visit(ana(), withBiel());
  const filled = () =>
    [...screen.container.querySelectorAll('.primary:not(:disabled)')].map((button) =>
      button.textContent.trim(),
    );
  await expect
    .element(screen.getByRole('button', { name: /^Yes/ }).nth(2))
    .toBeVisible();
  expect(filled()).toHaveLength(1);
  const [first] = screen.getByRole('button', { name: /^Yes/ }).elements();
  expect(first).toHaveClass('primary');
  await screen.getByLabelText('Write to Biel').fill('One moment');
  expect(filled()).toEqual(['Send']);
});

test('an hour that waits for a yes goes before one that could be recorded', async () => {
  await bielPlans(ana().today);
  await arrangementsRead(village.placeOf('Ana'));
  const [asked] = arrangementsOf(village.placeOf('Ana'));
  assert(asked && (await agree(village.placeOf('Ana'), asked)).ok, 'it suits her');
  village.goTo(villageDay + 1);
  await village.help('Biel', 'Ana', 60, { by: 'Biel', open: true });
  const screen = await visit(ana(), withBiel());
  await expect.element(screen.getByText('Did it happen with Biel?')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Yes, that’s right' }))
    .toHaveClass('primary');
  expect(screen.container.querySelectorAll('.primary:not(:disabled)')).toHaveLength(1);
});

test('one is open at a time, and a reload leads back to it', async () => {
  await village.help('Ana', 'Biel', 60, { daysAgo: 2 });
  await village.help('Biel', 'Ana', 30);
  const screen = await visit(ana(), withBiel());
  const [mine, his] = [entry(screen, /^You helped/), entry(screen, /^Biel helped/)];
  await mine.click();
  await expect.element(mine).toHaveAttribute('aria-expanded', 'true');
  await expect.element(screen.getByText(/you have both said yes/)).toBeVisible();
  await expect.element(mine).toBeInViewport();
  expect(location.hash).toContain('/at/');
  await his.click();
  await expect.element(his).toHaveAttribute('aria-expanded', 'true');
  await expect.element(mine).toHaveAttribute('aria-expanded', 'false');
  await his.click();
  await expect.element(his).toHaveAttribute('aria-expanded', 'false');
  expect(location.hash).not.toContain('/at/');
});

test('a gift that waits is said not to be so, with a way back; mine is taken back', async () => {
  await bielGives();
  const screen = await visit(ana(), withBiel());
  await screen.getByRole('button', { name: 'No, that’s not right' }).click();
  await expect
    .element(screen.getByText('Nothing has changed, and nobody is told.'))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Undo' }).click();
  await screen.getByRole('button', { name: 'Yes, that’s right' }).click();
  const gift = entry(screen, /^Biel helped you, today/);
  await expect.element(gift).toHaveFocus();
  await screen.getByRole('button', { name: 'Say “Thank you, Biel!”' }).click();
  await expect.element(screen.getByText('You thanked Biel')).toBeVisible();
  await screen.unmount();

  const theirs = await visit(village.as('Carme'), `/talk/${village.memberOf('Didac')}`);
  const given = await giveHelp(village.placeOf('Carme'), {
    with: village.memberOf('Didac'),
    iHelped: true,
    day: ana().today,
  });
  assert(given.ok, 'she says it');
  const asked = entry(theirs, /^You helped Didac, today/);
  await asked.click();
  await theirs.getByRole('button', { name: 'Take back' }).click();
  await expect.element(asked).not.toBeInTheDocument();
});
