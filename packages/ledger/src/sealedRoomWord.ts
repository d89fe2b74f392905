/**
 * A word in a room that only its members read: a payload by itself, sealed (67) to the devices of
 * those who are in it, in the room's own thread. It is heard on a board of `from` alone.
 */
import { err, ok } from '@manyhands/base';
import type { CommunityId, MemberId, NoteId, Result } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  malformed,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { memberField, oneOf } from './fields.ts';
import { roomWordShape } from './groupContent.ts';
import type { RoomName, RoomWord } from './groupContent.ts';
import { threadOf } from './thread.ts';

/** What is said, as it stands in the clear where all may read it. */
export type SaidWordInRoom = Omit<RoomWord, 'type'>;

/** Plain texts have whole multiples of this many bytes: a yes is as long as a no. */
const step = 128;

interface Payload {
  readonly form: 6;
  readonly from: MemberId;
  readonly word: SaidWordInRoom;
  readonly padding: Uint8Array;
}

const shape: Shape<Payload> = tuple({
  form: oneOf(6),
  from: memberField,
  word: roomWordShape,
  padding: bytes(0, 255),
});

/** What is sealed to those who are in the room. */
export function encodeRoomWord(from: MemberId, word: SaidWordInRoom): Uint8Array {
  const payload = (fill: number): Uint8Array =>
    encodeAs(shape, { form: 6, from, word, padding: new Uint8Array(fill) });
  const room = -payload(0).length & (step - 1);
  // From 24 bytes on the length of the padding takes a byte of its own.
  return payload(room < 24 ? room : room === 24 ? room + step - 1 : room - 1);
}

/** Refuses `Malformed`, also of what another member than `from` is said to have said. */
export function readRoomWord(
  sealed: Uint8Array,
  from: MemberId,
): Result<SaidWordInRoom, Malformed> {
  const read = decodeAs(shape, sealed, entryLimits);
  if (!read.ok) return read;
  return read.value.from === from
    ? ok(read.value.word)
    : err(malformed('a word of who wrote it'));
}

/** The thread of a room: 16 bytes of a hash. */
export const roomThreadOf = (community: CommunityId, { kind, of }: RoomName): NoteId =>
  threadOf(
    'room',
    fromHex(community),
    Uint8Array.of(['all', 'group', 'gathering'].indexOf(kind)),
    fromHex(of ?? ''),
  );
