import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { Village } from '../testing/village.ts';
import { hidePortrait, portraitLimit, showPortrait } from './portrait.ts';
import { showMyself } from './profile.ts';

let village: Village;
const bytes = (first: number, length = portraitLimit) =>
  new Uint8Array(length).fill(first, 0, 1);
const portraitOfAna = () => village.as('Biel').person(village.memberOf('Ana')).portrait;
const isKept = async (sha: string) =>
  (await village.placeOf('Ana').pictures.look(sha)).ok;

beforeEach(async () => {
  village = await Village.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
});

test('a portrait is named by the profile until another is shown, or none', async () => {
  const ana = village.placeOf('Ana');
  expect(portraitOfAna()).toBeNull();
  expect((await showPortrait(ana, bytes(1))).ok).toBe(true);
  const first = portraitOfAna();
  assert(first !== null, 'a portrait is shown');
  expect(await isKept(first)).toBe(true);

  // What else somebody shows of themself leaves it.
  await showMyself(ana, { area: 'By the river' });
  expect(portraitOfAna()).toBe(first);

  expect((await showPortrait(ana, bytes(2))).ok).toBe(true);
  expect(portraitOfAna()).not.toBe(first);
  await expect.poll(() => isKept(first)).toBe(false);

  expect((await hidePortrait(ana)).ok).toBe(true);
  expect(portraitOfAna()).toBeNull();
  const about = ana.replica.board.profileOf(village.memberOf('Ana'));
  expect(about?.area).toBe('By the river');
});

test('what is longer than one piece on its way is refused, and nothing is kept', async () => {
  const refused = await showPortrait(
    village.placeOf('Ana'),
    bytes(1, portraitLimit + 1),
  );
  expect(refused).toEqual({ ok: false, error: { type: 'TooLarge' } });
  expect(portraitOfAna()).toBeNull();
});
