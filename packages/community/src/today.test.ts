import { beforeEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { ListingId } from '@manyhands/base';
import { blankListing, eraseListing, fittingCards } from './board/index.ts';
import { sayHandOver } from './things/index.ts';
import { showMyself } from './people/index.ts';
import { peaceOf } from './safety/index.ts';
import { suggest } from './talk/index.ts';
import { postFor } from './testing/posting.ts';
import { villageDay } from './testing/village.ts';
import type { Village } from './testing/village.ts';
import { smallVillage } from './testing/villages.ts';
import { cardsForMe, keepLook, newcomersOf, newsSince } from './today.ts';

let village: Village;
const ana = () => village.as('Ana');
const garden = 4;
const blank = {
  about: '',
  area: '',
  skills: [],
  languages: [],
};

beforeEach(async () => {
  village = await smallVillage();
});

const id = (digit: string) => digit.repeat(32) as ListingId;
const post = (owner: string, listing: Parameters<typeof postFor>[3]) =>
  postFor(village, owner, 'Ana', listing);
const told = (most = 9) =>
  cardsForMe(ana(), most).map(({ card, why }) => [card.listing.title, why.type]);

test('a card stands there for the best reason, what was said by both before the newest', async () => {
  const place = village.placeOf('Ana');
  await showMyself(place, { ...blank, name: 'Ana', skills: [garden], area: ' canal' });
  await showMyself(village.placeOf('Biel'), { ...blank, name: 'Biel', area: 'Canal' });
  await post('Didac', { title: 'Hedge', category: garden, listing: id('1') });
  await post('Biel', { title: 'Lift', category: 3, listing: id('2') });
  await post('Carme', { title: 'Soup', kind: 'offer', category: 6, listing: id('3') });
  expect(told()).toEqual([
    ['Hedge', 'canHelp'],
    ['Lift', 'near'],
    ['Soup', 'fresh'],
  ]);
  village.goTo(villageDay + 31);
  expect(told(), 'what is new no more').toEqual([
    ['Hedge', 'canHelp'],
    ['Lift', 'near'],
  ]);
  // What I need myself, by a card of mine, I would be glad of.
  await post('Ana', { title: 'Hungry', category: 6, listing: id('4') });
  expect(told(2)).toEqual([
    ['Hedge', 'canHelp'],
    ['Soup', 'wished'],
  ]);
});

test('one card of each neighbour, none of mine, none answered, hidden or gone', async () => {
  await post('Biel', { title: 'First', listing: id('1') });
  await post('Biel', { title: 'Second', listing: id('2') });
  await post('Ana', { title: 'Mine', listing: id('3') });
  const answered = await post('Carme', { title: 'Answered', listing: id('4') });
  await post('Didac', { title: 'Blocked', listing: id('5') });
  expect(fittingCards(village.placeOf('Ana'))).toHaveLength(4);
  const plan = { what: '', day: null, minute: null, length: null, where: '' };
  await suggest(village.placeOf('Ana'), answered, plan, 'Gladly.');
  await peaceOf(village.placeOf('Ana')).block(village.memberOf('Didac'));
  expect(told()).toEqual([['Second', 'fresh']]);
  await eraseListing(village.placeOf('Biel'), id('2'));
  expect(told()).toEqual([['First', 'fresh']]);
});

test('a thing that is handed over to me, or that somebody has, is not to be had', async () => {
  const { terms } = blankListing('thing', ana().today);
  await post('Biel', { title: 'Machine', kind: 'thing', listing: id('1'), terms });
  expect(told()).toEqual([['Machine', 'fresh']]);
  const thing = village
    .placeOf('Biel')
    .replica.board.listing(village.memberOf('Biel'), id('1'));
  assert(thing !== null, 'it hangs');
  const lend = { taker: village.memberOf('Ana'), step: 'out' } as const;
  expect((await sayHandOver(village.placeOf('Biel'), thing, lend)).ok).toBe(true);
  expect(told()).toEqual([]);
});

test('new is who came in the last weeks and has no hour with me, the latest first', async () => {
  const names = () => newcomersOf(ana()).map(({ person }) => person.name);
  village.goTo(villageDay + 31);
  expect(names()).toEqual([]);
  await village.admit('Biel (2)', { by: 'Carme' });
  village.goTo(villageDay + 32);
  await village.admit('Carme (2)', { by: 'Biel' });
  expect(names()).toEqual(['Carme', 'Biel']);
  await village.help('Ana', 'Biel (2)', 60);
  expect(names()).toEqual(['Carme']);
  await peaceOf(village.placeOf('Ana')).block(village.memberOf('Carme (2)'));
  expect(names()).toEqual([]);
});

test('a look is remembered here; whoever comes back within the hour is still looking', async () => {
  const { notes } = village.placeOf('Ana');
  const look = () =>
    keepLook(notes, { at: ana().now, exchanges: ana().together.exchanges });
  expect(await look()).toBeNull();
  village.clock.minute += 59;
  expect(await look()).toBeNull();
  const left = ana().now;
  village.clock.minute += 60;
  await post('Biel', { title: 'Hedge' });
  await village.help('Carme', 'Biel', 60);
  await village.admit('Didac (2)', { by: 'Biel' });
  const before = await look();
  expect(before).toEqual({ at: left, exchanges: 0 });
  expect(before && newsSince(ana(), before)).toEqual({
    cards: 1,
    people: 1,
    exchanges: 1,
  });
  village.clock.minute += 30;
  expect(await look()).toEqual(before);
  village.clock.minute += 90;
  const next = await look();
  expect(next && newsSince(ana(), next)).toEqual({ cards: 0, people: 0, exchanges: 0 });
});
