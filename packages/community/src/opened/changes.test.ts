import { beforeEach, expect, test } from 'vitest';
import { blankListing, postListing } from '../board/listings.ts';
import { recordHelp } from '../hours/acts.ts';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { Minutes } from '@manyhands/base';
import type { CastMember } from '@manyhands/testing';
import { silentPhone } from '../testing/silentPhone.ts';
import { Changes, topics } from './changes.ts';
import type { Topic } from './changes.ts';
import type { Place } from './place.ts';

let ana: CastMember;
let biel: CastMember;
let place: Place;
let told: Topic[];

beforeEach(async () => {
  [ana, biel] = await createCast();
  ({ place } = await silentPhone(biel, await TestCommunity.of(ana, [biel])));
  told = [];
  for (const topic of topics) place.subscribe(topic, () => told.push(topic));
});

test('[C3] a card is told of the board, an hour of the ledger', async () => {
  const draft = { ...blankListing('offer', place.today()), title: 'Bread' };
  // The first of all that a device hangs up says that it speaks: that is of the ledger too.
  await postListing(place, draft);
  told = [];
  await postListing(place, draft);
  expect(new Set(told)).toEqual(new Set(['board']));
  told = [];
  const help = { with: ana.member, iHelped: true, minutes: 60 as Minutes };
  const words = { category: null, text: '', instead: null };
  expect((await recordHelp(place, { ...help, ...words, day: place.today() })).ok).toBe(
    true,
  );
  expect(new Set(told)).toEqual(new Set(['ledger']));
});

test('[C3] what came in one moment is heard of once, by whoever asked for it', () => {
  const soon: (() => void)[] = [];
  const changes = new Changes((call) => soon.push(call));
  let [ofBoth, ofLinks] = [0, 0];
  const both = () => (ofBoth += 1);
  const ends = (['ledger', 'board'] as const).map((topic) =>
    changes.subscribe(topic, both),
  );
  changes.subscribe('links', () => (ofLinks += 1));

  changes.tell('ledger');
  changes.tell('board');
  changes.tell('board');
  expect(ofBoth).toBe(0);
  for (const call of soon.splice(0)) call();
  expect([ofBoth, ofLinks]).toEqual([1, 0]);

  for (const end of ends) end();
  changes.tell('board');
  changes.tell('links');
  for (const call of soon.splice(0)) call();
  expect([ofBoth, ofLinks]).toEqual([1, 1]);
});
