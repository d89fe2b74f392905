/**
 * What a member shows to partners alone, and where it lies on the board.
 *
 * 1. It is a payload by itself, sealed (67) to the devices of those who share an hour or an
 *    open card with its member; the board sees ciphertext.
 * 2. Its thread is a function of community and member, so anybody may write there. Only
 *    what the member's own boards say in it is theirs: the reader asks (THREATS.md).
 */
import type { CommunityId, MemberId, NoteId, Result } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  text,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { freeField } from './boardContent.ts';
import { u32Field } from './fields.ts';
import { threadOf } from './thread.ts';

/** When somebody is free, what they need to take part, and how to reach them. */
export interface ForPartners {
  /** Of two that stand, the higher one counts, then the entry with the higher id (B12). */
  readonly rev: number;
  /** Parts of the week, as in `Wishes`; none: not said. */
  readonly free: readonly number[];
  readonly access: string;
  readonly contact: string;
}

/** What fits in those fields, in bytes of UTF-8; the same in `Wishes`. */
export const partnerLimits = { access: 300, contact: 200 };

const shape: Shape<ForPartners> = tuple({
  rev: u32Field,
  free: freeField,
  access: text(partnerLimits.access),
  contact: text(partnerLimits.contact),
});

export const encodeForPartners = (words: ForPartners): Uint8Array =>
  encodeAs(shape, words);

export const readForPartners = (bytes: Uint8Array): Result<ForPartners, Malformed> =>
  decodeAs(shape, bytes, entryLimits);

/** The thread in which a member's words for partners stand: 16 bytes of a hash. */
export const partnersThreadOf = (community: CommunityId, member: MemberId): NoteId =>
  threadOf('partners', fromHex(community), fromHex(member));
