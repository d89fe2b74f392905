import { assert, beforeEach, expect, test } from 'vitest';
import type { EntryId, ListingId } from '@manyhands/base';
import { encode, fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  suggest,
} from './talk/arrangements.ts';
import { lettersOf } from './opened/letters.ts';
import { listingsOf } from './board/listings.ts';
import { Peace, peaceOf } from './safety/peace.ts';
import { takeBackTold, tellAbout, toldByMe, toldToMe } from './safety/reports.ts';
import { smallVillage } from './testing/villages.ts';
import { postFor } from './testing/posting.ts';
import type { Village } from './testing/village.ts';
import { countOf, inboxOf, comingUp } from './inbox.ts';

let village: Village;
const place = (name: string) => village.placeOf(name);
const me = (name: string) => village.memberOf(name);
const needs = (name: string) => inboxOf(village.as(name)).map(({ kind }) => kind);
const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };

beforeEach(async () => {
  village = await smallVillage();
});

test('a hidden card is off my board and nobody else’s; it can be shown again', async () => {
  const { owner: member, listing } = await postFor(village, 'Biel', 'Ana');
  const card = { member, listing };
  expect(await peaceOf(place('Ana')).hide(card)).toMatchObject({ ok: true });
  expect(listingsOf(place('Ana'))).toEqual([]);
  expect(listingsOf(place('Carme'))).toHaveLength(1);
  expect(peaceOf(place('Ana')).hidden).toEqual([card]);
  await peaceOf(place('Ana')).show(card);
  expect(listingsOf(place('Ana'))).toHaveLength(1);
});

test('of whom I block there is nothing on my board or in my inbox, but their hours wait', async () => {
  await postFor(village, 'Biel', 'Ana');
  const mine = await postFor(village, 'Ana', 'Biel', {
    listing: '2c'.repeat(16) as ListingId,
  });
  await suggest(place('Biel'), mine, plan, '');
  await arrangementsRead(place('Ana'));
  await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
  await village.help('Ana', 'Carme', 30, { by: 'Carme', open: true });
  expect(needs('Ana').sort()).toEqual(['hour', 'hour', 'plan']);

  await peaceOf(place('Ana')).block(me('Biel'));
  expect(needs('Ana')).toEqual(['hour']);
  expect(countOf(village.as('Ana'))).toBe(1);
  expect(listingsOf(place('Ana')).map(({ member }) => member)).toEqual([me('Ana')]);
  expect(comingUp(village.as('Ana'))).toEqual([]);
  expect(village.as('Ana').waiting).toHaveLength(2);

  await peaceOf(place('Ana')).unblock(me('Biel'));
  expect(needs('Ana')).toHaveLength(3);
});

test('it is kept on this phone, and nothing of it is in any entry', async () => {
  const { version } = place('Ana').replica.board;
  const row = { notes: place('Ana').notes, tell: () => undefined };
  await new Peace(row).block(me('Biel'));
  const again = new Peace(row);
  await again.loaded();
  expect(again.isBlocked(me('Biel'))).toBe(true);
  expect(place('Ana').replica.board.version).toBe(version);
  // As it was written before there were other phones to tell.
  const listing = 'ab'.repeat(16);
  const old = [[me('Biel')], [[me('Carme'), listing]], ['cd'.repeat(32)]].map((part) =>
    part.map((each) => (Array.isArray(each) ? each.map(fromHex) : fromHex(each))),
  );
  await row.notes.put('peace', encode(old));
  const older = new Peace(row);
  await older.loaded();
  expect(older.blocked).toEqual([me('Biel')]);
  expect(older.hidden).toEqual([{ member: me('Carme'), listing }]);
  expect(older.hasRead('cd'.repeat(32) as EntryId)).toBe(true);
  // Damaged, it is as if nothing had been chosen.
  await row.notes.put('peace', Uint8Array.of(1, 2, 3));
  const damaged = new Peace(row);
  await damaged.loaded();
  expect(damaged.blocked).toEqual([]);
});

test('what the disk does not keep is not shown as kept', async () => {
  const { notes } = place('Ana');
  const full = {
    get: notes.get.bind(notes),
    put: () => Promise.resolve({ ok: false, error: { type: 'StoreFull' } }),
  };
  const peace = new Peace({ notes: full as never, tell: () => undefined });
  expect(await peace.block(me('Biel'))).toMatchObject({ error: { type: 'StoreFull' } });
  expect(peace.isBlocked(me('Biel'))).toBe(false);
});

test('what waits longest comes first', async () => {
  const name = await postFor(village, 'Ana', 'Biel');
  village.goTo(village.as('Ana').today - 3);
  await suggest(place('Biel'), name, plan, '');
  village.goTo(village.as('Ana').today + 1);
  await village.as('Carme').record({
    with: me('Ana'),
    iHelped: true,
    minutes: 30 as never,
    day: village.as('Carme').today,
    category: null,
    text: '',
    instead: null,
  });
  village.goTo(village.as('Ana').today + 2);
  await arrangementsRead(place('Ana'));
  expect(needs('Ana')).toEqual(['plan', 'hour']);
});

test('a plan whose day is over asks both whether it happened', async () => {
  const name = await postFor(village, 'Ana', 'Biel');
  const day = village.as('Ana').today;
  await suggest(place('Biel'), name, { ...plan, day }, '');
  await arrangementsRead(place('Ana'));
  const asked = arrangementNamed(place('Ana'), name);
  assert(asked);
  await agree(place('Ana'), asked);
  await arrangementsRead(place('Biel'));
  expect([needs('Ana'), needs('Biel')]).toEqual([[], []]);
  expect(comingUp(village.as('Biel'))).toHaveLength(1);
  village.goTo(day + 1);
  expect([needs('Ana'), needs('Biel')]).toEqual([['plan'], ['plan']]);
  expect(comingUp(village.as('Biel'))).toEqual([]);
});

test('a report is read by those who were chosen, and can be taken back', async () => {
  const about = { about: me('Biel'), listing: null };
  const chosen = [me('Carme'), me('Biel')];
  expect((await tellAbout(place('Ana'), about, 'Asks for money', chosen)).ok).toBe(
    true,
  );
  for (const name of ['Ana', 'Biel', 'Carme', 'Didac'])
    await lettersOf(place(name)).settled();
  expect(toldToMe(place('Carme'))).toMatchObject([
    { by: me('Ana'), about: me('Biel'), text: 'Asks for money' },
  ]);
  // Not the one it is about, even if chosen, and nobody else.
  for (const other of ['Biel', 'Didac']) {
    expect(lettersOf(place(other)).all).toEqual([]);
  }
  const board = place('Ana').replica.board;
  const bytes = board.entriesOf(me('Ana')).map(({ stored }) => toHex(stored));
  expect(bytes.join()).not.toContain(toHex(utf8Bytes('Asks for money')));
  expect(needs('Carme')).toEqual(['told']);

  const [told] = toldByMe(place('Ana'));
  assert(told);
  await peaceOf(place('Carme')).markRead(told.id);
  expect(needs('Carme')).toEqual([]);
  await takeBackTold(place('Ana'), told);
  expect(toldByMe(place('Ana'))).toEqual([]);
  expect(lettersOf(place('Carme')).all).toEqual([]);
});

test('nobody to tell, or too much to say, is refused', async () => {
  const about = { about: me('Biel'), listing: null };
  expect(await tellAbout(place('Ana'), about, 'x', [me('Biel')])).toMatchObject({
    error: { type: 'NobodyNamed' },
  });
  expect(
    await tellAbout(place('Ana'), about, 'x'.repeat(1_001), [me('Carme')]),
  ).toMatchObject({ error: { type: 'NoteTooLong' } });
});
