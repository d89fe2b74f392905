import { ok } from '@manyhands/base';
import type { AccountId, ListingId, Result } from '@manyhands/base';
import {
  bytes,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { listingTermsShape, thumbLimit } from '@manyhands/ledger';
import type { Listing, ListingTerms } from '@manyhands/ledger';
import type { Notes, StoreFault } from '@manyhands/replica';
import { listNotes, readNoteAs } from '../opened/index.ts';
import { listingLimits, wordsRoom } from './listings.ts';
import { thumbSizes } from './photo.ts';
import type { PickedPhoto } from './photo.ts';

/**
 * A card that somebody has begun and not pinned: it lies on this phone alone. A change to a
 * card that hangs is called like that card, a new one by chance.
 */
export interface CardDraft {
  readonly id: string;
  readonly change: ListingId | null;
  /** The organisation for which it is to hang; null: as oneself. */
  readonly as: AccountId | null;
  readonly kind: Listing['kind'];
  readonly category: number | null;
  readonly title: string;
  readonly words: string;
  readonly terms: ListingTerms;
  readonly picked: PickedPhoto | null;
}

const kinds: readonly Listing['kind'][] = ['offer', 'need', 'thing'];
const kindShape: Shape<Listing['kind']> = {
  read: (value) => (typeof value === 'number' ? kinds[value] : undefined),
  write: (kind) => kinds.indexOf(kind),
};

const shape = tuple<Omit<CardDraft, 'id'>>({
  change: nullable(hex<ListingId>(16)),
  as: nullable(hex<AccountId>(32)),
  kind: kindShape,
  category: nullable(integer(0, 65_535)),
  title: text(listingLimits.title),
  words: text(wordsRoom(null)),
  terms: listingTermsShape,
  picked: nullable(
    tuple<PickedPhoto>({
      sha: hex(32),
      thumbs: list(bytes(1, thumbLimit), 1, thumbSizes.length),
    }),
  ),
});
const limits = { bytes: 20_000, depth: 4 };
const prefix = 'card/';

type Asked<T> = Promise<Result<T, StoreFault>>;

/** Keeps it; what is too long for a card is refused before by whoever calls. */
export const keepCardDraft = (notes: Notes, { id, ...kept }: CardDraft): Asked<void> =>
  notes.put(prefix + id, encodeAs(shape, kept));

/** The draft of that name, or null: thrown away, or written by a version we cannot read. */
export async function readCardDraft(notes: Notes, id: string): Asked<CardDraft | null> {
  const kept = await readNoteAs(notes, prefix + id, shape, limits);
  return kept.ok ? ok(kept.value && { id, ...kept.value }) : kept;
}

/** All that were begun on this phone. */
export const listCardDrafts = (notes: Notes): Asked<CardDraft[]> =>
  listNotes(notes, prefix, (id) => readCardDraft(notes, id));

export const dropCardDraft = (notes: Notes, id: string): Asked<void> =>
  notes.delete(prefix + id);
