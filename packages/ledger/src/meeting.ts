/**
 * "You two should meet": what a third member seals to two others, and their yes to it.
 *
 * 1. A payload by itself, sealed (67) to the devices of the two and of who wrote it.
 * 2. Its thread is a function of community and pair, in either order, so that each of the
 *    two finds it by asking for every member; anybody may write there. Who wrote it is
 *    the member of the entry: a yes counts from one of the two alone.
 */
import type { CommunityId, MemberId, NoteId, Result } from '@manyhands/base';
import { err } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  malformed,
  text,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { memberField, wordOf } from './fields.ts';
import { threadOf } from './thread.ts';

export interface Meeting {
  readonly step: 'suggest' | 'yes';
  /** The two, the lower id first. */
  readonly one: MemberId;
  readonly other: MemberId;
  /** Why, in the writer's own words; may be empty. */
  readonly text: string;
}

/** Bytes of UTF-8 that its words may have. */
export const meetingTextLimit = 300;

const shape: Shape<Meeting> = tuple({
  step: wordOf('suggest', 'yes'),
  one: memberField,
  other: memberField,
  text: text(meetingTextLimit),
});

export const encodeMeeting = (meeting: Meeting): Uint8Array => encodeAs(shape, meeting);

/** Refuses two in the wrong order, or one with themself: it has one encoding. */
export function readMeeting(bytes: Uint8Array): Result<Meeting, Malformed> {
  const read = decodeAs(shape, bytes, entryLimits);
  if (read.ok && read.value.one >= read.value.other) {
    return err(malformed('two members in ascending order'));
  }
  return read;
}

export const inOrder = (a: MemberId, b: MemberId): [MemberId, MemberId] =>
  a < b ? [a, b] : [b, a];

/** Where all that is sealed about these two meeting stands: 16 bytes of a hash. */
export function meetingThreadOf(
  community: CommunityId,
  a: MemberId,
  b: MemberId,
): NoteId {
  const pair = inOrder(a, b).map(fromHex);
  return threadOf('meeting', fromHex(community), ...pair);
}
