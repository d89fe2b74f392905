import { afterEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { createMemoryKeyring } from '@manyhands/storage';
import { topics } from '@manyhands/community/opened';
import { listingsOf } from '@manyhands/community/board';
import type { Place } from '@manyhands/community/opened';
import { BrowserPlaces } from '../platform/browserPlaces.ts';
import { Community } from '../phone/Community.svelte.ts';

const open: Place[] = [];
afterEach(async () => {
  for (const place of open.splice(0)) await place.erase();
});

/** Resolves at the first change after which `holds`; a test's own limit ends the wait. */
function until(place: Place, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      for (const end of ends) end();
      resolve();
    };
    const ends = topics.map((topic) => place.subscribe(topic, look));
    look();
  });
}

test('a demo is a year of signed exchanges, and a neighbour answers through a session', async () => {
  const places = new BrowserPlaces(createMemoryKeyring(), 'ws://127.0.0.1:9/relay');
  const steps: number[] = [];
  const made = await places.demo('Visitor', (done) => void steps.push(done));
  assert(made.ok, 'the demo opens');
  open.push(made.value);
  const community = new Community(made.value);

  expect(community.people).toHaveLength(11);
  expect(community.people.map(({ name }) => name)).toContain('Biel');
  expect(community.together.exchanges).toBe(steps.length);
  expect(community.waiting).toHaveLength(2);
  const cards = listingsOf(made.value);
  expect(cards.length).toBeGreaterThan(10);
  expect(new Set(cards.map(({ member }) => member)).size).toBe(11);
  expect(new Set(cards.map(({ listing }) => listing.kind)).size).toBe(3);
  expect(community.hours.length).toBeGreaterThan(8);

  const carme = community.people.find(({ name }) => name === 'Carme');
  assert(carme, 'Carme lives here');
  const before = community.balance ?? 0;
  const asked = await community.record({
    with: carme.id,
    iHelped: true,
    minutes: 90 as Minutes,
    day: community.today,
    category: null,
    text: 'We walked to the mill.',
    instead: null,
  });
  assert(asked.ok, 'it is asked');
  expect(community.hour(asked.value, carme.id)?.stage).toBe('asked');
  await until(made.value, () => community.hour(asked.value, carme.id)?.stage === 'met');
  expect(community.balance).toBe(before + 90);

  // After a reload the same neighbours are there, and none of them writes a place twice.
  const { membership } = made.value;
  await made.value.close();
  open.length = 0;
  const again = await places.open(membership, false);
  assert(again.ok, 'it opens again');
  open.push(again.value);
  const later = new Community(again.value);
  expect(later.balance).toBe(before + 90);
  const second = await later.record({
    with: carme.id,
    iHelped: false,
    minutes: 30 as Minutes,
    day: later.today,
    category: null,
    text: '',
    instead: null,
  });
  assert(second.ok, 'it is asked again');
  await until(again.value, () => later.hour(second.value, carme.id)?.stage === 'met');
  expect(later.balance).toBe(before + 60);
  expect(again.value.trouble()).toBeNull();
});
