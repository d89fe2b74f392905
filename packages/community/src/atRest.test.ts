/** Who has died, or of whom all decided that they rest: they are one of us, and asked for nothing. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { ListingId } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import {
  guardiansForThem,
  sayFarewell,
  viewOf,
  whoCouldWrite,
} from './agents/index.ts';
import { myMatches } from './board/index.ts';
import { toSayIKnow } from './decisions/index.ts';
import { comingUp, inboxOf } from './inbox.ts';
import { isAtRest } from './opened/index.ts';
import { OpenedCommunity } from './openedCommunity.ts';
import { sayWishes, showMyself } from './people/index.ts';
import { makeKit, newWords } from './recovery/index.ts';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  meetingsOf,
  suggest,
} from './talk/index.ts';
import { asksAll, look, says, threeVoices } from './testing/deciding.ts';
import { PaperVillage } from './testing/paperVillage.ts';
import { postFor } from './testing/posting.ts';
import { done } from './testing/results.ts';
import { Village } from './testing/village.ts';
import { newcomersOf } from './today.ts';

let village: Village;
let page: RecoveryWords;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const as = (name: string) => village.as(name);
const plan = { what: 'Tea', day: null, minute: null, length: null, where: '' };

/** Carme can bake, which Ana would be glad of; Biel thinks that the two should meet. */
beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
  page = await newWords();
  done(await makeKit(at('Carme'), page));
  done(await showMyself(at('Carme'), { skills: [6] }));
  done(await sayWishes(at('Ana'), { categories: [6] }));
  done(await meetingsOf(at('Biel')).suggest(id('Ana'), id('Carme'), ''));
  await meetingsOf(at('Ana')).settled();
});

const farewell = async () =>
  done(await sayFarewell(at('Biel'), id('Carme'), { words: page, text: 'Dear Carme' }));

async function rests(name: string): Promise<void> {
  const matter = { about: 'rule', key: 'resting', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value: [id(name)] });
  await says(village, 'Biel', motion);
}

/** What Ana is told of somebody, wherever her phone would lead her to them. */
const ledTo = (name: string) => ({
  fits: myMatches(at('Ana')).some((match) => match.id === id(name)),
  meets: meetingsOf(at('Ana')).mine.some(({ other }) => other === id(name)),
  greets: newcomersOf(as('Ana')).some(({ person }) => person.id === id(name)),
  couldWrite: whoCouldWrite(at('Ana')).includes(id(name)),
  keepsKeys: guardiansForThem(at('Ana')).includes(id(name)),
});
const everywhere = {
  fits: true,
  meets: true,
  greets: true,
  couldWrite: true,
  keepsKeys: true,
};
const nowhere = {
  fits: false,
  meets: false,
  greets: false,
  couldWrite: false,
  keepsKeys: false,
};

test('[C27] nobody is led to somebody who has died; they stand among us as who they were', async () => {
  expect(ledTo('Carme')).toEqual(everywhere);
  expect(as('Ana').person(id('Carme')).hasDied).toBe(false);
  await farewell();
  expect(ledTo('Carme')).toEqual(nowhere);
  const carme = { name: 'Carme', hasDied: true, hasLeft: false };
  expect(as('Ana').people).toContainEqual(expect.objectContaining(carme));
  expect(as('Ana').living.map(({ name }) => name)).toEqual(['Biel', 'Didac']);
});

test('[C27] nobody is led to who rests, until all decide otherwise; they can be asked still', async () => {
  await rests('Carme');
  expect(isAtRest(at('Ana'), id('Carme'))).toBe(true);
  expect(ledTo('Carme')).toEqual(nowhere);
  expect(as('Ana').living.map(({ name }) => name)).toContain('Carme');
  // Whoever looks at their own phone does not rest.
  expect(myMatches(at('Carme')).map((match) => match.id)).toEqual([id('Ana')]);
});

test('[C27] what was planned with who has died waits for nobody', async () => {
  const hers = await postFor(village, 'Carme', 'Ana');
  const mine = await postFor(village, 'Ana', 'Carme', {
    listing: '2c'.repeat(16) as ListingId,
  });
  done(await suggest(at('Carme'), mine, plan, ''));
  done(await suggest(at('Ana'), hers, plan, ''));
  await arrangementsRead(at('Ana'));
  await arrangementsRead(at('Carme'));
  const suggested = arrangementNamed(at('Carme'), hers);
  assert(suggested, 'she reads it');
  done(await agree(at('Carme'), suggested));
  await arrangementsRead(at('Ana'));
  const plans = (name: string) =>
    inboxOf(as(name)).filter(({ kind }) => kind === 'plan').length;
  expect(plans('Ana')).toBe(1);
  expect(comingUp(as('Ana'))).toHaveLength(1);
  await farewell();
  expect(plans('Ana')).toBe(0);
  expect(comingUp(as('Ana'))).toEqual([]);
});

test('[C27] nor does it wait for whoever writes for them', async () => {
  const paper = await PaperVillage.begin();
  const [biels, anas] = [paper.at('Biel'), paper.at('Ana')];
  const card = await postFor(paper.village, 'Ana', 'Biel');
  const name = { ...card, answerer: paper.didac };
  done(await suggest(await paper.theirs('Biel'), name, plan, ''));
  await arrangementsRead(anas);
  done(await suggest(anas, name, { ...plan, what: 'Soup' }, ''));
  const his = viewOf(biels, paper.didac);
  await arrangementsRead(his);
  const waits = () => inboxOf(new OpenedCommunity(his)).map(({ kind }) => kind);
  expect(waits()).toEqual(['plan']);
  const { words } = paper;
  done(await sayFarewell(biels, paper.didac, { words, text: 'Dear Didac' }));
  expect(waits()).toEqual([]);
});

test('[C27] whether I know somebody who rests is asked of nobody', async () => {
  await village.help('Didac', 'Ana', 30);
  await village.help('Didac', 'Ana', 30);
  await look(village, 'Ana');
  expect(toSayIKnow(at('Ana'))).toBe(id('Didac'));
  await rests('Didac');
  expect(toSayIKnow(at('Ana'))).toBeNull();
});

test('[C27] who has died is counted among the members no more, and who rests is', async () => {
  await rests('Biel');
  expect(as('Ana').together.members).toBe(4);
  await farewell();
  expect(as('Ana').together.members).toBe(3);
  expect(as('Ana').living).toHaveLength(2);
});
