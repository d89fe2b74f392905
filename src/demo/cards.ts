import type { Day, ListingId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import type { Listing, ListingTerms } from '@manyhands/ledger';
import { codeOf } from '../state/category.ts';
import { partsFor } from '../state/freeTimes.ts';
import { blankListing } from '../state/listings.ts';
import type { Category } from '../words/words.ts';

/** A card that a neighbour of the demo has pinned to the board. */
interface PinnedCard {
  /** Their place in the list of neighbours. */
  readonly who: number;
  readonly daysAgo: number;
  readonly kind: Listing['kind'];
  readonly category: Category;
  readonly title?: string;
  readonly words?: string;
  readonly terms?: Partial<ListingTerms>;
}

const saturday = [15, 16];

/** What hangs on the demo's board: some in their own words, some by taps alone. */
const pinned: readonly PinnedCard[] = [
  {
    who: 0,
    daysAgo: 40,
    kind: 'offer',
    category: 'together',
    title: 'New here? I show you round',
    terms: { free: partsFor('weekdays', 'morning'), place: 'outside', group: 3 },
  },
  {
    who: 1,
    daysAgo: 33,
    kind: 'offer',
    category: 'forms',
    title: 'Letters to offices',
    words: 'Bring the envelope, opened or not. We read it together first.',
    terms: { free: partsFor('weekdays', 'afternoon'), place: 'mine' },
  },
  {
    who: 2,
    daysAgo: 29,
    kind: 'offer',
    category: 'repair',
    title: 'Bicycles and taps',
    terms: { free: saturday, place: 'yours' },
  },
  {
    who: 3,
    daysAgo: 26,
    kind: 'offer',
    category: 'company',
    terms: { place: 'outside' },
  },
  {
    who: 4,
    daysAgo: 24,
    kind: 'offer',
    category: 'children',
    title: 'Homework and chess',
    terms: { free: partsFor('weekdays', 'afternoon'), group: 4, place: 'mine' },
  },
  {
    who: 5,
    daysAgo: 21,
    kind: 'need',
    category: 'lift',
    title: 'To the eye clinic and back',
    terms: { free: [4], standing: true },
  },
  {
    who: 6,
    daysAgo: 19,
    kind: 'offer',
    category: 'language',
    title: 'دروس عربية، وخبز بعدها',
    words: 'Arabic for beginners. There will be bread.',
    terms: { free: partsFor('weekend', 'evening'), group: 6 },
  },
  {
    who: 7,
    daysAgo: 16,
    kind: 'thing',
    category: 'learning',
    title: 'A laptop that is slow and honest',
    terms: { manner: 'give' },
  },
  {
    who: 8,
    daysAgo: 12,
    kind: 'thing',
    category: 'repair',
    title: 'Sewing machine',
    words: 'With three needles and the manual.',
    terms: { manner: 'lend' },
  },
  {
    who: 9,
    daysAgo: 9,
    kind: 'need',
    category: 'home',
    title: 'Two people and a piano, down one floor',
    terms: { free: saturday, group: 2, place: 'mine' },
  },
  {
    who: 10,
    daysAgo: 6,
    kind: 'offer',
    category: 'food',
    title: '一緒に料理しましょう',
    terms: { manner: 'gift', free: partsFor('weekend', 'evening') },
  },
  { who: 0, daysAgo: 4, kind: 'need', category: 'civic', terms: { place: 'remote' } },
  {
    who: 5,
    daysAgo: 3,
    kind: 'offer',
    category: 'garden',
    title: 'Roses pruned, and why',
    terms: { free: partsFor('weekdays', 'morning'), place: 'yours' },
  },
  { who: 3, daysAgo: 1, kind: 'need', category: 'safety', terms: { free: [2, 5, 8] } },
];

/** The cards of the demo, oldest first, as entries of those who pinned them. */
export const demoCards = (
  today: Day,
): { who: number; daysAgo: number; card: Listing }[] =>
  pinned.map(({ who, daysAgo, kind, category, title = '', words = '', terms }) => {
    const blank = blankListing(kind, today);
    const card: Listing = {
      ...blank,
      type: 'listing',
      listing: toHex(randomBytes(16)) as ListingId,
      rev: 0,
      state: 'open',
      title,
      words,
      category: codeOf(category),
      terms: { ...blank.terms, ...terms },
    };
    return { who, daysAgo, card };
  });
