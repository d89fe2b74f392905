/**
 * What members write on the board for accounts, decisions and the circle (F9, types 71 and
 * 77 to 79). None of it moves hours; who is heard is asked where it is shown (B18).
 */
import type { AccountId, Hex, ListingId, MemberId } from '@manyhands/base';
import { boolean, bytes, nullable, text, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import {
  accountField,
  keyField,
  listingField,
  memberField,
  u32Field,
} from './fields.ts';

/** A small picture for lists, and the hash of the whole one, kept outside the log. */
export interface Photo {
  readonly sha: Hex;
  readonly thumb: Uint8Array;
}

/** Bytes of a picture in a list. */
export const thumbLimit = 3_072;

export const photoField: Shape<Photo> = tuple({
  sha: keyField,
  thumb: bytes(1, thumbLimit),
});

/** How an account shows itself; heard from who signs under a newest mandate of it. */
export interface AccountCard {
  readonly type: 'account.card';
  readonly account: AccountId;
  readonly rev: number;
  readonly name: string;
  readonly words: string;
  readonly photo: Photo | null;
}

/** Words about a motion or a proposal: what it is for. They can be erased. */
export interface WordsAbout {
  readonly type: 'words';
  readonly about: Hex;
  readonly rev: number;
  readonly text: string;
}

/** One of the circle says that what stands in this body is to be covered, or no longer. */
export interface Cover {
  readonly type: 'cover';
  readonly member: MemberId;
  readonly bodyHash: Hex;
  readonly turn: number;
  readonly on: boolean;
}

/** This card of mine is the account's; null: it is mine again. */
export interface OnBehalf {
  readonly type: 'behalf';
  readonly listing: ListingId;
  readonly rev: number;
  readonly account: AccountId | null;
}

export type SharedContent = AccountCard | WordsAbout | Cover | OnBehalf;

/** Payloads by type (F9). */
export const sharedShapes: {
  [C in SharedContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  'account.card': tuple({
    account: accountField,
    rev: u32Field,
    name: text(96),
    words: text(1_000),
    photo: nullable(photoField),
  }),
  words: tuple({ about: keyField, rev: u32Field, text: text(1_000) }),
  cover: tuple({
    member: memberField,
    bodyHash: keyField,
    turn: u32Field,
    on: boolean,
  }),
  behalf: tuple({
    listing: listingField,
    rev: u32Field,
    account: nullable(accountField),
  }),
};
