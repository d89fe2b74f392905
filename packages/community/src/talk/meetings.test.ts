import { beforeEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { encodeMeeting, inOrder, meetingThreadOf } from '@manyhands/ledger';
import { readWordsOf, tellNewPartners, tellPartners } from '../people/forPartners.ts';
import { Meetings } from './meetings.ts';
import type { SuggestedMeeting } from './meetings.ts';
import { readersOf, sealWords } from '../opened/sealing.ts';
import { Village } from '../testing/village.ts';

let village: Village;
let ana: Meetings;
let biel: Meetings;
let carme: Meetings;
const id = (name: string) => village.memberOf(name);

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  [ana, biel, carme] = ['Ana', 'Biel', 'Carme'].map(
    (name) => new Meetings(village.placeOf(name)),
  ) as [Meetings, Meetings, Meetings];
});

async function introductionsOf(meetings: Meetings): Promise<SuggestedMeeting[]> {
  await meetings.settled();
  return meetings.mine;
}

test('Carme thinks that Ana and Biel should meet: both read it, nobody else does', async () => {
  expect((await carme.suggest(id('Biel'), id('Ana'), ' You both keep bees ')).ok).toBe(
    true,
  );

  const said = {
    by: id('Carme'),
    text: 'You both keep bees',
    mine: null,
    theirs: false,
  };
  expect(await introductionsOf(ana)).toMatchObject([{ ...said, other: id('Biel') }]);
  expect(await introductionsOf(biel)).toMatchObject([{ ...said, other: id('Ana') }]);
  expect(await introductionsOf(new Meetings(village.placeOf('Didac')))).toEqual([]);
  expect(await introductionsOf(carme)).toEqual([]);
  const boards = village.placeOf('Ana').replica.board.entriesOf(id('Carme'));
  expect(boards.map(({ stored }) => toHex(stored)).join()).not.toContain(
    toHex(utf8Bytes('bees')),
  );
});

test('both say yes: then they are partners, and read how to reach each other', async () => {
  const words = { free: [], access: '', contact: 'The blue door' };
  await tellPartners(village.placeOf('Ana'), words);
  await carme.suggest(id('Ana'), id('Biel'), '');
  const [asked] = await introductionsOf(ana);
  assert(asked, 'Ana is asked');
  await ana.sayYes(asked);
  expect(await introductionsOf(biel)).toMatchObject([{ theirs: true, mine: null }]);
  expect(await introductionsOf(ana)).toMatchObject([{ theirs: false }]);
  await tellNewPartners(village.placeOf('Ana'));
  expect(await readWordsOf(village.placeOf('Biel'), id('Ana'))).toBeNull();

  const [bielAsked] = await introductionsOf(biel);
  assert(bielAsked, 'Biel is asked');
  await biel.sayYes(bielAsked);
  await ana.settled();
  expect(ana.met).toEqual([id('Biel')]);
  await tellNewPartners(village.placeOf('Ana'));
  expect(await readWordsOf(village.placeOf('Biel'), id('Ana'))).toMatchObject(words);
  expect(await readWordsOf(village.placeOf('Carme'), id('Ana'))).toBeNull();
});

test('a yes can be taken back', async () => {
  await carme.suggest(id('Ana'), id('Biel'), '');
  for (const each of [ana, biel]) {
    const [asked] = await introductionsOf(each);
    assert(asked, 'both are asked');
    await each.sayYes(asked);
  }
  const [both] = await introductionsOf(ana);
  assert(both?.mine, 'Ana said yes');
  expect((await ana.takeBack(both)).ok).toBe(true);
  expect(ana.met).toEqual([]);
  expect(await introductionsOf(biel)).toMatchObject([{ theirs: false }]);
});

test('put off on this phone it is not shown again, and nobody is told', async () => {
  await carme.suggest(id('Ana'), id('Biel'), '');
  const [asked] = await introductionsOf(ana);
  assert(asked, 'Ana is asked');
  const before = village.placeOf('Ana').replica.board.version;
  await ana.putOff(asked);
  expect(await introductionsOf(ana)).toEqual([]);
  expect(await introductionsOf(new Meetings(village.placeOf('Ana')))).toEqual([]);
  expect(village.placeOf('Ana').replica.board.version).toBe(before);
  expect(await introductionsOf(biel)).toHaveLength(1);
  await ana.bringBack(asked);
  expect(await introductionsOf(ana)).toHaveLength(1);
});

test('nobody introduces themself, answers for another, or moves words to another pair', async () => {
  const { replica } = village.placeOf('Ana');
  const readers = ['Ana', 'Biel', 'Carme'].flatMap((name) =>
    readersOf(replica, id(name)),
  );
  const say = async (by: string, step: 'suggest' | 'yes', pair: [string, string]) => {
    const [one, other] = inOrder(id(pair[0]), id(pair[1]));
    const words = encodeMeeting({ step, one, other, text: '' });
    const thread = meetingThreadOf(village.id, id('Ana'), id('Biel'));
    const { writer } = village.placeOf(by);
    await writer.append('board', await sealWords(readers, thread, words));
  };
  await say('Biel', 'suggest', ['Ana', 'Biel']);
  await say('Didac', 'suggest', ['Ana', 'Carme']);
  expect(await introductionsOf(ana)).toEqual([]);

  await say('Didac', 'suggest', ['Ana', 'Biel']);
  await say('Didac', 'yes', ['Ana', 'Biel']);
  await say('Carme', 'yes', ['Ana', 'Biel']);
  expect(await introductionsOf(ana)).toMatchObject([{ mine: null, theirs: false }]);
});
