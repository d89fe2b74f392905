import { expect, test } from 'vitest';
import type { Day } from '@manyhands/base';
import type { KnownContent } from '@manyhands/ledger';
import { gatheringsOfEach } from '../limits.ts';
import { peaceOf } from '../safety/index.ts';
import { done } from '../testing/results.ts';
import { villageDay } from '../testing/village.ts';
import { walkDay, walkDraft, walkers } from '../testing/walks.ts';
import {
  answerGathering,
  beginGathering,
  callOffGathering,
  changeDate,
  changeGathering,
  faultIn,
  putBackGathering,
  takeBackAnswer,
} from './acts.ts';
import {
  gatheringNewsFor,
  gatheringsComing,
  markNewsRead,
  mineComing,
} from './news.ts';
import {
  dateHere,
  datesBetween,
  gatheringNamed,
  gatheringsOf,
  nextDateOf,
  whoComes,
} from './shownDates.ts';

const nextWeek = (walkDay + 7) as Day;
const aMonth = [villageDay as Day, (villageDay + 30) as Day] as const;
const moved = {
  day: (walkDay + 1) as Day,
  minute: 660,
  length: 60,
  place: 'The school',
};

test('[C40] a gathering is seen by all, with each of its dates', async () => {
  const { biel, id, ana } = await walkers({ until: nextWeek });
  const dates = datesBetween(biel, ...aMonth);
  expect(dates.map(({ date, iOrganise }) => [date, iOrganise])).toEqual([
    [walkDay, false],
    [nextWeek, false],
  ]);
  expect(dateHere(ana, id, walkDay)).toMatchObject({
    here: { day: walkDay, minute: 600 },
    there: null,
    iOrganise: true,
    mine: null,
  });
  expect(dateHere(biel, id, (walkDay + 1) as Day)).toBeNull();
});

test('[C40] what cannot be said is one plain reason, and nothing is written', async () => {
  const { biel, carme } = await walkers();
  const faults = [
    { title: ' ' },
    { words: 'x'.repeat(1_001) },
    { title: 'e\u0301'.repeat(40) },
    { day: (villageDay - 1) as Day },
    { day: (villageDay + 800) as Day },
    { day: 2_932_896 as Day },
    { until: (walkDay - 1) as Day },
  ].map((more) => faultIn(biel, { ...walkDraft(), ...more }));
  expect(faults).toEqual([
    'NoTitle',
    'TooLong',
    'TooLong',
    'Past',
    'TooFar',
    'TooFar',
    'EndsBefore',
  ]);
  const before = biel.replica.board.version;
  const refused = await beginGathering(biel, { ...walkDraft(), title: '' });
  expect(refused).toMatchObject({ ok: false, error: { fault: 'NoTitle' } });
  // Who does not organise it changes nothing of it.
  const { id } = gatheringsOf(carme)[0] ?? {};
  if (!id) throw new Error('there is one');
  for (const act of [
    changeGathering(carme, id, { title: 'Mine' }),
    changeDate(carme, id, walkDay, { isOut: true }),
    callOffGathering(carme, id, ''),
  ])
    expect(await act).toMatchObject({ ok: false, error: { fault: 'NotOrganiser' } });
  expect(
    await answerGathering(carme, id, (walkDay + 1) as Day, { says: 'yes', guests: 0 }),
  ).toMatchObject({ ok: false, error: { fault: 'Gone' } });
  expect(biel.replica.board.version).toBe(before);
});

test('[C40] of one founder so many are listed, and those that concern me; of whom I blocked none', async () => {
  const { ana, biel, carme, id, says, village } = await walkers();
  for (let n = 0; n < gatheringsOfEach + 3; n++) {
    const later = { day: (walkDay + 10 + n) as Day, title: `Walk ${n}` };
    done(await beginGathering(ana, { ...walkDraft(), ...later }));
  }
  expect(gatheringsOf(biel)).toHaveLength(gatheringsOfEach);
  expect(gatheringsOf(biel).some((each) => each.id === id)).toBe(false);
  await says('Biel', 'yes');
  expect(gatheringsOf(biel)).toHaveLength(gatheringsOfEach + 1);
  await peaceOf(carme).block(village.memberOf('Ana'));
  expect(gatheringsOf(carme)).toEqual([]);
});

test('[C41] what changes is told first to who said yes, until they have read or answered', async () => {
  const { ana, biel, carme, id, says } = await walkers();
  await says('Biel', 'yes', walkDay, 2);
  await says('Carme', 'maybe', null);
  expect(gatheringNewsFor(biel)).toEqual([]);
  done(await changeDate(ana, id, walkDay, { moved, note: 'The bridge is closed' }));
  const kinds = () =>
    [biel, carme, ana].map((place) => gatheringNewsFor(place).map(({ kind }) => kind));
  expect(kinds()).toEqual([['again'], ['again'], []]);
  const who = whoComes(ana, id, walkDay);
  expect([who.yes, who.maybe, who.people]).toEqual([[], [], 0]);
  expect(who.askedAgain).toHaveLength(2);
  expect(dateHere(biel, id, walkDay)?.here).toEqual({ day: walkDay + 1, minute: 660 });
  await says('Biel', 'yes', walkDay, 1);
  expect(kinds()).toEqual([[], ['again'], []]);
  expect(whoComes(ana, id, walkDay).people).toBe(2);
  // Left out: told to those who come, not to who said no.
  await says('Carme', 'no', walkDay);
  done(await changeDate(ana, id, walkDay, { isOut: true }));
  expect(kinds()).toEqual([['off'], [], []]);
  const [news] = gatheringNewsFor(biel);
  if (news) await markNewsRead(biel, news);
  expect(kinds()).toEqual([[], [], []]);
  done(await callOffGathering(ana, id, 'Ana is ill'));
  // Read of once, and now it is all of it.
  expect(gatheringNewsFor(carme).map(({ kind }) => kind)).toContain('off');
  done(await putBackGathering(ana, id));
  expect(nextDateOf(biel, gatheringsOf(biel)[0] as never)?.date).toBe(nextWeek);
});

test('[C41] what I come to stands among what is coming up, of each gathering the next date', async () => {
  const { ana, biel, carme, village, says } = await walkers();
  await says('Biel', 'yes', null);
  const coming = (place: typeof ana) => gatheringsComing(place).map(({ date }) => date);
  expect([coming(ana), coming(biel), coming(carme)]).toEqual([
    [walkDay],
    [walkDay],
    [],
  ]);
  await says('Biel', 'no', walkDay);
  expect(coming(biel)).toEqual([nextWeek]);
  village.goTo(walkDay + 1);
  expect(coming(ana)).toEqual([nextWeek]);
  expect(
    mineComing(biel)
      .map(({ date }) => date)
      .slice(0, 2),
  ).toEqual([nextWeek, nextWeek + 7]);
});

test('[C40] what is said anew erases what was said, and what is taken back is gone', async () => {
  const { ana, biel, id, says } = await walkers();
  const written = (place: typeof biel, type: KnownContent['type']) =>
    place.replica.board
      .entriesOf(place.membership.member)
      .filter(({ content }) => content.type === type).length;
  await says('Biel', 'yes');
  await says('Biel', 'maybe', nextWeek);
  await says('Biel', 'no', walkDay);
  expect(written(biel, 'gathering.answer')).toBe(2);
  await says('Biel', 'yes', null);
  expect(written(biel, 'gathering.answer')).toBe(1);
  done(await changeGathering(ana, id, { title: 'A walk to the sea' }));
  expect(written(ana, 'gathering')).toBe(1);
  expect(gatheringNamed(biel, id)?.gathering.title).toBe('A walk to the sea');
  await says('Biel', 'no', walkDay);
  done(await takeBackAnswer(biel, id, walkDay));
  expect(dateHere(biel, id, walkDay)?.mine?.says).toBe('yes');
});

test('[C40] organisers are named by the founder, change the rest, and go on without their word', async () => {
  const { ana, biel, carme, village, id } = await walkers();
  done(await changeGathering(ana, id, { organisers: [village.memberOf('Biel')] }));
  done(await changeGathering(biel, id, { place: 'At the mill', note: 'Shorter' }));
  done(await changeGathering(biel, id, { organisers: [village.memberOf('Carme')] }));
  const now = gatheringNamed(carme, id);
  expect(now?.organisers).toEqual(
    [ana, biel].map(({ membership }) => membership.member),
  );
  expect(now?.gathering).toMatchObject({ place: 'At the mill', note: '' });
  done(await changeGathering(ana, id, { organisers: [] }));
  // Nothing that Biel wrote is lost by it: the founder wrote it anew.
  expect(gatheringNamed(carme, id)?.gathering.place).toBe('At the mill');
  expect(gatheringNamed(carme, id)?.organisers).toHaveLength(1);
});
