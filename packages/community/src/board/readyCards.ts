import { ok } from '@manyhands/base';
import type { ListingId, Result } from '@manyhands/base';
import { encodeAs, integer, list } from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';
import type { ActRefused } from '../hours/index.ts';
import { readyCardsAtMost } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import { categoryOf } from '../people/index.ts';
import { blankListing, postListing } from './listings.ts';
import { readNoteAs } from '../opened/index.ts';

/**
 * Offers made from what somebody said they could do when they came: each is a kind of help
 * and nothing else, and lies on this phone alone until it is pinned or put away.
 */

const shape = list(integer(0, 65_535), 0, readyCardsAtMost);
const limits = { bytes: 256, depth: 1 };
const note = 'ready';

type Asked<T> = Promise<Result<T, StoreFault>>;

async function read(notes: Notes): Asked<readonly number[]> {
  const kept = await readNoteAs(notes, note, shape, limits);
  return kept.ok ? ok(kept.value ?? []) : kept;
}

/** A kind that the app has no sentence for makes no card. */
const saysWhatItIs = (code: number): boolean => {
  const known = categoryOf(code);
  return known !== null && known !== 'other';
};

/** Has a card ready for each of these kinds, after those that are; what is too much is left out. */
export async function addReadyCards(
  notes: Notes,
  kinds: readonly number[],
): Asked<void> {
  const before = await read(notes);
  if (!before.ok) return before;
  const all = new Set([...before.value, ...kinds.filter(saysWhatItIs)]);
  if (all.size === before.value.length) return ok(undefined);
  return notes.put(note, encodeAs(shape, [...all].slice(0, readyCardsAtMost)));
}

/** Forgets it; with the last of them the note goes. */
export async function dropReadyCard(notes: Notes, kind: number): Asked<void> {
  const before = await read(notes);
  if (!before.ok) return before;
  const left = before.value.filter((each) => each !== kind);
  if (left.length === before.value.length) return ok(undefined);
  return left.length === 0
    ? notes.delete(note)
    : notes.put(note, encodeAs(shape, left));
}

/** The kinds for which a card is ready and I offer nothing yet, as they were tapped. */
export async function readyCardsOf(place: Place): Asked<readonly number[]> {
  const kept = await read(place.notes);
  if (!kept.ok) return kept;
  const me = place.membership.member;
  const offered = new Set(
    place.replica.board
      .listings()
      .filter(({ member, listing }) => member === me && listing.kind === 'offer')
      .map(({ listing }) => listing.category),
  );
  return ok(kept.value.filter((kind) => !offered.has(kind)));
}

/** Pins the card that is ready for this kind, and forgets that it was. */
export async function pinReadyCard(
  place: Place,
  kind: number,
): Promise<Result<ListingId, ActRefused>> {
  const draft = { ...blankListing('offer', place.today()), category: kind };
  const pinned = await postListing(place, draft);
  // It hangs, and is not shown as ready any more, also where the note will not go.
  if (pinned.ok) await dropReadyCard(place.notes, kind);
  return pinned;
}
