/** First hours from the pot: who is asked to give them, and what a phone gives by itself. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import {
  askPot,
  giveToPot,
  openOne,
  potHere,
  standingYesOf,
} from './accounts/index.ts';
import { StandingYes } from './accounts/standingYes.ts';
import {
  newcomersToWelcome,
  putNewcomerAway,
  welcome,
  welcomeForMe,
} from './firstHours.ts';
import { sayYes } from './hours/index.ts';
import { inboxOf } from './inbox.ts';
import { newcomersAsked, welcomesADay } from './limits.ts';
import { asksAll, says, threeVoices } from './testing/deciding.ts';
import { done } from './testing/results.ts';
import { Village, villageDay } from './testing/village.ts';

const min = (n: number) => n as Minutes;
let village: Village;
let pot: AccountId;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const newTo = (name: string) =>
  newcomersToWelcome(at(name)).map(({ member }) => member);

/** A pot that Ana and Biel sign for, one yes is enough, with hours in it; 2 h for who is new. */
beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
  const draft = { kind: 'pot', name: 'Pot', words: '', threshold: 1 } as const;
  pot = done(await openOne(at('Ana'), { ...draft, others: [id('Biel')] }));
  for (const name of ['Biel', 'Carme']) {
    await village.help('Ana', name, 15);
  }
  const given = await giveToPot(at('Carme'), pot, { minutes: min(1_200), words: '' });
  done(await sayYes(at('Ana'), done(given), pot));
  const matter = { about: 'rule', key: 'firstHours', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: min(120) });
  await says(village, 'Biel', motion);
});

test('[C27] who rests is welcomed by nobody', async () => {
  expect(newTo('Ana')).toEqual([id('Didac')]);
  const matter = { about: 'rule', key: 'resting', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: [id('Didac')] });
  await says(village, 'Biel', motion);
  expect(newTo('Ana')).toEqual([]);
});

test('[C29] who signs for the pot is told who is new, gives first hours with a tap, once', async () => {
  expect(potHere(at('Ana'))?.account).toBe(pot);
  expect(newTo('Ana')).toEqual([id('Didac')]);
  expect(inboxOf(village.as('Ana'))).toMatchObject([{ kind: 'newcomer' }]);
  expect(welcomeForMe(at('Didac'))).toMatchObject({ minutes: 120 });
  expect(newTo('Carme')).toEqual([]);
  const [newcomer] = newcomersToWelcome(at('Ana'));
  assert(newcomer, 'Didac is new');
  const offered = done(await welcome(at('Ana'), newcomer));
  // Neither is it offered twice, nor does he ask for more of it.
  expect([newTo('Ana'), newTo('Biel')]).toEqual([[], []]);
  expect(welcomeForMe(at('Didac'))).toBeNull();
  expect(inboxOf(village.as('Didac'))).toMatchObject([{ kind: 'hour' }]);
  done(await sayYes(at('Didac'), offered));
  expect(at('Ana').replica.ledger.balanceOf(id('Didac'))).toBe(120);
});

test('[C29] who is put away is not offered there again, and who came long ago is not new', async () => {
  done(await putNewcomerAway(at('Ana'), id('Didac')));
  expect([newTo('Ana'), newTo('Biel')]).toEqual([[], [id('Didac')]]);
  village.goTo(villageDay + 31);
  expect(newTo('Biel')).toEqual([]);
});

test('[C29] of one who lets in dozens few are asked about', async () => {
  for (let i = 0; i < 9; i += 1)
    await village.admit(`Carme (${i + 2})`, { by: 'Didac' });
  const puppets = newTo('Ana').filter((member) => member !== id('Didac'));
  expect(puppets).toHaveLength(newcomersAsked);
});

test('[C29] a phone gives them by itself, by its owner’s rule, to whom somebody with a say let in', async () => {
  const standing = standingYesOf(at('Ana'));
  await standing.loaded();
  const asks = async (name: string, minutes = 120) =>
    done(await askPot(at(name), pot, { minutes: min(minutes), words: '' }));
  const has = (name: string) => at('Ana').replica.ledger.balanceOf(id(name));
  await asks('Didac');
  await standing.look();
  expect(has('Didac')).toBe(0);
  await standing.choose(pot, { type: 'welcome' });
  expect(has('Didac')).toBe(120);
  // Not more than was decided, not again, and to nobody's puppets.
  await village.admit('Ana (2)', { by: 'Ana' });
  await village.admit('Biel (2)', { by: 'Didac' });
  await asks('Ana (2)', 121);
  await asks('Biel (2)');
  await asks('Didac');
  await standing.look();
  expect([has('Ana (2)'), has('Biel (2)'), has('Didac')]).toEqual([0, 0, 120]);
  for (let i = 0; i < welcomesADay; i += 1) {
    await village.admit(`Didac (${i + 2})`, { by: 'Biel' });
    await asks(`Didac (${i + 2})`);
    await standing.look();
  }
  // Of one day so many: Didac was the first of them.
  expect(has(`Didac (${welcomesADay})`)).toBe(120);
  expect(has(`Didac (${welcomesADay + 1})`)).toBe(0);
  // It is kept as it was chosen.
  const again = new StandingYes(at('Ana'));
  await again.loaded();
  expect(again.ruleFor(pot)).toEqual({ type: 'welcome' });
});
