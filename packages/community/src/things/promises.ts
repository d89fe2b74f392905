/**
 * What its owner has promised to somebody (ledger/F9, 81): everybody sees that it is, and
 * nobody to whom. It ends by itself when the thing goes out.
 */
import { ok } from '@manyhands/base';
import type { ListingId, Result } from '@manyhands/base';
import { revAfter } from '@manyhands/ledger';
import type { PostedListing, Reserved } from '@manyhands/ledger';
import { replace } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { timesOut, whereIs } from './whereabouts.ts';

type Done = Promise<Result<void, WriteRefused>>;

/** Whether a thing that is here is promised, as far as its owner has said so. */
export function isReserved(
  place: Pick<Place, 'replica'>,
  posted: Pick<PostedListing, 'member' | 'listing'>,
): boolean {
  const { member, listing } = posted;
  const outs = place.replica.board.reservedAfter(member, listing.listing);
  if (outs === null || whereIs(place, posted).at !== 'here') return false;
  return listing.kind === 'thing' && timesOut(place, posted).length === outs;
}

/** Says that a thing of mine is promised; nothing of a card that is no thing, or not mine. */
export async function promise(place: Place, id: ListingId): Done {
  const posted = mineOf(place, id);
  if (posted?.listing.kind !== 'thing' || isReserved(place, posted))
    return ok(undefined);
  return say(place, id, timesOut(place, posted).length);
}

/** Says that it is to be had again, if it was promised. */
export async function letGoOf(place: Place, id: ListingId): Done {
  const posted = mineOf(place, id);
  return posted && isReserved(place, posted) ? say(place, id, null) : ok(undefined);
}

async function say(place: Place, listing: ListingId, outs: number | null): Done {
  const { member } = place.membership;
  const older = place.replica.board
    .entriesOf(member)
    .filter(
      ({ content }) => content.type === 'reserved' && content.listing === listing,
    );
  const revs = older.map(({ content }) => (content as Reserved).rev);
  const rev = revAfter(...revs);
  const said = await replace(place, { type: 'reserved', listing, rev, outs }, older);
  return said.ok ? ok(undefined) : said;
}

const mineOf = ({ replica, membership }: Place, id: ListingId): PostedListing | null =>
  replica.board.listing(membership.member, id);
