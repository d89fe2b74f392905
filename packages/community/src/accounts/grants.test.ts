/** What members think of what the pot is asked for, and its welcome for whoever is new. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import { sayYes } from '../hours/index.ts';
import { untold } from '../decisions/decisions.ts';
import { signingsAsked } from '../limits.ts';
import { peaceOf } from '../safety/index.ts';
import { asksAll, look, says, threeVoices } from '../testing/deciding.ts';
import { done } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  askPot,
  firstHours,
  giveToPot,
  grantsAsked,
  openOne,
  organisation,
  sayOnGrant,
  wordOnGrant,
  wordsFor,
} from './index.ts';

const min = (n: number) => n as Minutes;
let village: Village;
let pot: AccountId;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const potOn = (name: string) => {
  const found = organisation(at(name), pot);
  assert(found);
  return found;
};
const asks = async (by: string, minutes = 60) =>
  done(await askPot(at(by), pot, { minutes: min(minutes), words: 'Bread' }));
const grantOn = (name: string) => {
  const [line] = grantsAsked(at(name), potOn(name));
  assert(line);
  return line;
};
const word = (name: string) => wordOnGrant(at(name), grantOn(name));
const thinks = async (name: string, yes: boolean) =>
  done(await sayOnGrant(at(name), grantOn(name), yes));

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
  const draft = { kind: 'pot', name: 'Pot', words: '', threshold: 1 } as const;
  pot = done(await openOne(at('Ana'), { ...draft, others: [] }));
});

test('[C20] each with a say may say what they think of what the pot is asked for', async () => {
  await asks('Didac');
  expect(word('Didac')).toMatchObject({ canSay: false, mine: null });
  await thinks('Biel', true);
  await thinks('Carme', false);
  await thinks('Ana', true);
  expect(word('Ana')).toMatchObject({
    yes: [id('Ana'), id('Biel')].toSorted(),
    no: [id('Carme')],
    mine: true,
    canSay: true,
  });
  // It is advice: nothing moves, and nobody is told of it as of a question to all.
  expect(grantOn('Ana').status).toBe('open');
  await look(village, 'Didac');
  expect(untold(at('Didac'))).toEqual([]);

  await thinks('Ana', false);
  await thinks('Ana', false);
  const later = word('Carme');
  expect(later).toMatchObject({ yes: [id('Biel')] });
  expect(later.no.toSorted()).toEqual([id('Ana'), id('Carme')].toSorted());
  await thinks('Ana', true);
  expect(word('Ana')).toMatchObject({ mine: true, no: [id('Carme')] });
});

test('of one who asks a lot so many are shown, and none that is signed', async () => {
  for (let i = 0; i <= signingsAsked; i += 1) await asks('Didac', 15 + i);
  await asks('Biel', 90);
  const shown = grantsAsked(at('Carme'), potOn('Carme'));
  expect(shown).toHaveLength(signingsAsked + 1);
  const biels = shown.find(({ helper }) => helper === id('Biel'));
  assert(biels);
  done(await sayYes(at('Ana'), biels.proposal, pot));
  expect(grantsAsked(at('Carme'), potOn('Carme'))).toHaveLength(signingsAsked);
});

test('[C20] what somebody whom I have blocked says of it, or wrote for it, I do not read', async () => {
  const proposal = await asks('Didac');
  const given = done(
    await giveToPot(at('Didac'), pot, { minutes: min(15), words: 'Take that' }),
  );
  expect(wordsFor(at('Ana'), proposal)).toBe('Bread');
  done(await peaceOf(at('Ana')).block(id('Didac')));
  expect(wordsFor(at('Ana'), proposal)).toBe('');
  expect(wordsFor(at('Ana'), given)).toBe('');
  // The hours themselves stand where all do, and the others read what they read before.
  expect(grantsAsked(at('Ana'), potOn('Ana'))).toHaveLength(1);
  expect(wordsFor(at('Biel'), proposal)).toBe('Bread');
  done(await peaceOf(at('Ana')).unblock(id('Didac')));
  expect(wordsFor(at('Ana'), proposal)).toBe('Bread');
});

test('[C20] whoever is new is offered the hours that were decided, once', async () => {
  const offered = (name: string) => firstHours(at(name), potOn(name));
  expect(offered('Didac')).toBeNull();
  const matter = { about: 'rule', key: 'firstHours', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: min(300) });
  await says(village, 'Biel', motion);
  expect(offered('Didac')).toBe(300);
  expect(offered('Ana')).toBeNull();
  const asked = await asks('Didac', 300);
  expect(offered('Didac')).toBeNull();
  done(await sayYes(at('Ana'), asked, pot));
  expect(offered('Didac')).toBeNull();
  await village.help('Biel', 'Carme', 60);
  expect(offered('Biel')).toBeNull();
});
