/** How an organisation shows itself: name, words and picture, by any one who signs for it. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId } from '@manyhands/base';
import { done, errorOf } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  changeCard,
  hidePicture,
  openOne,
  organisation,
  showPicture,
} from './index.ts';

let village: Village;
/** Ana, Biel and Carme sign for it. */
let clinic: AccountId;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  const draft = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 2,
  } as const;
  clinic = done(
    await openOne(at('Ana'), { ...draft, others: ['Biel', 'Carme'].map(id) }),
  );
});

test('any signer changes the card, and nobody else', async () => {
  const card = { name: 'Riverside clinic', words: 'Round the clock' };
  expect(errorOf(await changeCard(at('Didac'), clinic, card))).toBe('NotASigner');
  done(await changeCard(at('Carme'), clinic, card));
  expect(organisation(at('Didac'), clinic)?.who.name).toBe('Riverside clinic');
});

test('a signer shows its picture; whoever signs later keeps or takes it out', async () => {
  const size = (first: number, length: number) =>
    new Uint8Array(length).fill(first, 0, 1);
  const portrait = () => village.as('Didac').person(clinic).portrait;
  const isKept = async (sha: string) => (await at('Didac').pictures.look(sha)).ok;
  const sizes = [size(1, 3_000), size(2, 900)];
  expect(errorOf(await showPicture(at('Didac'), clinic, sizes))).toBe('NotASigner');
  expect(errorOf(await showPicture(at('Ana'), clinic, [size(1, 3_000)]))).toBe(
    'TooLarge',
  );
  expect(portrait()).toBeNull();
  done(await showPicture(at('Ana'), clinic, sizes));
  const first = portrait();
  assert(first !== null);
  expect((await at('Ana').pictures.look(first)).ok).toBe(true);
  // Whatever the words: they find room beside it.
  const card = { name: 'é'.repeat(48), words: 'é'.repeat(500) };
  done(await changeCard(at('Carme'), clinic, card));
  expect(portrait()).toBe(first);
  done(await hidePicture(at('Biel'), clinic));
  expect(portrait()).toBeNull();
  await expect.poll(() => isKept(first)).toBe(false);
  expect(organisation(at('Didac'), clinic)?.words).toBe(card.words);
});

test('what a signer had said of it goes when they say it anew', async () => {
  done(await changeCard(at('Ana'), clinic, { name: 'Clinic', words: 'Second floor' }));
  done(await changeCard(at('Ana'), clinic, { name: 'Clinic', words: 'Third floor' }));
  const said = at('Didac')
    .replica.board.entriesOf(id('Ana'))
    .flatMap(({ content }) => (content.type === 'account.card' ? content.words : []));
  expect(said).toEqual(['Third floor']);
});
