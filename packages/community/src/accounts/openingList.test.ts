/** The list of what members bring along, against who is here and what is written already. */
import { assert } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { createMemoryStore } from '@manyhands/storage';
import { beforeEach, expect, test } from 'vitest';
import { showMyself } from '../people/index.ts';
import { threeVoices } from '../testing/deciding.ts';
import { done } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  answerBrought,
  bringAlong,
  broughtForMe,
  broughtOf,
  keepOpeningList,
  openingHere,
  openingListLimits,
  openingRows,
  openingToSign,
  readOpeningList,
  signBrought,
  sumOfRows,
  writeBrought,
} from './index.ts';

let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const opening = () => {
  const here = openingHere(at('Ana'));
  assert(here, 'one counts');
  return here;
};
const rows = (text: string, chosen = {}) =>
  openingRows(at('Ana'), opening(), { text, chosen });
const states = (text: string, chosen = {}) =>
  rows(text, chosen).map(({ state }) => state);
const writes = async (text: string) =>
  done(await writeBrought(at('Ana'), opening(), broughtOf(rows(text))));

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
  const others = [id('Biel'), id('Carme')];
  const total = 60_000 as Minutes;
  done(await bringAlong(at('Ana'), { others, total, why: '' }));
});

test('each line is read against who is a member, and says what is wrong with it', () => {
  const text = [
    'Didac – 12:30',
    'Carme -2',
    '',
    'Rosa – 3',
    'Biel',
    'Biel – 1001',
    'didac – 5',
    'Biel – 0',
  ].join('\n');
  expect(states(text)).toEqual([
    ...['ready', 'ready', 'away', 'unread', 'tooMuch', 'twice', 'twice'],
  ]);
  expect(states('Biel – 0')).toEqual(['nothing']);
  expect(broughtOf(rows(text))).toEqual([
    { member: id('Didac'), minutes: 750 },
    { member: id('Carme'), minutes: -120 },
  ]);
  expect(sumOfRows(rows('Didac – 2\nCarme -1\nRosa – 3'))).toEqual({
    plus: 300,
    minus: 60,
  });
});

test('what is written is known again, a part of much is gone on with, another sum is not', async () => {
  await writes('Didac – 110');
  expect(states('Didac – 110\nCarme – 1')).toEqual(['written', 'ready']);
  expect(broughtOf(rows('Didac – 110'))).toEqual([]);
  expect(states('Didac – 120')).toEqual(['other']);
  expect(states('Didac -110')).toEqual(['other']);
  await writes('Carme – 100');
  expect(broughtOf(rows('Carme – 130'))).toEqual([
    { member: id('Carme'), minutes: 1_800 },
  ]);
});

test('what its member says was different is not written once more as it was', async () => {
  await writes('Didac – 2');
  done(await signBrought(at('Biel'), opening(), openingToSign(at('Biel'))));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), false));
  expect(states('Didac – 2')).toEqual(['different']);
  expect(states('Didac – 3')).toEqual(['ready']);
});

test('of two who are called so somebody says who is meant, and nobody is taken by likeness', async () => {
  await village.admit('Maria (1)', { by: 'Ana' });
  await village.admit('Maria (2)', { by: 'Ana' });
  expect(states('Maria – 3\nMaria – 4\nMaria – 5')).toEqual([
    'which',
    'which',
    'twice',
  ]);
  const [first, second] = rows('Maria – 3\nMaria – 4');
  assert(first && second, 'both are read');
  const same = { [first.key]: id('Maria (1)'), [second.key]: id('Maria (1)') };
  expect(states('Maria – 3\nMaria – 4', same)).toEqual(['ready', 'twice']);
  const each = { [first.key]: id('Maria (1)'), [second.key]: id('Maria (2)') };
  expect(states('Maria – 3\nMaria – 4', each)).toEqual(['ready', 'ready']);
  // A choice that names somebody who is called otherwise is none.
  expect(states('Maria – 3', { [first.key]: id('Biel') })).toEqual(['which']);

  // Letters that nobody sees make another name, which nobody is taken for.
  done(await showMyself(at('Didac'), { name: 'Ro\u200bsa', skills: [] }));
  expect(states('Rosa – 3')).toEqual(['which']);
  const [rosa] = rows('Rosa – 3');
  assert(rosa, 'it is read');
  expect(states('Rosa – 3', { [rosa.key]: id('Didac') })).toEqual(['ready']);
});

test('where too few sign who stand on neither side nothing is written', () => {
  const two = { ...opening(), signers: [id('Ana'), id('Biel')] };
  const list = { text: 'Biel – 3\nDidac – 3', chosen: {} };
  expect(openingRows(at('Ana'), two, list).map(({ state }) => state)).toEqual([
    ...['alone', 'ready'],
  ]);
});

test('it is kept as it was left, with those who are not here yet', async () => {
  const { notes } = createMemoryStore();
  expect(await readOpeningList(notes)).toEqual({ text: '', chosen: {} });
  const list = { text: 'Rosa – 3\nMaria – 4', chosen: { '0/maria': id('Biel') } };
  done(await keepOpeningList(notes, list));
  expect(await readOpeningList(notes)).toEqual(list);
  done(await keepOpeningList(notes, { text: ' ', chosen: {} }));
  expect(done(await notes.names('opening'))).toEqual([]);
});

test('a pasted flood is read to its limit', () => {
  const many = Array.from(
    { length: openingListLimits.rows + 5 },
    (_, i) => `N ${i}x – 1`,
  );
  expect(rows(many.join('\n'))).toHaveLength(openingListLimits.rows);
});
