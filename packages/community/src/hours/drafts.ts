import { ok } from '@manyhands/base';
import type { AccountId, EntryId, Minutes, PartyId, Result } from '@manyhands/base';
import {
  boolean,
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  text,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';
import { askedAtOnce } from '../limits.ts';
import { listNotes, textBytes } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { lineMost } from './inLines.ts';

/**
 * Help that somebody has begun to write down and not asked for: it lies on this phone
 * alone, and nobody has heard of it. Whoever waits to be let in keeps theirs like this.
 */
export interface HelpDraft {
  readonly id: string;
  readonly with: PartyId | null;
  /** Whom it was with, as typed while nobody could be picked. */
  readonly whom: string;
  readonly iHelped: boolean;
  readonly minutes: Minutes;
  readonly day: number;
  readonly category: number | null;
  readonly text: string;
  readonly instead: EntryId | null;
  /** For thanks alone: no hours are asked for. */
  readonly isGift: boolean;
  /** For which account it is recorded; null: as oneself. */
  readonly as: AccountId | null;
  /** Further people with whom it was the same: each has an hour of their own (C31). */
  readonly others: readonly PartyId[];
  /** What of it has been asked, where it stopped in between. */
  readonly asked: readonly EntryId[];
  /** It is being asked: the place in this phone's log from which on its entries stand. */
  readonly from: number | null;
}

/** In UTF-8, as notes are. */
export const draftLimits = { whom: 96, text: 1_000 };

type Kept = Omit<HelpDraft, 'id'>;

const fields = {
  with: nullable(hex<PartyId>(32)),
  whom: text(draftLimits.whom),
  iHelped: boolean,
  minutes: integer<Minutes>(1, lineMost),
  day: integer(0, 65_535),
  category: nullable(integer(0, 65_535)),
  text: text(draftLimits.text),
  instead: nullable(hex<EntryId>(32)),
};
const ofOne = { ...fields, isGift: boolean, as: nullable(hex<AccountId>(32)) };
const shape = tuple<Kept>({
  ...ofOne,
  others: list(hex<PartyId>(32), 0, askedAtOnce - 1),
  asked: list(hex<EntryId>(32), 0, askedAtOnce),
  from: nullable(integer(0, Number.MAX_SAFE_INTEGER)),
});
type New = 'others' | 'asked' | 'from';
/** As drafts were written before there were several, organisations, and gifts. */
const beforeSeveral = tuple<Omit<Kept, New>>(ofOne);
const beforeAs = tuple<Omit<Kept, New | 'as'>>({ ...fields, isGift: boolean });
const beforeGifts = tuple<Omit<Kept, New | 'as' | 'isGift'>>(fields);
/** What those lack. */
const withOne = { others: [], asked: [], from: null };
const limits = { bytes: 4_000, depth: 2 };
const prefix = 'draft/';

export const newDraftId = (place: Pick<Place, 'randomBytes'>): string =>
  toHex(place.randomBytes(8));

type Asked<T> = Promise<Result<T, StoreFault>>;

/** What fits is kept; a text that is too long is not cut, and nothing is written. */
export async function keepDraft(notes: Notes, { id, ...kept }: HelpDraft): Asked<void> {
  return notes.put(prefix + id, encodeAs(shape, kept));
}

/** Whether a draft can be kept as it stands. */
export const fitsDraft = ({ whom, text: words }: Pick<HelpDraft, 'whom' | 'text'>) =>
  textBytes(whom) <= draftLimits.whom && textBytes(words) <= draftLimits.text;

/** The draft of that id, or null: thrown away, or written by a version we cannot read. */
export async function readDraft(notes: Notes, id: string): Asked<HelpDraft | null> {
  const row = await notes.get(prefix + id);
  if (!row.ok) return row;
  if (!row.value) return ok(null);
  const read = decodeAs(shape, row.value, limits);
  if (read.ok) return ok({ id, ...read.value });
  const one = decodeAs(beforeSeveral, row.value, limits);
  if (one.ok) return ok({ id, ...one.value, ...withOne });
  const old = decodeAs(beforeAs, row.value, limits);
  if (old.ok) return ok({ id, ...old.value, ...withOne, as: null });
  const older = decodeAs(beforeGifts, row.value, limits);
  return ok(
    older.ok ? { id, ...older.value, ...withOne, isGift: false, as: null } : null,
  );
}

export async function listDrafts(notes: Notes): Asked<HelpDraft[]> {
  const drafts = await listNotes(notes, prefix, (id) => readDraft(notes, id));
  return drafts.ok ? ok(drafts.value.sort((a, b) => b.day - a.day)) : drafts;
}

export const dropDraft = (notes: Notes, id: string): Asked<void> =>
  notes.delete(prefix + id);
