/** The first page answers "what now?", and the button in the middle opens three doors. */
import type { Locator } from '@playwright/test';
import { axe } from '../axe.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'Today of a new member: what waits, what fits with its reason, who is new, on one screen',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await asksForAHandInTheGarden(ana);

    const biel = await world.neighbour('Biel');
    await biel.opens(await ana.invites());
    await biel.write('What is your name?', 'Biel');
    await biel.press('Go on');
    await biel.tap(biel.page.getByText('Help in the garden', { exact: true }));
    await biel.press('Go on');
    await biel.press('Join');
    await biel.isLetIn();

    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await offersALift(carme);
    await ana.reads('Carme has joined.');
    await ana.saysHelped({ with: 'Biel' });

    await biel.page.setViewportSize({ width: 360, height: 780 });
    await biel.goesHome();
    const { page } = biel;
    const waits = page.getByRole('button', { name: 'Yes, that’s right' });
    const fits = page.getByRole('region', { name: 'On the board for you' });
    const hello = page.getByRole('link', { name: 'Say hello to Carme' });
    await expect(waits).toBeVisible();
    await expect(fits).toContainText('Ana · You can do this.');
    await expect(fits).toContainText('Carme · New on the board.');
    await expect(hello).toBeVisible();
    // Once what comes later has its place, too.
    await expect(async () => {
      const ends = await Promise.all([waits, fits, hello].map(endOf));
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(ends[2]).toBeLessThan(780);
    }).toPass();
    expect(await axe(page)).toEqual([]);

    // Each leads on: to the person, to the card, to all hours, to oneself.
    await biel.tap(hello);
    await biel.isAt('Carme');
    await biel.goesHome();
    await biel.follow('A hand in the garden');
    await biel.isAt('A hand in the garden');
    await biel.goesTo('Me');
    await biel.isAt('Me');
    expect(await axe(page)).toEqual([]);
    await biel.follow('My profile');
    await biel.isAt('What others see of you');
    await biel.follow('Back');
    await biel.isAt('Me');
    await biel.goesTo('People');
    await biel.reads('3 members');
    expect(await axe(page)).toEqual([]);
    await biel.follow('All about Riverside');
    await biel.reads('Our agreement');
  },
);

async function asksForAHandInTheGarden(ana: Neighbour): Promise<void> {
  await ana.goesTo('Add');
  await ana.isAt('What would you like to add?');
  expect(await axe(ana.page)).toEqual([]);
  await ana.follow('Ask for something');
  await expect(ana.page.getByRole('radio', { name: 'I could use help' })).toBeChecked();
  await ana.choose('Garden');
  await ana.press('Pin it to the board');
  await ana.isAt('A hand in the garden');
}

/** By keyboard alone; going back closes what was opened. */
async function offersALift(carme: Neighbour): Promise<void> {
  const { page } = carme;
  await page
    .getByRole('navigation', { name: 'Main menu' })
    .getByRole('link', { name: 'Add' })
    .focus();
  await carme.strikes('Enter');
  await carme.isAt('What would you like to add?');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/add/);
  await carme.goesTo('Add');
  await page.getByRole('link', { name: 'Offer something' }).focus();
  await carme.strikes('Enter');
  await expect(page.getByRole('radio', { name: 'I can help' })).toBeChecked();
  await carme.choose('Lifts');
  await carme.press('Pin it to the board');
  await carme.isAt('Give a lift');
}

/** How far down the page something ends. */
const endOf = (shown: Locator): Promise<number> =>
  shown.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
