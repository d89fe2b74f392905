import { beforeEach, expect, test } from 'vitest';
import { Alerts, alertsForMe, alertsOf } from './alerts.ts';
import { blankListing, postListing } from './listings.ts';
import { categoryCode } from '../people/category.ts';
import { Village } from '../testing/village.ts';

let village: Village;
const place = (name: string) => village.placeOf(name);
const post = (name: string, title: string, category = categoryCode('garden')) =>
  postListing(place(name), {
    ...blankListing('offer', place(name).today()),
    category,
    title,
  });
const titles = (alerts: Alerts) => alerts.cards.map(({ listing }) => listing.title);

beforeEach(async () => {
  village = await Village.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
});

test('a new card of a wanted kind, by somebody else, until it was looked at', async () => {
  await post('Biel', 'What hung before');
  const alerts = alertsOf(place('Ana'));
  await alerts.set(categoryCode('garden'), true);
  expect(titles(alerts)).toEqual([]);
  await post('Biel', 'Hedges');
  await post('Biel', 'Bread', categoryCode('food'));
  await post('Ana', 'My own');
  expect(titles(alerts)).toEqual(['Hedges']);
  expect(alertsForMe(place('Ana'))).toEqual(alerts.cards);

  const again = new Alerts(place('Ana'));
  expect(titles(again)).toEqual([]);
  await again.loaded();
  expect(titles(again)).toEqual(['Hedges']);
  const [card] = again.cards;
  if (card) await again.see(card);
  expect(titles(again)).toEqual([]);
});

test('taken back, nothing is told any more; nobody else learns of it', async () => {
  const alerts = alertsOf(place('Ana'));
  const before = place('Ana').replica.board.version;
  await alerts.set(categoryCode('garden'), true);
  expect(place('Ana').replica.board.version).toBe(before);
  await post('Biel', 'Hedges');
  await alerts.set(categoryCode('garden'), false);
  expect(titles(alerts)).toEqual([]);
  expect(alerts.kinds).toEqual([]);
});

test('a note that says nothing is no alert', async () => {
  await place('Ana').notes.put('alerts', Uint8Array.of(1, 2, 3));
  const alerts = new Alerts(place('Ana'));
  await alerts.loaded();
  expect(alerts.kinds).toEqual([]);
});
