import type { Day, ListingId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import type { Listing, ListingTerms } from '@manyhands/ledger';
import { categoryCode } from '@manyhands/community/people';
import { blankListing, partsFor } from '@manyhands/community/board';
import type { Category } from '@manyhands/community/people';
import type { village } from '../words/en/village.ts';
import { later } from '../words/later.ts';

/** A card that a neighbour of the demo has pinned to the board. */
interface PinnedCard {
  /** Their place in the list of neighbours. */
  readonly who: number;
  readonly daysAgo: number;
  readonly kind: Listing['kind'];
  readonly category: Category;
  /** In the language of whoever looks at the demo, as if they had all lived there. */
  readonly title?: keyof typeof village.cards;
  readonly words?: keyof typeof village.cards;
  /** In the writer's own language, whoever looks. */
  readonly written?: string;
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
    title: 'showRound',
    terms: { free: partsFor('weekdays', 'morning'), place: 'outside', group: 3 },
  },
  {
    who: 1,
    daysAgo: 33,
    kind: 'offer',
    category: 'forms',
    title: 'letters',
    words: 'lettersMore',
    terms: { free: partsFor('weekdays', 'afternoon'), place: 'mine' },
  },
  {
    who: 2,
    daysAgo: 29,
    kind: 'offer',
    category: 'repair',
    title: 'bicycles',
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
    title: 'homework',
    terms: { free: partsFor('weekdays', 'afternoon'), group: 4, place: 'mine' },
  },
  {
    who: 5,
    daysAgo: 21,
    kind: 'need',
    category: 'lift',
    title: 'clinic',
    terms: { free: [4], standing: true },
  },
  {
    who: 6,
    daysAgo: 19,
    kind: 'offer',
    category: 'language',
    written: 'دروس عربية، وخبز بعدها',
    terms: { free: partsFor('weekend', 'evening'), group: 6 },
  },
  {
    who: 7,
    daysAgo: 16,
    kind: 'thing',
    category: 'learning',
    title: 'laptop',
    terms: { manner: 'give' },
  },
  {
    who: 8,
    daysAgo: 12,
    kind: 'thing',
    category: 'repair',
    title: 'sewing',
    words: 'sewingMore',
    terms: { manner: 'lend' },
  },
  {
    who: 9,
    daysAgo: 9,
    kind: 'need',
    category: 'home',
    title: 'piano',
    terms: { free: saturday, group: 2, place: 'mine' },
  },
  {
    who: 10,
    daysAgo: 6,
    kind: 'offer',
    category: 'food',
    written: '一緒に料理しましょう',
    terms: { manner: 'gift', free: partsFor('weekend', 'evening') },
  },
  { who: 0, daysAgo: 4, kind: 'need', category: 'civic', terms: { place: 'remote' } },
  {
    who: 5,
    daysAgo: 3,
    kind: 'offer',
    category: 'garden',
    title: 'roses',
    terms: { free: partsFor('weekdays', 'morning'), place: 'yours' },
  },
  { who: 3, daysAgo: 1, kind: 'need', category: 'safety', terms: { free: [2, 5, 8] } },
];

/** The cards of the demo, oldest first, as entries of those who pinned them. */
export function demoCards(
  today: Day,
): { who: number; daysAgo: number; card: Listing }[] {
  const { cards } = later().village;
  return pinned.map(({ who, daysAgo, kind, category, ...own }) => {
    const blank = blankListing(kind, today);
    const card: Listing = {
      ...blank,
      type: 'listing',
      listing: toHex(randomBytes(16)) as ListingId,
      rev: 0,
      state: 'open',
      title: own.written ?? (own.title ? cards[own.title] : ''),
      words: own.words ? cards[own.words] : '',
      category: categoryCode(category),
      terms: { ...blank.terms, ...own.terms },
    };
    return { who, daysAgo, card };
  });
}
