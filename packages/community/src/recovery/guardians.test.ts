import { beforeEach, describe, expect, test } from 'vitest';
import type { RecoveryWords } from '@manyhands/keys';
import { readReturnLink } from '@manyhands/ledger';
import { makeKit, newWords } from './kit.ts';
import { nameNeighbours, quorumOf, wardsOf } from './guardians.ts';
import { returnLinkFor } from './returnLinkFor.ts';
import { showMyself } from '../people/profile.ts';
import { smallVillage } from '../testing/villages.ts';
import type { Village } from '../testing/village.ts';

let village: Village;
let words: RecoveryWords;
beforeEach(async () => {
  village = await smallVillage();
  words = await newWords();
});
const ana = () => village.placeOf('Ana');
const ids = (...names: string[]) => names.map((name) => village.memberOf(name));
const identity = () => ana().replica.ledger.identityOf(village.memberOf('Ana'));
const sorted = (...names: string[]) => ids(...names).sort();

test('more than half of them must say yes, whatever their number', () => {
  expect([0, 1, 2, 3, 4, 5].map(quorumOf)).toEqual([0, 1, 2, 2, 3, 3]);
});

describe('[ledger/L12] spare-key neighbours', () => {
  test('are named by the very statement that makes the page', async () => {
    await makeKit(ana(), words, { neighbours: ids('Biel', 'Carme', 'Didac') });
    expect(identity()).toMatchObject({
      version: 1,
      g: 2,
      guardians: sorted('Biel', 'Carme', 'Didac'),
    });
    expect(wardsOf(village.placeOf('Biel'))).toEqual(ids('Ana'));
    expect(wardsOf(ana())).toEqual([]);
  });

  test('are changed by the words of the page, and by no others', async () => {
    await makeKit(ana(), words, { neighbours: ids('Biel', 'Carme', 'Didac') });
    const named = await nameNeighbours(ana(), ids('Carme'), await newWords());
    expect(named).toEqual({ ok: false, error: { type: 'KeyElsewhere' } });
    expect(await nameNeighbours(ana(), ids('Carme'), null)).toEqual(named);
    expect(identity().version).toBe(1);

    expect((await nameNeighbours(ana(), ids('Carme'), words)).ok).toBe(true);
    expect(identity()).toMatchObject({ version: 2, g: 1, guardians: ids('Carme') });
    expect(wardsOf(village.placeOf('Biel'))).toEqual([]);
    expect((await nameNeighbours(ana(), [], words)).ok).toBe(true);
    expect(identity()).toMatchObject({ version: 3, g: 0, guardians: [] });
  });

  test('are not named before there is a page, nor is oneself', async () => {
    expect(await nameNeighbours(ana(), ids('Biel'), null)).toEqual({
      ok: false,
      error: { type: 'NoPageYet' },
    });
    expect(await makeKit(ana(), words, { neighbours: ids('Ana') })).toEqual({
      ok: false,
      error: { type: 'WithOneself' },
    });
    expect(identity().version).toBe(0);
  });
});

describe('the link a member shows to who has lost everything', () => {
  const linkOf = (name: string) => {
    const text = returnLinkFor(village.placeOf('Biel'), village.memberOf(name));
    const link = readReturnLink(text ?? '');
    return link.ok ? link.value : null;
  };

  test('says who they were, with their hours and whom to ask', async () => {
    await village.help('Ana', 'Biel', 90);
    await makeKit(ana(), words, { neighbours: ids('Didac', 'Biel', 'Carme') });
    expect(linkOf('Ana')).toMatchObject({
      community: village.id,
      name: 'Riverside',
      called: 'Ana',
      member: village.memberOf('Ana'),
      minutes: 90,
      g: 2,
      guardians: ['Biel', 'Carme', 'Didac'],
    });
  });

  test('says that nobody was named, and no hours where they are not known for sure', async () => {
    expect(linkOf('Ana')).toMatchObject({ g: 0, guardians: [], minutes: 0 });
    await village.sayOfTomorrow('Ana');
    expect(linkOf('Ana')?.minutes).toBeNull();
  });

  test('takes of a long name as many whole letters as fit', async () => {
    await showMyself(village.placeOf('Biel'), { name: 'é'.repeat(40), skills: [] });
    await makeKit(ana(), words, { neighbours: ids('Biel') });
    expect(linkOf('Ana')?.guardians).toEqual(['é'.repeat(24)]);
  });

  test('is not to be had by who is not in', async () => {
    const waiting = await village.knock('Didac’s cousin');
    expect(returnLinkFor(waiting.place, village.memberOf('Ana'))).toBeNull();
  });
});
