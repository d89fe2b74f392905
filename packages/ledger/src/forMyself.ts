/**
 * What a member keeps for themself alone, on every phone of theirs: whom they have blocked,
 * which cards they have hidden, what they were told and have read.
 *
 * 1. It is a payload by itself, sealed (67) to the member's own devices and to nobody else.
 * 2. Only what the member's own boards say in its thread is heard: the reader asks.
 * 3. Its length is one of four: it does not tell how many there are.
 */
import type {
  CommunityId,
  Hex,
  ListingId,
  MemberId,
  NoteId,
  Result,
} from '@manyhands/base';
import { ok } from '@manyhands/base';
import {
  boolean,
  bytes,
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  hex,
  list,
  nullable,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { listingField, oneOf, u32Field, wordOf } from './fields.ts';
import { threadOf } from './thread.ts';

/** One thing that somebody wants to see no more, or again. */
export interface OwnMark {
  readonly what: 'blocked' | 'hidden' | 'read';
  /** The member it is about; of what was read, the entry, or a whole log. */
  readonly subject: Hex;
  readonly listing: ListingId | null;
  /**
   * How often it has been turned, of a log up to which place: of two that stand, the higher
   * counts, then on.
   */
  readonly turn: number;
  readonly isOn: boolean;
}

/** So many fit into one sealed text, beside the keys for sixteen devices. */
export const ownMarksAtMost = 40;
const lengths = [700, 1_400, 2_100, 2_700] as const;

interface Payload {
  readonly form: 4;
  readonly marks: readonly OwnMark[];
  readonly padding: Uint8Array;
}

export const ownMarkShape: Shape<OwnMark> = tuple({
  what: wordOf('blocked', 'hidden', 'read'),
  subject: hex(32),
  listing: nullable(listingField),
  turn: u32Field,
  isOn: boolean,
});

const shape = tuple<Payload>({
  form: oneOf(4),
  marks: list(ownMarkShape, 1, ownMarksAtMost),
  padding: bytes(0, 1_023),
});

/** What is sealed: 1 to `ownMarksAtMost` marks, filled up so that lengths say little. */
export function encodeForMyself(marks: readonly OwnMark[]): Uint8Array {
  const payload = (fill: number) =>
    encodeAs(shape, { form: 4, marks, padding: new Uint8Array(fill) });
  const bare = payload(0).length;
  const room = (lengths.find((each) => each >= bare + 3) ?? bare) - bare;
  // The length of the padding itself takes up to two bytes more.
  return payload(Math.max(0, room - (room > 257 ? 2 : room > 24 ? 1 : 0)));
}

export function readForMyself(from: Uint8Array): Result<OwnMark[], Malformed> {
  const read = decodeAs(shape, from, entryLimits);
  return read.ok ? ok([...read.value.marks]) : read;
}

/** The thread in which a member keeps what is for themself: 16 bytes of a hash. */
export const ownThreadOf = (community: CommunityId, member: MemberId): NoteId =>
  threadOf('myself', fromHex(community), fromHex(member));
