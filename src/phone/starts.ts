import type { AccountId, EntryId, ListingId, PartyId } from '@manyhands/base';
import { isId, isListingId } from './ids.ts';

/** What is already known when somebody begins to record help. */
export interface RecordStart {
  readonly with: PartyId | null;
  /** For which organisation it is recorded; null: as oneself. */
  readonly as: AccountId | null;
  readonly instead: EntryId | null;
  readonly draft: string | null;
}

/** What is already known when somebody begins to write a card. */
export interface PostStart {
  readonly kind: (typeof cardKinds)[number] | null;
  readonly category: number | null;
  /** For which organisation it is to hang; null: as oneself. */
  readonly as: AccountId | null;
  /** The card of mine that is changed. */
  readonly change: ListingId | null;
  /** What was begun before. */
  readonly draft: string | null;
}

const cardKinds = ['offer', 'need', 'thing'] as const;

/** Nothing is known. */
export const newHelp: RecordStart = {
  with: null,
  as: null,
  instead: null,
  draft: null,
};
export const newCard: PostStart = {
  kind: null,
  category: null,
  as: null,
  change: null,
  draft: null,
};
/** What stands behind `record/` in an address; what it does not understand is not known. */
export function recordStartOf(
  kind: string | undefined,
  id: string | undefined,
): RecordStart {
  if (kind === 'with' && isId(id)) return { ...newHelp, with: id as PartyId };
  if (kind === 'for' && isId(id)) return { ...newHelp, as: id as AccountId };
  if (kind === 'instead' && isId(id)) return { ...newHelp, instead: id as EntryId };
  if (kind === 'draft' && id) return { ...newHelp, draft: id };
  return newHelp;
}

/** What stands behind `post/`, in the same way. */
export function postStartOf(
  start: string | undefined,
  more: string | undefined,
): PostStart {
  if (start === 'change' && isListingId(more)) return { ...newCard, change: more };
  if (start === 'draft' && more) return { ...newCard, draft: more };
  if (start === 'for' && isId(more)) return { ...newCard, as: more as AccountId };
  const kind = cardKinds.find((each) => each === start) ?? null;
  const code = /^\d{1,5}$/.test(more ?? '') ? Number(more) : null;
  const category = kind !== null && code !== null && code <= 65_535 ? code : null;
  return { ...newCard, kind, category };
}

/** `recordStartOf` of its parts is the start. */
export function recordStartText(start: RecordStart): string {
  if (start.with) return `/with/${start.with}`;
  if (start.as) return `/for/${start.as}`;
  if (start.instead) return `/instead/${start.instead}`;
  if (start.draft) return `/draft/${start.draft}`;
  return '';
}

export function postStartText(start: PostStart): string {
  const { kind, category, as, change, draft } = start;
  if (draft !== null) return `/draft/${draft}`;
  if (change !== null) return `/change/${change}`;
  if (as !== null) return `/for/${as}`;
  if (kind === null) return '';
  return category === null ? `/${kind}` : `/${kind}/${category}`;
}
