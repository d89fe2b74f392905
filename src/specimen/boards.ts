import type { Day, ListingId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { thumbLimit } from '@manyhands/ledger';
import type { Listing, ListingTerms, Profile } from '@manyhands/ledger';
import { nameKind } from '@manyhands/community/people';
import { blankListing, postListing } from '@manyhands/community/board';
import type { ListingDraft } from '@manyhands/community/board';
import { fillStreet } from '../../packages/community/src/testing/fillStreet.ts';
import { quietNeighbour } from '../../packages/community/src/testing/quietNeighbour.ts';
import type { QuietNeighbour } from '../../packages/community/src/testing/quietNeighbour.ts';
import { seededRandom } from '../demo/random.ts';
import { richVillage, seenSmallVillage } from './stories.ts';
import { ScreenVillage, villageDay } from './village.ts';

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
export async function boardVillage(): Promise<ScreenVillage> {
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

const names = ['Ana', 'Biel', 'Carme', 'Didac', 'بيل', 'ディダック'];
const what = [
  'Roses pruned',
  'Tomatoes',
  'Bicycle repair',
  'دروس عربية',
  '園芸の手伝い',
  'Rides to the clinic',
  'Cena para cuatro',
  '',
];
const sentence =
  'We meet at the fountain, have a look together, and then see. No hurry at all; bring what you have. ';

/**
 * So many members, and `each` cards of every one; of so many cards one has a picture. All but four are
 * nobody's screens: they have keys and logs, and no place of their own.
 */
export async function bigBoardVillage(
  members: number,
  each: number,
  pictureIn = 3,
): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  await addNeighbours(village, members - 4, each, pictureIn);
  return village;
}

/**
 * So many more members, who have nothing more to say; answers who they are. They come evenly
 * over `during` days, the last of them today.
 */
export async function addNeighbours(
  village: ScreenVillage,
  members: number,
  each: number,
  pictureIn: number,
  during = 0,
): Promise<QuietNeighbour[]> {
  const ana = village.placeOf('Ana');
  const neighbours: QuietNeighbour[] = [];
  for (let i = 4; i < members + 4; i++) {
    village.goTo(villageDay - Math.floor((during * (members + 3 - i)) / members));
    const neighbour = await quietNeighbour(ana);
    await neighbour.writer.append('board', profileOf(i));
    neighbours.push(neighbour);
  }
  for (const [n, { writer }] of neighbours.entries()) {
    for (let i = (n + 4) * each; i < (n + 5) * each; i++)
      await writer.append('board', cardOf(i, ana.today(), pictureIn));
    writer.close();
  }
  return neighbours;
}

const profileOf = (i: number): Profile => ({
  type: 'profile',
  rev: 0,
  name: `${names[i % names.length] ?? ''} ${i}`,
  about: 'Born here, or come here, and glad of both.',
  skills: [i % 17, (i * 5) % 17],
  languages: ['ca', 'en'],
  area: `Street ${i % 12}`,
  reach: null,
  blob: null,
});

function cardOf(at: number, today: Day, pictureIn: number): Listing {
  const blank = blankListing(
    (['offer', 'need', 'thing'] as const)[at % 3] ?? 'offer',
    today,
  );
  const title = what[at % what.length] ?? '';
  return {
    ...blank,
    type: 'listing',
    listing: toHex(randomBytes(16)) as ListingId,
    rev: 0,
    state: 'open',
    title: title === '' ? '' : `${title} ${at}`,
    words: sentence.repeat(at % 4),
    category: at % 17,
    terms: {
      ...blank.terms,
      free: [at % 21, (at * 5 + 1) % 21].sort((a, b) => a - b),
    },
    photo:
      at % pictureIn === 0
        ? { sha: toHex(randomBytes(32)), thumb: randomBytes(thumbLimit) }
        : null,
  };
}

/** A village in its third year, with 150 members; as `newMember` sees it on her first day. */
export async function streetVillage(): Promise<ScreenVillage> {
  const village = await ScreenVillage.found('Ana', { ago: 730 });
  await fillStreet(village, seededRandom(15));
  return village;
}
