import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Day } from '@manyhands/base';
import { done } from '../testing/results.ts';
import { walkDay, walkers } from '../testing/walks.ts';
import { callOffGathering, changeDate } from './acts.ts';
import { calendarOf, calendarOfMine } from './calendarOf.ts';
import type { CalendarWords } from './calendarOf.ts';
import { gatheringNamed } from './shownDates.ts';

const words: CalendarWords = {
  title: ({ shown }) => shown.gathering.title,
  words: ({ now }) => now.note,
  where: ({ now }) => now.place,
};

/** What a well-kept parser makes of a file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const status: unknown = each.getFirstPropertyValue('status');
    return {
      uid: event.uid,
      title: event.summary,
      where: event.location,
      start: event.startDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
      minutes: event.duration.toSeconds() / 60,
      isOff: status === 'CANCELLED',
      sequence: event.sequence,
    };
  });
}

const clockIn = (iso: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(
    new Date(iso),
  );

test('[C43] across a change of summer time each date is at its hour there, read by ical.js', async () => {
  const zone = 'Europe/Madrid';
  const { biel, id, village } = await walkers({ zone, day: walkDay, minute: 600 });
  village.goTo(walkDay + 140);
  const shown = gatheringNamed(biel, id);
  if (!shown) throw new Error('there is one');
  const events = read(calendarOf(biel, shown, words));
  // Summer time ends there on 25 October 2026.
  const around = events.filter(
    ({ start }) => start > '2026-10-10' && start < '2026-11-05',
  );
  expect(around.map(({ start }) => start)).toEqual([
    '2026-10-10T08:00:00.000Z',
    '2026-10-17T08:00:00.000Z',
    '2026-10-24T08:00:00.000Z',
    '2026-10-31T09:00:00.000Z',
  ]);
  expect(new Set(events.map(({ start }) => clockIn(start, zone)))).toEqual(
    new Set(['10:00']),
  );
  expect(events.length).toBeGreaterThanOrEqual(52);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events[0]).toMatchObject({
    title: 'A walk to the mill',
    where: 'At the bridge',
    minutes: 120,
    // Of a floating hour the reader's zone would be taken.
    zone: 'UTC',
  });
});

test('[C43] a later file moves and takes back what the one before told', async () => {
  const { ana, biel, id, says } = await walkers({ until: (walkDay + 7) as Day });
  await says('Biel', 'yes', null);
  const before = read(calendarOfMine(biel, words));
  expect(before).toHaveLength(2);
  const moved = {
    day: (walkDay + 1) as Day,
    minute: 660,
    length: 60,
    place: 'The school, north',
  };
  done(await changeDate(ana, id, walkDay, { moved }));
  done(await changeDate(ana, id, (walkDay + 7) as Day, { isOut: true }));
  const after = read(calendarOfMine(biel, words));
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(after).toMatchObject([
    { minutes: 60, where: 'The school, north', isOff: false, sequence: 1 },
    { isOff: true, sequence: 1 },
  ]);
  done(await callOffGathering(ana, id, ''));
  expect(read(calendarOfMine(biel, words)).map(({ isOff }) => isOff)).toEqual([
    true,
    true,
  ]);
});
