import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { newVillage, smallVillage } from '../specimen/stories.ts';
import type { Village } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { makeKit, newWords } from '../state/kit.ts';
import { words } from '../words/words.ts';

let village: Village;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await smallVillage();
});
const neighboursOf = (name: string) =>
  village
    .placeOf('Ana')
    .replica.ledger.identityOf(village.memberOf(name))
    .guardians.map((id) => village.as('Ana').person(id).name)
    .sort();

type Screen = Awaited<ReturnType<typeof visit>>;
const press = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true }).click();
/** The round itself is out of sight: its label is what a hand would touch. */
async function choose(screen: Screen, name: string): Promise<void> {
  const radio = screen.getByRole('radio', { name });
  await expect.element(radio).toBeInTheDocument();
  radio.element().closest('label')?.click();
}

describe('with the first page', () => {
  test('neighbours are chosen one by one, and it says what so many can do', async () => {
    const screen = await visit(village.as('Ana'), '/safe');
    await expect.element(screen.getByText(words.spare.withPage)).toBeVisible();
    await press(screen, words.safe.make);
    await expect
      .element(screen.getByText(words.spare.needed(0, 0), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Biel');
    await expect
      .element(screen.getByText(words.spare.needed(1, 1), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Carme');
    await expect
      .element(screen.getByText(words.spare.needed(2, 2), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Didac');
    await expect
      .element(screen.getByText(words.spare.needed(3, 2), { exact: false }))
      .toBeVisible();
    await press(screen, words.spare.leaveOut('Carme'));
    await press(screen, words.spare.goOn);
    await press(screen, words.safe.copied);
    await expect.element(screen.getByText(words.safe.made)).toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel', 'Didac']);
  });

  test('nobody need be, and nobody is asked for who is alone', async () => {
    const screen = await visit(village.as('Ana'), '/safe');
    await press(screen, words.safe.make);
    await press(screen, words.spare.notNow);
    await expect
      .element(screen.getByRole('heading', { name: words.safe.paperTitle, level: 1 }))
      .toBeVisible();
    await screen.unmount();
    const alone = await visit((await newVillage()).as('Ana'), '/safe');
    await press(alone, words.safe.make);
    await expect
      .element(alone.getByRole('heading', { name: words.safe.paperTitle, level: 1 }))
      .toBeVisible();
  });
});

describe('later', () => {
  test('they are changed by the words on the page, and by no others', async () => {
    const recovery = await newWords();
    await makeKit(village.placeOf('Ana'), recovery, [village.memberOf('Biel')]);
    const screen = await visit(village.as('Ana'), '/safe');
    await expect
      .element(screen.getByText(words.spare.anyOf(1, 1, 'Biel')))
      .toBeVisible();
    await press(screen, words.spare.change);
    await choose(screen, 'Carme');
    await choose(screen, 'Didac');
    await press(screen, words.spare.act);
    const field = screen.getByRole('textbox', { name: words.safe.tryAll });
    await field.fill((await newWords()).join(' '));
    await press(screen, words.spare.act);
    await expect.element(screen.getByText(words.spare.notThePage)).toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel']);

    await field.fill(recovery.join(' '));
    await press(screen, words.spare.act);
    await expect.element(screen.getByText(words.spare.named)).toBeVisible();
    await expect
      .element(screen.getByText(words.spare.anyOf(2, 3, 'Biel, Carme and Didac')))
      .toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel', 'Carme', 'Didac']);
  });
});
