import type { Day, Hex, ListingId, MemberId } from '@manyhands/base';
import {
  encode,
  fromHex,
  hex,
  integer,
  list,
  nullable,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import { dayField, listingField, memberField, u32Field, wordOf } from './fields.ts';

/**
 * A thing went from its owner to the other, or came back. Both write the same; when both
 * have, it has happened. No hours move. What begins today is written as `Handed`.
 */
export interface HandOver {
  readonly type: 'handover';
  readonly owner: MemberId;
  readonly listing: ListingId;
  readonly taker: MemberId;
  readonly step: 'out' | 'back';
  readonly day: Day;
}

/** One of the things that change hands. */
export interface ThingHanded {
  readonly owner: MemberId;
  readonly listing: ListingId;
  readonly many: number;
}

/**
 * Things went from `one` to `other` and, where they were swapped, the other way, or are all
 * back. Both write the same; when both have, it has happened (B17). No hours move.
 */
export interface Handed {
  readonly type: 'handed';
  /** 16 bytes that name the hand-over; its way back has the same. */
  readonly hand: Hex;
  /** Of the two the lower name. */
  readonly one: MemberId;
  readonly other: MemberId;
  /** Things of `one`, strictly ascending by listing. */
  readonly goes: readonly ThingHanded[];
  /** Things of `other`, likewise. One side may be empty, and not both. */
  readonly comes: readonly ThingHanded[];
  /** The booking that it is about; there are none yet. */
  readonly booking: Hex | null;
  readonly step: 'out' | 'back';
  readonly day: Day;
}

/**
 * A thing of the writer's is promised to somebody; to whom is not said. The highest `rev` of
 * one listing counts (B12).
 */
export interface Reserved {
  readonly type: 'reserved';
  readonly listing: ListingId;
  readonly rev: number;
  /** How often it had gone out: it is promised until the next time. Null: to be had again. */
  readonly outs: number | null;
}

export type ThingContent = HandOver | Handed | Reserved;

const stepField = wordOf<'out' | 'back'>('out', 'back');
const side: Shape<readonly ThingHanded[]> = list(
  tuple<ThingHanded>({
    owner: memberField,
    listing: listingField,
    many: integer(1, 999),
  }),
  0,
  8,
);

const handed = tuple<Omit<Handed, 'type'>>({
  hand: hex(16),
  one: memberField,
  other: memberField,
  goes: side,
  comes: side,
  booking: nullable(hex(16)),
  step: stepField,
  day: dayField,
});

/** One fact has one letter, and names nobody's things but those of the two (B17). */
const isSound = ({ one, other, goes, comes }: Omit<Handed, 'type'>): boolean =>
  one < other &&
  goes.length + comes.length > 0 &&
  areOf(one, goes) &&
  areOf(other, comes);

const areOf = (owner: MemberId, things: readonly ThingHanded[]): boolean =>
  things.every(
    (thing, i) =>
      thing.owner === owner && (things[i - 1]?.listing ?? '') < thing.listing,
  );

/**
 * What the app calls a hand-over: by the two, the things, and how often these have gone out
 * between them before. So both call it the same, whoever says it first; nobody checks it.
 */
export const handOf = (
  { one, other, goes, comes }: Pick<Handed, 'one' | 'other' | 'goes' | 'comes'>,
  before: number,
): Hex =>
  toHex(
    taggedHash(
      'hand',
      encode([
        fromHex(one),
        fromHex(other),
        side.write(goes),
        side.write(comes),
        before,
      ]),
    ).subarray(0, 16),
  );

export const thingShapes: {
  [C in ThingContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  handover: tuple({
    owner: memberField,
    listing: listingField,
    taker: memberField,
    step: stepField,
    day: dayField,
  }),
  handed: {
    read: (value) => {
      const read = handed.read(value);
      return read && isSound(read) ? read : undefined;
    },
    write: (of) => handed.write(of),
  },
  reserved: tuple({ listing: listingField, rev: u32Field, outs: nullable(u32Field) }),
};
