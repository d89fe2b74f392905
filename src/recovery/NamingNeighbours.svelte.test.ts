import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { newVillage, seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

let village: ScreenVillage;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
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
/** The box itself is out of sight: its label is what a hand would touch. */
async function choose(screen: Screen, name: string): Promise<void> {
  const box = screen.getByRole('checkbox', { name });
  await expect.element(box).toBeInTheDocument();
  box.element().closest('label')?.click();
}

describe('with the first page', () => {
  test('neighbours are chosen one by one, and it says what so many can do', async () => {
    const screen = await visit(village.as('Ana'), '/safe');
    await expect.element(screen.getByText(later().spare.withPage)).toBeVisible();
    await press(screen, later().safe.make);
    await expect
      .element(screen.getByText(later().spare.needed(0, 0), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Biel');
    await expect
      .element(screen.getByText(later().spare.needed(1, 1), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Carme');
    await expect
      .element(screen.getByText(later().spare.needed(2, 2), { exact: false }))
      .toBeVisible();
    await choose(screen, 'Didac');
    await expect
      .element(screen.getByText(later().spare.needed(3, 2), { exact: false }))
      .toBeVisible();
    await press(screen, later().spare.leaveOut('Carme'));
    await press(screen, later().spare.goOn);
    await press(screen, later().safe.copied);
    await expect.element(screen.getByText(later().safe.made)).toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel', 'Didac']);
  });

  test('nobody need be, and nobody is asked for who is alone', async () => {
    const screen = await visit(village.as('Ana'), '/safe');
    await press(screen, later().safe.make);
    await press(screen, later().spare.notNow);
    await expect
      .element(screen.getByRole('heading', { name: later().safe.paperTitle, level: 1 }))
      .toBeVisible();
    await screen.unmount();
    const alone = await visit((await newVillage()).as('Ana'), '/safe');
    await press(alone, later().safe.make);
    await expect
      .element(alone.getByRole('heading', { name: later().safe.paperTitle, level: 1 }))
      .toBeVisible();
  });
});

describe('later', () => {
  test('they are changed by the words on the page, and by no others', async () => {
    const recovery = await newWords();
    await makeKit(village.placeOf('Ana'), recovery, {
      neighbours: [village.memberOf('Biel')],
    });
    const screen = await visit(village.as('Ana'), '/safe');
    await expect
      .element(screen.getByText(later().spare.anyOf(1, 1, 'Biel')))
      .toBeVisible();
    await press(screen, later().spare.change);
    await choose(screen, 'Carme');
    await choose(screen, 'Didac');
    await press(screen, later().spare.act);
    const field = screen.getByRole('textbox', { name: later().safe.askAll });
    await field.fill((await newWords()).join(' '));
    await press(screen, later().spare.act);
    await expect.element(screen.getByText(later().safe.tryWrong)).toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel']);

    await field.fill(recovery.join(' '));
    await press(screen, later().spare.act);
    await expect.element(screen.getByText(later().spare.named)).toBeVisible();
    await expect
      .element(screen.getByText(later().spare.anyOf(2, 3, 'Biel, Carme and Didac')))
      .toBeVisible();
    expect(neighboursOf('Ana')).toEqual(['Biel', 'Carme', 'Didac']);
  });
});
