import { thumbLimit } from '@manyhands/ledger';
import type { ListingTerms } from '@manyhands/ledger';
import { nameKind } from '../state/kinds.ts';
import { blankListing, postListing } from '../state/listings.ts';
import type { ListingDraft } from '../state/listings.ts';
import { richVillage, smallVillage } from './stories.ts';
import { villageDay } from './village.ts';
import type { Village } from './village.ts';

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

const names = ['Ana', 'Biel', 'Carme', 'Didac', 'بيل', 'ディダック'];
const whatOf = [
  'Roses pruned',
  'Tomatoes',
  'Bicycle repair',
  'دروس عربية',
  '園芸の手伝い',
  'Rides to the clinic',
  'Cena para cuatro',
  '',
];
const wordsOf =
  'We meet at the fountain, have a look together, and then see. No hurry at all; bring what you have. ';

/** So many members, and `each` cards of every one; a third have a picture. */
export async function bigBoardVillage(members: number, each: number): Promise<Village> {
  const village = await smallVillage();
  for (let i = 0; i < members; i++) {
    const name =
      i < 4
        ? (['Ana', 'Biel', 'Carme', 'Didac'][i] ?? '')
        : `${names[i % names.length] ?? ''} ${i}`;
    if (i >= 4) await village.admit(name, { by: 'Ana', skills: [i % 17] });
    const place = village.placeOf(name);
    for (let n = 0; n < each; n++) {
      const at = i * each + n;
      const kind = (['offer', 'need', 'thing'] as const)[n % 3] ?? 'offer';
      const blank = blankListing(kind, place.today());
      await postListing(place, {
        ...blank,
        title: `${whatOf[at % whatOf.length] ?? ''} ${at % 8 === 7 ? '' : at}`,
        words: wordsOf.repeat(at % 4),
        category: at % 17,
        terms: { ...blank.terms, free: [at % 21, (at * 5) % 21].sort((a, b) => a - b) },
        photo:
          at % 3 === 0
            ? { sha: 'ab'.repeat(32), thumb: new Uint8Array(thumbLimit) }
            : null,
      });
    }
    if (i > 0) place.writer.close();
  }
  return village;
}
