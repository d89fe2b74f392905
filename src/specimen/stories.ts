import type { ListingTerms } from '@manyhands/ledger';
import { nameKind } from '../state/kinds.ts';
import { blankListing, postListing } from '../state/listings.ts';
import type { ListingDraft } from '../state/listings.ts';
import { makeKit, newWords, tryKit } from '../state/kit.ts';
import { Village, villageDay } from './village.ts';

/** Names of every kind: one name twice, a very long one, other scripts. */
const neighbours = [
  'Biel',
  'Carme',
  'Didac',
  'Carme (2)',
  'Ana Roca',
  'بيل',
  'ディダック',
  'Carme Montserrat Puigdomènech i Casadevall de la Font',
  'Didac Vila',
  'Biel Serra',
  'Health centre',
] as const;

/** Who can do what, by place in the list above. */
const skills = [[1, 5], [4], [3, 8], [0], [10], [2, 9], [7], [6], [8], [], [0, 10]];

/** Ana's village in its second year: two things wait for her, one is asked. */
export async function richVillage(): Promise<Village> {
  const village = await Village.found('Ana', {
    ago: 400,
    unit: 'hour',
    words:
      'An hour is an hour, whatever the help was. Nobody has to say why they say no. We meet on the first Sunday of the month, under the plane trees.',
  });
  for (const [i, name] of neighbours.entries()) {
    village.goTo(villageDay - 390 + i * 25);
    const by = i < 3 ? 'Ana' : (neighbours[i % 3] ?? 'Ana');
    await village.admit(name, { by, skills: skills[i] ?? [] });
  }
  village.goTo(villageDay);
  await tellYear(village);
  await village.help('Carme', 'Biel', 120, { daysAgo: 4 });
  await village.help('Ana', 'Biel', 90, {
    daysAgo: 3,
    by: 'Biel',
    open: true,
    category: 4,
    text: 'The hedge by the canal. Thank you for bringing the long ladder!',
  });
  await village.help('Ana', 'Didac', 45, { daysAgo: 1, open: true, category: 3 });
  village.placeOf('Ana').hear({
    acks: village.acksOf([
      'Biel',
      'Carme',
      'Didac',
      'Ana Roca',
      'بيل',
      'Health centre',
    ]),
    linked: [village.memberOf('Biel'), village.memberOf('Carme')],
  });
  return village;
}

/** A year of Ana's hours and of the others', the same every time. */
async function tellYear(village: Village): Promise<void> {
  const lengths = [60, 90, 30, 45, 120, 75, 60];
  for (let week = 51; week > 0; week--) {
    const with_ = neighbours[(week * 5) % 9] ?? 'Biel';
    const minutes = lengths[week % lengths.length] ?? 60;
    const daysAgo = week * 7 - (week % 5);
    if (joinedAgo(with_) <= daysAgo || week % 7 === 3) continue;
    const told = { daysAgo, category: week % 12 };
    if ((week * 3) % 7 < 4) await village.help('Ana', with_, minutes, told);
    else await village.help(with_, 'Ana', minutes, told);
    const third = neighbours[(week * 3 + 1) % 11] ?? 'Carme';
    if (third !== with_ && joinedAgo(third) > daysAgo && week % 3 > 0) {
      await village.help(with_, third, 60, { daysAgo });
    }
  }
}

const joinedAgo = (name: string): number =>
  390 - neighbours.findIndex((each) => each === name) * 25;

/** A community founded a minute ago: one member, no hours. */
export const newVillage = (): Promise<Village> =>
  Village.found('Ana', { words: 'An hour is an hour.' });

/** Four people, no hours yet. */
export async function smallVillage(): Promise<Village> {
  const village = await Village.found('Ana', { ago: 30 });
  for (const name of ['Biel', 'Carme', 'Didac']) {
    await village.admit(name, { by: 'Ana' });
  }
  village.goTo(villageDay);
  return village;
}

/** Ana has made her page, and the three others keep a spare key for her. */
export async function spareKeyVillage(): Promise<Village> {
  const village = await smallVillage();
  const neighbours = ['Biel', 'Carme', 'Didac'].map((name) => village.memberOf(name));
  await makeKit(village.placeOf('Ana'), await newWords(), { neighbours });
  return village;
}

/** Ana has left the rich village, and one of them has heard: `as=Biel` is one who stays. */
export async function leftVillage(): Promise<Village> {
  const village = await richVillage();
  await village.as('Ana').leaving.say();
  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']) });
  return village;
}

/** What the neighbours have pinned to the board, in their own words and by taps alone. */
const cards: readonly (readonly [
  string,
  Partial<ListingDraft>,
  Partial<ListingTerms>,
])[] = [
  [
    'Biel',
    { kind: 'offer', category: 7, title: 'Bicycles, taps, shelves' },
    { free: [2, 5, 8, 11, 14, 15, 16] },
  ],
  [
    'Carme',
    { kind: 'need', category: 3, title: 'To the clinic and back' },
    { free: [4], place: 'outside' },
  ],
  [
    'Didac',
    { kind: 'offer', category: 8 },
    { free: [1, 4, 7, 10, 13], place: 'remote', group: 4 },
  ],
  [
    'Ana Roca',
    {
      kind: 'thing',
      category: 7,
      title: 'Sewing machine',
      words: 'It hums, but it sews. With three needles and the manual.',
    },
    { manner: 'lend', producer: 'Alfa', origin: 'Eibar' },
  ],
  [
    'بيل',
    {
      kind: 'offer',
      category: 14,
      title: 'دروس في اللغة العربية للمبتدئين',
      words: 'نبدأ من الحروف.',
    },
    { free: [15, 16, 18] },
  ],
  [
    'ディダック',
    { kind: 'offer', category: 5, title: '一緒に料理しましょう' },
    { manner: 'gift' },
  ],
  [
    'Didac Vila',
    { kind: 'need', category: 1 },
    { free: [0, 3, 6, 9, 12], standing: true, place: 'mine' },
  ],
  [
    'Carme (2)',
    { kind: 'thing', category: 1, title: 'A pram, as good as new' },
    { manner: 'give' },
  ],
  [
    'Biel Serra',
    {
      kind: 'need',
      category: 9,
      title:
        'Somebody to come along to the housing office and write down what they say',
    },
    {},
  ],
  [
    'Health centre',
    { kind: 'offer', category: 16, title: 'Walking group' },
    {
      free: [3, 9],
      group: 20,
      standing: true,
      place: 'outside',
      where: 'From the fountain',
    },
  ],
  [
    'Ana',
    { kind: 'offer', category: 4, title: 'Roses pruned, and why' },
    { free: [15, 18] },
  ],
  ['Ana', { kind: 'need', category: 2 }, {}],
];

/** The rich village with a board on which something hangs. */
export async function boardVillage(): Promise<Village> {
  const village = await richVillage();
  for (const [i, [name, draft, terms]] of cards.entries()) {
    village.goTo(villageDay - cards.length + i);
    const { place } = village.as(name);
    const blank = blankListing(draft.kind ?? 'offer', place.today());
    await postListing(place, {
      ...blank,
      ...draft,
      terms: { ...blank.terms, ...terms },
    });
  }
  village.goTo(villageDay);
  await nameKind(village.placeOf('Biel'), 'Bees', 4);
  await nameKind(village.placeOf('Ana'), 'Sunday coffee', 10);
  return village;
}

/** So many members that a list of them must not be a list of rows. */
export async function bigVillage(members: number): Promise<Village> {
  const village = await smallVillage();
  for (let i = 4; i < members; i++) {
    const name = `${['Ana', 'Biel', 'Carme', 'Didac'][i % 4] ?? ''} ${i}`;
    await village.admit(name, { by: 'Ana' });
    village.placeOf(name).writer.close();
  }
  return village;
}

/** Ana has a page, tried, and four phones: two work, one she warned of, one is off. */
export async function phonesVillage(): Promise<Village> {
  const village = await smallVillage();
  const ana = village.as('Ana');
  const others = [];
  for (const name of ['The laptop', 'The tablet', 'The lost phone']) {
    const { membership } = await village.addDevice('Ana', name);
    await ana.nameDevice(membership.device, name);
    others.push(membership.device);
  }
  const words = await newWords();
  await makeKit(village.placeOf('Ana'), words);
  await tryKit(village.placeOf('Ana'), words);
  await ana.freeze(others.slice(1, 2));
  await ana.switchOff(others.slice(2), words);
  return village;
}
