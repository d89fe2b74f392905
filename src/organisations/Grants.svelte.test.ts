/** What the pot is asked for: what members think of it, and the welcome for whoever is new. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId, Minutes } from '@manyhands/base';
import {
  askPot,
  openOne,
  sayOnGrant,
  grantsAsked,
} from '@manyhands/community/accounts';
import {
  asksAll,
  says,
  threeVoices,
} from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

const all = later().organisations;
const say = all.grants;
let village: ScreenVillage;
let pot: AccountId;
const at = (name: string) => village.placeOf(name);

async function didacAsks() {
  const asked = await askPot(at('Didac'), pot, {
    minutes: 60 as Minutes,
    words: 'Bread',
  });
  assert(asked.ok);
}

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { voice: 1 });
  await threeVoices(village);
  const draft = {
    kind: 'pot',
    name: 'Pot',
    words: '',
    threshold: 1,
    others: [],
  } as const;
  const opened = await openOne(at('Ana'), draft);
  assert(opened.ok);
  pot = opened.value;
});

test('who has a say thinks in a tap, changes their mind, and signers read it', async () => {
  await didacAsks();
  const screen = await visit(village.as('Biel'), `/organisation/${pot}`);
  await expect.element(screen.getByText(say.soFar(0, 0))).toBeVisible();
  await screen.getByRole('button', { name: say.give, exact: true }).click();
  await expect.element(screen.getByText(say.soFar(1, 0))).toBeVisible();
  await screen.getByRole('button', { name: say.not, exact: true }).click();
  await expect.element(screen.getByText(say.soFar(0, 1))).toBeVisible();
  await screen.unmount();
  const anas = await visit(village.as('Ana'), '/home');
  await expect.element(anas.getByText(say.soFar(0, 1))).toBeVisible();
});

test('among what we decide it is asked by name', async () => {
  await didacAsks();
  const [line] = grantsAsked(at('Biel'), { account: pot });
  assert(line);
  assert((await sayOnGrant(at('Biel'), line, true)).ok);
  const screen = await visit(village.as('Carme'), '/decisions');
  await expect.element(screen.getByText(say.shall('Pot', 'Didac', 60))).toBeVisible();
});

test('whoever is new is offered their first hours, and asks with one tap', async () => {
  const matter = { about: 'rule', key: 'firstHours', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: 300 as Minutes });
  await says(village, 'Biel', motion);
  const screen = await visit(village.as('Didac'), `/organisation/${pot}`);
  await screen.getByRole('button', { name: all.askAct }).click();
  await expect.element(screen.getByText(say.soFar(0, 0))).toBeVisible();
  await screen.unmount();
  const anas = await visit(village.as('Ana'), '/home');
  await expect.element(anas.getByText(say.isNew('Didac'))).toBeVisible();
});

test('[community/C29] who signs is told who is new, gives with a tap, and the newcomer sees it', async () => {
  const matter = { about: 'rule', key: 'firstHours', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: 120 as Minutes });
  await says(village, 'Biel', motion);
  await village.help('Ana', 'Biel', 15);
  await village.help('Ana', 'Carme', 15);
  const welcomed = await visit(village.as('Didac'), '/home');
  await expect
    .element(welcomed.getByText(say.welcome(words.duration(120))))
    .toBeVisible();
  await welcomed.unmount();
  const anas = await visit(village.as('Ana'), '/home');
  const title = all.welcome.title('Didac', words.duration(120));
  await expect.element(anas.getByText(title)).toBeVisible();
  // The pot has none yet: that is said before they are given.
  await expect
    .element(anas.getByText(all.welcome.below('Pot', words.duration(120))))
    .toBeVisible();
  await anas
    .getByRole('button', { name: all.welcome.give(words.duration(120)) })
    .click();
  await expect.element(anas.getByText(all.welcome.given('Didac'))).toBeVisible();
  await anas.unmount();
  const didacs = await visit(village.as('Didac'), '/home');
  await expect.element(didacs.getByText(all.givesYou('Pot'))).toBeVisible();
  await didacs.getByRole('button', { name: words.home.yes }).click();
  await expect
    .element(didacs.getByText(all.gave('Pot', 'Didac')).first())
    .toBeVisible();
  expect(village.as('Didac').balance).toBe(120);
});
