import type { Day, PartyId } from '@manyhands/base';
import type { HelpView, Transfer } from '@manyhands/ledger';
import { assert, beforeEach, expect, test } from 'vitest';
import { categoryCode } from '../people/category.ts';
import { sayWishes, showMyself } from '../people/profile.ts';
import {
  blankListing,
  closeListing,
  listingsOf,
  myListings,
  postListing,
} from './listings.ts';
import { myMatches } from './matches.ts';
import { youCould } from './youCould.ts';
import type { BoardCard } from './listings.ts';
import { countTies, newTiesOf } from '../hours/newTies.ts';
import type { OfTies } from '../hours/newTies.ts';
import { leave } from '../safety/leaving.ts';
import { Village, villageDay } from '../testing/village.ts';

const lift = categoryCode('lift');
const garden = categoryCode('garden');
let village: Village;
const place = (name: string) => village.placeOf(name);

beforeEach(async () => {
  village = await Village.found('Ana', { ago: 60 });
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  village.goTo(villageDay);
  const draft = { ...blankListing('need', place('Biel').today()), category: lift };
  await postListing(place('Biel'), { ...draft, title: 'To the market' });
});

function need(name: string): BoardCard {
  const [card] = listingsOf(place(name));
  assert(card, 'Biel’s need hangs');
  return card;
}

test('beneath a need: what I can do, else whom of my partners I could bring along', async () => {
  expect(youCould(place('Biel'), need('Biel'))).toBeNull();
  expect(youCould(place('Ana'), need('Ana'))).toBeNull();

  await showMyself(place('Carme'), { skills: [lift], languages: ['ar', 'ca'] });
  await showMyself(place('Biel'), { languages: ['en', 'ar'] });
  expect(youCould(place('Carme'), need('Carme'))).toEqual({
    type: 'help',
    languages: ['ar'],
  });
  expect(youCould(place('Ana'), need('Ana'))).toBeNull();
  await village.help('Carme', 'Ana', 60);
  expect(youCould(place('Ana'), need('Ana'))).toEqual({
    type: 'introduce',
    people: [village.memberOf('Carme')],
  });
  const [card] = myListings(place('Biel'));
  assert(card);
  await closeListing(place('Biel'), card.listing.listing);
  const [closed] = myListings(place('Biel'));
  assert(closed);
  expect(youCould(place('Carme'), { ...closed, isMine: false })).toBeNull();
});

test('matches count profiles, wishes and open cards alike; who left is nobody', async () => {
  await showMyself(place('Ana'), { skills: [lift] });
  await sayWishes(place('Ana'), { categories: [garden] });
  await showMyself(place('Biel'), { skills: [garden] });
  await showMyself(place('Didac'), { skills: [garden] });
  const found = () =>
    new Map(myMatches(place('Ana')).map(({ id, ...match }) => [id, match]));
  expect(found().get(village.memberOf('Biel'))).toMatchObject({
    theyCan: [garden],
    iCan: [lift],
  });
  expect(found().get(village.memberOf('Didac'))).toMatchObject({
    theyCan: [garden],
    iCan: [],
  });
  expect(found().has(village.memberOf('Carme'))).toBe(false);
  await leave(village.placeOf('Didac'));
  expect(found().has(village.memberOf('Didac'))).toBe(false);
});

test('first-ever ties: pairs, each once, and those of the last thirty days', async () => {
  const ties = () => newTiesOf(place('Ana').replica.ledger, place('Ana').today());
  expect(ties()).toEqual({ pairs: 0, lately: 0 });
  await village.help('Ana', 'Biel', 60, { daysAgo: 40 });
  await village.help('Biel', 'Ana', 60, { daysAgo: 2 });
  await village.help('Carme', 'Biel', 600, { daysAgo: 29 });
  await village.help('Carme', 'Didac', 600, { daysAgo: 30 });
  await village.help('Didac', 'Ana', 60, { daysAgo: 1, open: true });
  expect(ties()).toEqual({ pairs: 3, lately: 1 });
});

test('ties are counted on as help comes, and anew once some was put right', async () => {
  const { replica, today } = place('Ana');
  let asked = 0;
  const isEverMember = (party: PartyId) => {
    asked += 1;
    return replica.ledger.isEverMember(party);
  };
  const ties = () => newTiesOf({ help: replica.ledger.help, isEverMember }, today());
  await village.help('Carme', 'Biel', 60, { daysAgo: 40 });
  await village.help('Carme', 'Didac', 60, { daysAgo: 20 });
  expect(ties()).toEqual({ pairs: 2, lately: 1 });
  expect(asked).toBe(4);
  // It was earlier than what is counted already.
  await village.help('Didac', 'Carme', 60, { daysAgo: 50 });
  await village.help('Didac', 'Biel', 60);
  expect(ties()).toEqual({ pairs: 3, lately: 1 });
  expect(asked).toBe(8);

  const [hour] = village.as('Didac').hours;
  assert(hour, 'Didac has helped Biel');
  await village.as('Didac').putRight(hour);
  const [undo] = village.as('Biel').waiting;
  assert(undo, 'Biel is asked');
  await village.as('Biel').sayYes(undo);
  expect(ties()).toEqual({ pairs: 2, lately: 0 });
});

test('ties of a town are counted in parts, and come to the same', () => {
  const parties = Array.from({ length: 100 }, (_, n) => `member ${String(n)}`);
  const lines = Array.from({ length: 9_000 }, (_, n) => ({
    helper: parties[n % 100],
    helped: parties[(n * 7 + 1) % 100],
    day: n % 50,
  })) as unknown as Transfer[];
  const townOf = (): { readonly replica: { readonly ledger: OfTies } } => {
    const help = { gone: 0, transfers: () => lines.values() } as unknown as HelpView;
    return { replica: { ledger: { help, isEverMember: () => true } } };
  };
  const [town, atOnce] = [townOf(), townOf()];
  const parts = [countTies(town), countTies(town), countTies(town)];
  expect(parts).toEqual([false, false, true]);
  const today = 60 as Day;
  expect(newTiesOf(town.replica.ledger, today)).toEqual(
    newTiesOf(atOnce.replica.ledger, today),
  );
  expect(newTiesOf(town.replica.ledger, today).pairs).toBe(
    new Set(lines.map(({ helper, helped }) => [helper, helped].sort().join())).size,
  );
});
