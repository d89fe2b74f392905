import { beforeEach, expect, test } from 'vitest';
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, ListingId } from '@manyhands/base';
import {
  blankListing,
  changeListing,
  listingsOf,
  myListings,
  postListing,
} from '../board/index.ts';
import { myMatches } from '../board/matches.ts';
import { showMyself, sayWishes } from '../people/profile.ts';
import { meetingsOf, suggest } from '../talk/index.ts';
import {
  aboutPerson,
  asksAll,
  circleMatter,
  look,
  says,
  threeVoices,
} from '../testing/deciding.ts';
import { Village, villageDay } from '../testing/village.ts';
import { sayIKnow } from './acts.ts';
import { circleOf } from './circle.ts';
import { coveringOf, sayCover } from './covers.ts';
import { decisionNamed } from './decisions.ts';
import { decisionNotebookOf, DecisionNotebook } from './notebook.ts';
import { pauseOf } from './standing.ts';

let village: Village;
const place = (who: string) => village.placeOf(who);
const id = (who: string) => village.memberOf(who);
const everybody = ['Ana', 'Biel', 'Carme', 'Didac'];
const circleOn = (who: string) => circleOf(place(who), decisionNotebookOf(place(who)));
const pauseOn = (who: string) => pauseOf(place(who), id('Didac'));

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
});

async function ask(motion: Promise<EntryId>, ...yes: string[]): Promise<EntryId> {
  const asked = await motion;
  for (const who of yes) await says(village, who, asked);
  await look(village, ...everybody);
  return asked;
}

async function post(
  who: string,
  kind: 'offer' | 'need',
  title: string,
): Promise<ListingId> {
  const posted = await postListing(place(who), {
    ...blankListing(kind, place(who).today()),
    title,
  });
  if (!posted.ok) throw new Error('memory has room');
  return posted.value;
}

const pauseDidac = (who = 'Ana') =>
  asksAll(village, who, aboutPerson(id('Didac'), 'paused'));

/** Four have a voice, so two do not decide; Ana and Biel are the circle, and it takes both. */
async function withCircle(): Promise<void> {
  await sayIKnow(place('Ana'), id('Didac'));
  const matter = circleMatter(2, [id('Ana'), id('Biel')]);
  await ask(asksAll(village, 'Ana', matter), 'Biel', 'Carme');
  village.goTo(villageDay + 7);
}

test('[community/C12] a pause is acted on seven days after it was seen taken', async () => {
  const motion = await ask(pauseDidac(), 'Biel');
  const seen = place('Ana').now();
  expect(pauseOn('Ana')).toBeNull();
  expect(decisionNamed(place('Ana'), motion)?.actsFrom).toBe(seen + 7 * minutesPerDay);
  // What came with the first fetch is so already.
  expect(pauseOn('Carme')).toMatchObject({ motion, by: 'all', until: null });
  village.clock.minute += 7 * minutesPerDay - 1;
  expect(pauseOn('Ana')).toBeNull();
  village.clock.minute += 1;
  expect(pauseOn('Ana')).toMatchObject({ by: 'all' });
  expect(decisionNamed(place('Ana'), motion)?.actsFrom).toBeNull();
  // That somebody is among us again waits for nothing.
  await ask(asksAll(village, 'Carme', aboutPerson(id('Didac'), 'among us')), 'Biel');
  expect(pauseOn('Ana')).toBeNull();
});

test('[community/C13] whose paused cards hang for themselves alone, and who arranges nothing new', async () => {
  const card = await post('Didac', 'need', 'A lift');
  const name = { owner: id('Didac'), listing: card, answerer: id('Biel') };
  const plan = { what: 'A lift', day: null, minute: null, length: null, where: '' };
  const begun = await post('Biel', 'offer', 'Bread');
  const going = { owner: id('Biel'), listing: begun, answerer: id('Didac') };
  expect((await suggest(place('Didac'), going, plan, '')).ok).toBe(true);
  await ask(pauseDidac(), 'Biel');
  village.goTo(villageDay + 7);
  await look(village, ...everybody);
  expect(listingsOf(place('Carme')).map(({ member }) => member)).not.toContain(
    id('Didac'),
  );
  expect(myListings(place('Didac'))).toHaveLength(1);
  const paused = { error: { type: 'Paused' } };
  expect(await suggest(place('Biel'), name, plan, '')).toMatchObject(paused);
  const other = await post('Carme', 'offer', 'Soup');
  const anew = { owner: id('Carme'), listing: other, answerer: id('Didac') };
  expect(await suggest(place('Didac'), anew, plan, '')).toMatchObject(paused);
  // What they were talking of already goes on, and so do hours and words on questions.
  expect((await suggest(place('Biel'), going, { ...plan, where: 'Here' }, '')).ok).toBe(
    true,
  );
  await village.help('Didac', 'Biel', 60);
  expect(village.as('Didac').balance).toBe(60);
});

test('[community/C12] the circle is who was decided seven days ago, till then who it was before', async () => {
  const first = circleMatter(2, [id('Ana'), id('Biel')]);
  await ask(asksAll(village, 'Ana', first), 'Biel');
  expect(circleOn('Ana')).toBeNull();
  village.clock.minute += 7 * minutesPerDay - 1;
  expect(circleOn('Ana')).toBeNull();
  village.goTo(villageDay + 7);
  expect(circleOn('Ana')?.members).toEqual([id('Ana'), id('Biel')].sort());
  const second = circleMatter(2, [id('Biel'), id('Carme')]);
  await ask(asksAll(village, 'Ana', second), 'Carme');
  expect(circleOn('Ana')?.members).toEqual([id('Ana'), id('Biel')].sort());
  village.goTo(villageDay + 14);
  expect(circleOn('Ana')?.members).toEqual([id('Biel'), id('Carme')].sort());
});

test('[community/C13] the circle pauses at once and for fourteen days, lifted by noes', async () => {
  await withCircle();
  const motion = await ask(pauseDidac('Biel'));
  expect(pauseOn('Ana')).toBeNull();
  await says(village, 'Ana', motion);
  await look(village, ...everybody);
  const until = place('Ana').now() + 14 * minutesPerDay;
  for (const who of everybody) {
    expect(pauseOn(who)).toMatchObject({ by: 'circle', until });
  }
  await says(village, 'Ana', motion, false);
  expect(pauseOn('Ana')).toBeNull();
  await says(village, 'Ana', motion);
  expect(pauseOn('Ana')).toMatchObject({ until });
  // Noes of all count, also of whom it is about.
  await says(village, 'Carme', motion, false);
  expect(pauseOn('Ana')).toMatchObject({ until });
  await says(village, 'Didac', motion, false);
  for (const who of everybody) expect(pauseOn(who)).toBeNull();
});

test('[community/C13] one of the circle and all the others pause nobody at once', async () => {
  await withCircle();
  await ask(pauseDidac('Carme'), 'Ana');
  expect(pauseOn('Ana')).toBeNull();
});

test('[community/C13] within ninety days of its beginning there is no other', async () => {
  await withCircle();
  await ask(pauseDidac('Ana'), 'Biel');
  village.clock.minute += 14 * minutesPerDay - 1;
  expect(pauseOn('Carme')).toMatchObject({ by: 'circle' });
  village.clock.minute += 1;
  expect(pauseOn('Carme')).toBeNull();
  const remove = asksAll(village, 'Ana', aboutPerson(id('Didac'), 'removed'));
  const second = await ask(remove, 'Biel');
  expect(pauseOn('Carme')).toBeNull();
  village.clock.minute += 76 * minutesPerDay;
  await look(village, ...everybody);
  // What they said then is no new word.
  expect(pauseOn('Carme')).toBeNull();
  await says(village, 'Biel', second, false);
  await says(village, 'Biel', second);
  await says(village, 'Ana', second, false);
  await says(village, 'Ana', second);
  expect(pauseOn('Carme')).toMatchObject({ by: 'circle' });
});

test('[community/C13] a phone that comes later counts from the words it took', async () => {
  await withCircle();
  const motion = await pauseDidac('Ana');
  await says(village, 'Biel', motion);
  village.clock.minute += 10 * minutesPerDay;
  await look(village, 'Carme');
  const until = place('Carme').now() + 4 * minutesPerDay;
  expect(pauseOn('Carme')).toMatchObject({ by: 'circle', until });
  const known = new DecisionNotebook(place('Carme'));
  await known.loaded();
  expect(known.pausedSince(id('Didac'))).toBe(until - 14 * minutesPerDay);
});

test('[community/C15] the circle covers a card; what is written anew is not', async () => {
  await post('Didac', 'offer', 'Fireworks');
  const card = () => {
    const [first] = listingsOf(place('Carme'));
    if (!first) throw new Error('the card hangs');
    return first.entry;
  };
  expect(coveringOf(place('Ana'), card())).toBeNull();
  await withCircle();
  await sayCover(place('Ana'), card(), true);
  await sayCover(place('Carme'), card(), true);
  const seen = () => coveringOf(place('Carme'), card());
  expect(seen()).toMatchObject({ isCovered: false, by: [id('Ana')], canSay: false });
  await sayCover(place('Biel'), card(), true);
  expect(seen()).toMatchObject({ isCovered: true, threshold: 2 });
  await sayCover(place('Ana'), card(), false);
  expect(seen()?.isCovered).toBe(false);
  await sayCover(place('Ana'), card(), true);
  expect(seen()?.isCovered).toBe(true);
  const [mine] = myListings(place('Didac'));
  if (!mine) throw new Error('the card hangs');
  await changeListing(place('Didac'), mine.listing.listing, { title: 'Candles' });
  expect(seen()?.isCovered).toBe(false);
});

test('[community/C13] whoever is paused fits with nobody, and is made known to nobody', async () => {
  const wants = { free: [], access: '', contact: '' };
  await sayWishes(place('Didac'), { ...wants, categories: [5] });
  await showMyself(place('Biel'), { skills: [5] });
  const meets = () => meetingsOf(place('Ana')).suggest(id('Biel'), id('Didac'), '');
  const introduced = async () => {
    await meetingsOf(place('Biel')).settled();
    return meetingsOf(place('Biel')).mine.length;
  };
  expect(myMatches(place('Biel'))).toHaveLength(1);
  expect(await meets()).toMatchObject({ ok: true });
  expect(await introduced()).toBe(1);

  await ask(pauseDidac(), 'Biel');
  village.goTo(villageDay + 7);
  expect(pauseOn('Biel')).not.toBeNull();
  expect(myMatches(place('Biel'))).toEqual([]);
  expect(myMatches(place('Didac'))).toEqual([]);
  expect(await meets()).toEqual({ ok: false, error: { type: 'Paused' } });
  expect(await introduced()).toBe(0);
});
