import type { Cancelled, MemberId, Result, Work } from '@manyhands/base';
import type { Membership, Place } from '../opened/index.ts';

/** Who a parcel is for, and so what goes into it. */
export type ParcelFor =
  | { readonly type: 'everybody' }
  /** Everything since the last parcel that was given away here. */
  | { readonly type: 'sinceLast' }
  /** What this member is not known to have. */
  | { readonly type: 'member'; readonly member: MemberId };

/** A parcel that was packed and lies ready to be given away. */
export interface PackedParcel {
  readonly bytes: number;
  readonly entries: number;
  /** The file: a text that any mail or messenger carries. */
  readonly text: string;
  /** The same as codes to be shown in turn; null when it is too large for that. */
  readonly parts: readonly string[] | null;
  /** Bytes of the largest parcel that has such codes. */
  readonly mostToShow: number;
  /** It was given away: from now on the next one can begin here. */
  givenAway(): Promise<void>;
}

/** `NothingNew`: they have it all. `NotLetInYet`: there is no secret to seal with. */
export type PackingRefused =
  | Cancelled
  | { readonly type: 'NothingNew' | 'TooLarge' | 'NotLetInYet' };

/** What a parcel says to bring, before anything in it is believed. */
export interface ParcelWeight {
  /** Entries that are not here; none: there is nothing new in it. */
  readonly entries: number;
  readonly hours: number;
  readonly answers: number;
  /** Members nobody here has heard of. */
  readonly people: number;
  /** Null: somebody whom the parcel itself brings. */
  readonly from: MemberId | null;
}

/** A parcel that was opened here. Nothing changes before it is taken in. */
export interface Parcel {
  readonly membership: Membership;
  readonly bytes: number;
  /** Reads it through in its place, which is open by then. */
  weigh(place: Place, work: Work): Promise<Result<ParcelWeight, ParcelRefused>>;
  takeIn(place: Place, work: Work): Promise<Result<TakenParcel, ParcelRefused>>;
}

/** What came of taking one in. What was taken stays, however it ended. */
export interface TakenParcel {
  readonly added: number;
  readonly end: 'whole' | 'stopped' | 'unproven';
  /** Something in it follows on what this phone lacks. */
  readonly hasGap: boolean;
}

/**
 * Why a parcel is not opened. `AnotherCommunity`: of one that is not on this phone, or
 * packed when it had another secret. `Stranger`, `SwitchedOff`, `Removed`: who packed it is
 * nobody's guest. `DiskFull`, `DiskRefused`: it was taken, and this phone could not keep it.
 */
export interface ParcelRefused {
  readonly type:
    | 'Malformed'
    | 'NotABundle'
    | 'Newer'
    | 'TooLarge'
    | 'AnotherCommunity'
    | 'Stranger'
    | 'SwitchedOff'
    | 'Removed'
    | 'DiskFull'
    | 'DiskRefused'
    | 'Cancelled';
}

/** How far a moving code has been read. */
export interface CollectedCode {
  readonly have: number;
  readonly of: number;
  readonly bundle: Uint8Array | null;
}

/** Port: parcels, packed and opened. Its code comes when somebody asks for one. */
export interface Parcels {
  pack(
    place: Place,
    whom: ParcelFor,
    work: Work,
  ): Promise<Result<PackedParcel, PackingRefused>>;
  /** Whether a parcel of this community was given away here before. */
  hasPacked(place: Place): Promise<boolean>;
  /** A file, a pasted text, or what a moving code brought. */
  read(from: Blob | string | Uint8Array): Promise<Result<Parcel, ParcelRefused>>;
  /** What another app has handed over since this was asked last; null for nothing. */
  handed(): Promise<Blob | null>;
  /** What puts a moving code together, text by text; null for a text that is none of it. */
  collector(): (text: string) => CollectedCode | null;
}
