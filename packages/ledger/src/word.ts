/**
 * A word that one member says to another, where it lies on the board, and the order in which
 * the words of two stand.
 *
 * 1. It is a payload by itself, sealed (67) to the devices of the two, in a thread of the pair.
 *    Anybody may write in that thread, or copy what stands there: a word is heard only from
 *    the member it names as its writer, on that member's own board.
 * 2. No clock decides. `turn` is above every number its writer's device has used before, and
 *    `seen` is the highest turn of the other's that was read when this was written.
 * 3. The words of one writer stand by their turns, and a word stands behind those of the other
 *    that it had read. Of two whose writers did not know of each other the one with the lower
 *    `turn + seen` comes first: two honest words never change places.
 * 4. Where each of two says to have read the other, one number is false. First comes the one
 *    that has read what nobody wrote. So a false number misplaces the words of who wrote it,
 *    until it is answered, and moves none of the other's.
 */
import { err, ok } from '@manyhands/base';
import type {
  CommunityId,
  EntryId,
  MemberId,
  MinuteOfTime,
  NoteId,
  Result,
} from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  entryLimits,
  fromHex,
  malformed,
  text,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { memberField, oneOf, u32Field } from './fields.ts';
import { inOrder } from './meeting.ts';
import { threadOf } from './thread.ts';

export interface Word {
  /** Who says it: on any other member's board it is a copy. */
  readonly from: MemberId;
  readonly to: MemberId;
  readonly turn: number;
  readonly seen: number;
  readonly text: string;
}

/** UTF-8 bytes of a word's text. */
export const wordLimit = 1_000;
/** The highest turn: beyond it, its writer stays there and the place decides. */
export const lastTurn = 2 ** 32 - 1;
/** Plain texts have whole multiples of this many bytes: a yes is as long as a no. */
const step = 128;

interface Payload extends Word {
  readonly form: 5;
  readonly padding: Uint8Array;
}

const shape: Shape<Payload> = tuple({
  form: oneOf(5),
  from: memberField,
  to: memberField,
  turn: u32Field,
  seen: u32Field,
  text: text(wordLimit),
  padding: bytes(0, 255),
});

/** What is sealed to the two. */
export function encodeWord(word: Word): Uint8Array {
  const payload = (fill: number): Uint8Array =>
    encodeAs(shape, { ...word, form: 5, padding: new Uint8Array(fill) });
  const room = -payload(0).length & (step - 1);
  // From 24 bytes on the length of the padding takes a byte of its own.
  return payload(room < 24 ? room : room === 24 ? room + step - 1 : room - 1);
}

/** Refuses `Malformed`, also of somebody who speaks to themself, or says nothing. */
export function readWord(from: Uint8Array): Result<Word, Malformed> {
  const read = decodeAs(shape, from, entryLimits);
  if (!read.ok) return read;
  const { form: _, padding: _fill, ...word } = read.value;
  if (word.from === word.to) return err(malformed('two members'));
  if (word.text === '') return err(malformed('a word'));
  return ok(word);
}

/** The thread in which these two speak, in either order: 16 bytes of a hash. */
export function talkThreadOf(community: CommunityId, a: MemberId, b: MemberId): NoteId {
  const pair = inOrder(a, b).map(fromHex);
  return threadOf('talk', fromHex(community), ...pair);
}

/** A word as an entry carried it. */
export interface SaidWord {
  readonly id: EntryId;
  /** Its place in the log: which of one device's came first where their turns are the same. */
  readonly seq: number;
  /** By its writer's clock: for people to read, and no order goes by it. */
  readonly at: MinuteOfTime;
  readonly word: Word;
}

/** A word in its place. */
export interface PlacedWord extends SaidWord {
  /** The other has said since that they had read it. */
  readonly isRead: boolean;
}

/** The words of one pair in the order in which they are read: a function of the set (B16). */
export function wordsInOrder(said: readonly SaidWord[]): PlacedWord[] {
  const [lower] = said.map(({ word: { from, to } }) => (from < to ? from : to));
  const ones = chainOf(said, (from) => from === lower);
  const others = chainOf(said, (from) => from !== lower);
  const [oneLast, otherLast] = [ones, others].map(
    (chain) => chain.at(-1)?.word.turn ?? 0,
  ) as [number, number];
  const all: SaidWord[] = [];
  for (let [i, j] = [0, 0]; i + j < said.length;) {
    const [one, other] = [ones[i], others[j]];
    const isOneFirst =
      one && (!other || isFirst([one.word, otherLast], [other.word, oneLast]));
    if (isOneFirst) i += 1;
    else j += 1;
    const next = isOneFirst ? one : other;
    if (next) all.push(next);
  }
  return withReading(all);
}

const chainOf = (
  said: readonly SaidWord[],
  isTheirs: (from: MemberId) => boolean,
): SaidWord[] =>
  said
    .filter(({ word }) => isTheirs(word.from))
    .sort(
      (a, b) => a.word.turn - b.word.turn || a.seq - b.seq || (a.id < b.id ? -1 : 1),
    );

/** A word, and the highest turn that stands of who it was said to. */
type WithLast = readonly [word: Word, lastOfOther: number];

/** Whether the first of two heads comes before the second. */
function isFirst([one, otherLast]: WithLast, [other, oneLast]: WithLast): boolean {
  const hasRead = one.seen >= other.turn;
  const isReadBy = other.seen >= one.turn;
  if (hasRead !== isReadBy) return isReadBy;
  const [isAhead, isOtherAhead] = [one.seen > otherLast, other.seen > oneLast];
  if (hasRead && isAhead !== isOtherAhead) return isAhead;
  return one.turn + one.seen <= other.turn + other.seen;
}

/** What each of the two had read in a word that stands further on. */
function withReading(all: readonly SaidWord[]): PlacedWord[] {
  const readBy = new Map<MemberId, number>();
  return all
    .toReversed()
    .map((each) => {
      const { from, to, turn, seen } = each.word;
      readBy.set(from, Math.max(seen, readBy.get(from) ?? 0));
      return { ...each, isRead: (readBy.get(to) ?? 0) >= turn };
    })
    .reverse();
}
