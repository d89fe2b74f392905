import type { Hex, ListingId, MinuteOfTime } from '@manyhands/base';
import {
  encodeBody,
  signatureLength,
  storedLimit,
  thumbLimit,
} from '@manyhands/ledger';
import type { Listing, Photo } from '@manyhands/ledger';

/** A picture that was chosen for a listing: kept on this phone, and small, longest first. */
export interface PickedPhoto {
  readonly sha: Hex;
  readonly thumbs: readonly Uint8Array[];
}

/** The picture of a listing that stands, to be kept when it is changed. */
export const pickedOf = ({ sha, thumb }: Photo): PickedPhoto => ({
  sha,
  thumbs: [thumb],
});

/** The lengths for which a small picture is made: words may leave less room than all of it. */
export const thumbSizes = [thumbLimit, 2_048, 1_400, 900] as const;

/** What somebody says of a listing, without its picture. */
type Said = Omit<Listing, 'type' | 'listing' | 'rev' | 'state' | 'photo'>;

/**
 * The picture as a listing can hold it: the longest small one for which these words leave
 * room (an entry has 4,096 bytes). Null when they leave room for none.
 */
export function photoFor(said: Said, { sha, thumbs }: PickedPhoto): Photo | null {
  const thumb = thumbs.find((each) => each.length <= roomBeside(said));
  return thumb ? { sha, thumb } : null;
}

/** Bytes that these words leave for a small picture, whatever becomes of the listing. */
function roomBeside(said: Said): number {
  const longest: Listing = {
    ...said,
    type: 'listing',
    listing: '00'.repeat(16) as ListingId,
    rev: 2 ** 32 - 1,
    state: 'closed',
    photo: { sha: '00'.repeat(32), thumb: new Uint8Array(1) },
  };
  const time = (2 ** 32 - 1) as MinuteOfTime;
  const body = encodeBody('board', time, longest, new Uint8Array(16));
  // The byte that stands for the picture; two more that say a length above 255.
  const room = storedLimit - signatureLength - (body.length - 1) - 2;
  return Math.min(room, thumbLimit);
}
