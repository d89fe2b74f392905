/** What a signer's phone says yes to by itself, as its owner sees and ends it. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId, Minutes } from '@manyhands/base';
import { giveToPot, openOne, standingYesOf } from '@manyhands/community/accounts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

const all = later().organisations;
const say = all.byItself;
let village: ScreenVillage;
let pot: AccountId;
const at = (name: string) => village.placeOf(name);
const ruleHere = () => standingYesOf(at('Ana')).ruleFor(pot);

async function open(kind: 'pot' | 'organisation'): Promise<AccountId> {
  const draft = { kind, name: 'Ours', words: '', threshold: 1, others: [] };
  const opened = await openOne(at('Ana'), draft);
  assert(opened.ok);
  return opened.value;
}

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
  pot = await open('pot');
});

test('a pot’s is listed with what it has said, ended in a tap, and nobody else sees it', async () => {
  const given = await giveToPot(at('Biel'), pot, { minutes: 60 as Minutes, words: '' });
  assert(given.ok);
  await standingYesOf(at('Ana')).look();
  const screen = await visit(village.as('Ana'), `/organisation/${pot}`);
  await expect.element(screen.getByText(say.brings)).toBeVisible();
  await expect.element(screen.getByText(/^Biel: 1\sh, today/)).toBeVisible();
  await screen.getByRole('button', { name: say.stop }).click();
  await expect.element(screen.getByText(say.none)).toBeVisible();
  await screen.unmount();
  const biels = await visit(village.as('Biel'), `/organisation/${pot}`);
  await expect.element(biels.getByText(all.signTitle)).toBeVisible();
  expect(biels.container.textContent).not.toContain(say.title);
});

test('some people are let, so much in seven days, until a day', async () => {
  const screen = await visit(village.as('Ana'), `/organisation/${pot}`);
  await screen.getByRole('button', { name: say.other }).click();
  const people = screen.getByRole('radio', { name: say.toPeople });
  await expect.element(people).toBeInTheDocument();
  people.element().closest('label')?.click();
  await screen.getByRole('button', { name: say.start }).click();
  await expect.element(screen.getByText(say.nobody)).toBeVisible();
  const biel = screen.getByRole('checkbox', { name: 'Biel' });
  await expect.element(biel).toBeInTheDocument();
  biel.element().closest('label')?.click();
  await screen.getByRole('button', { name: say.start }).click();
  await expect.element(screen.getByText(/^To what Biel say, up to 2\sh/)).toBeVisible();
  expect(ruleHere()).toMatchObject({ type: 'people', minutes: 120 });
});
