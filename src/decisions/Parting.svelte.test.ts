/** [community/C24] all of us are asked whether somebody leaves: asked, told, held, lifted. */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sayIKnow } from '@manyhands/community/decisions';
import {
  aboutPerson,
  asksAll,
  look,
  says,
  threeVoices,
} from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage, villageDay } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

const everybody = ['Ana', 'Biel', 'Carme', 'Didac'];
let village: ScreenVillage;
const id = (who: string) => village.memberOf(who);

/** Four have a say: it takes three. */
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { voice: 1, ago: 40 });
  await threeVoices(village);
  await sayIKnow(village.placeOf('Ana'), id('Didac'));
  await look(village, ...everybody);
});

/** What Ana asked, and Biel and Carme said yes to; everybody's phone has seen it. */
async function decided() {
  const motion = await asksAll(
    village,
    'Ana',
    aboutPerson(id('Didac'), 'removed'),
    'Hits.',
  );
  for (const who of ['Biel', 'Carme']) await says(village, who, motion);
  await look(village, ...everybody);
  return motion;
}

test('it is asked from the menu, and not without a reason', async () => {
  const ana = await visit(village.as('Ana'), `/person/${id('Didac')}`);
  await ana.getByRole('button', { name: 'More about Didac' }).click();
  await ana.getByRole('link', { name: 'Ask whether Didac should leave us' }).click();
  await ana.getByRole('button', { name: 'Ask for it' }).click();
  await expect.element(ana.getByRole('alert')).toHaveTextContent('Please write why.');
  await ana.getByLabelText('Why?').fill('Hits.');
  await ana.getByRole('button', { name: 'Ask for it' }).click();
  await expect
    .element(ana.getByRole('heading', { name: 'Shall Didac leave our community?' }))
    .toBeVisible();
});

test('asked of everyone, who it is about is chosen first, and goes nowhere in passing', async () => {
  const ana = await visit(village.as('Ana'), '/decide');
  await ana.getByRole('link', { name: 'Somebody leaves us' }).click();
  const goOn = ana.getByRole('button', { name: 'Go on' });
  await expect.element(goOn).toBeDisabled();
  const didac = ana.getByRole('radio', { name: 'Didac' });
  await expect.element(didac).toBeInTheDocument();
  // The round itself is out of sight: its label is what a hand would touch.
  didac.element().closest('label')?.click();
  await expect.element(didac).toBeChecked();
  await goOn.click();
  await expect.element(ana.getByText(/^If enough of us say yes, Didac/)).toBeVisible();
  await expect.element(ana.getByLabelText('Why?')).toBeVisible();
});

test('[community/C14] one voice alone is told to nobody, not to whom it is about either', async () => {
  await asksAll(village, 'Ana', aboutPerson(id('Didac'), 'removed'), 'Hits.');
  const didac = await visit(village.as('Didac'));
  await expect.element(didac.getByRole('heading', { level: 1 })).toBeVisible();
  await expect
    .element(didac.getByText('We are asked whether you should leave us'))
    .not.toBeInTheDocument();
});

test('members read it calmly, are told of posters, and can ask for the way back', async () => {
  const motion = await decided();
  const before = await visit(village.as('Ana'), `/person/${id('Didac')}`);
  await expect.element(before.getByText(/^Didac leaves us on .+ 2026$/)).toBeVisible();
  await expect.element(before.getByRole('link', { name: 'Message' })).toBeVisible();
  await before.unmount();
  village.goTo(villageDay + 7);
  const page1 = await visit(village.as('Ana'), `/decision/${motion}`);
  await expect
    .element(page1.getByRole('heading', { name: 'Please print our posters anew' }))
    .toBeVisible();
  await page1.unmount();
  const after = await visit(village.as('Ana'), `/person/${id('Didac')}`);
  await expect.element(after.getByText('Didac is no longer one of us')).toBeVisible();
  await expect
    .element(after.getByRole('link', { name: 'Message' }))
    .not.toBeInTheDocument();
  await after.getByRole('link', { name: 'Ask that Didac is among us again' }).click();
  await expect
    .element(after.getByRole('heading', { name: 'Be among us again' }))
    .toBeVisible();
});

test('whoever is gone is not told how to get a say', async () => {
  const motion = await decided();
  village.goTo(villageDay + 7);
  const didac = await visit(village.as('Didac'), `/decision/${motion}`);
  await expect
    .element(didac.getByText('We have decided that you are no longer one of us'))
    .toBeVisible();
  await expect.element(didac.getByText(/you need a say/)).not.toBeInTheDocument();
});
