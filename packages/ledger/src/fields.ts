import type {
  AccountId,
  CommunityId,
  Day,
  DeviceKey,
  EntryId,
  Hex,
  ListingId,
  MemberId,
  Minutes,
  NoteId,
  PartyId,
} from '@manyhands/base';
import { hex, integer, list } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';

/** The fields that entries, charters and requests share (codec/C1). */
export const communityField = hex<CommunityId>(32);
export const memberField = hex<MemberId>(32);
export const deviceField = hex<DeviceKey>(32);
export const partyField = hex<PartyId>(32);
export const accountField = hex<AccountId>(32);
export const entryField = hex<EntryId>(32);
export const noteField = hex<NoteId>(16);
export const listingField = hex<ListingId>(16);
export const keyField: Shape<Hex> = hex(32);
export const signatureField: Shape<Hex> = hex(64);
export const u32Field = integer(0, 2 ** 32 - 1);
export const dayField = integer<Day>(0, 65_535);
/** Minutes of one line; B5: one hundred hours at most. */
export const minutesField = integer<Minutes>(1, 6_000);

/** What a device may do for a member: 0 all, 1 keep and pass on, 2 transfers only. */
export type Role = 0 | 1 | 2;
export const roleField = integer<Role>(0, 2);

/** One of the numbers named, as the type that names them. */
export const oneOf = <T extends number>(...numbers: readonly T[]): Shape<T> => ({
  read: (value) => numbers.find((number) => number === value),
  write: (of) => of,
});

/** One of a few words, written as its place among them; any other number is no word. */
export const wordOf = <T extends string>(...words: readonly T[]): Shape<T> => ({
  read: (value) => (typeof value === 'number' ? words[value] : undefined),
  write: (of) => words.indexOf(of),
});

/** The same shape, for those values alone of which `holds` is true. */
export const where = <T>(shape: Shape<T>, holds: (value: T) => boolean): Shape<T> => ({
  read: (value) => {
    const read = shape.read(value);
    return read !== undefined && holds(read) ? read : undefined;
  },
  write: (of) => shape.write(of),
});

/** A list whose items ascend strictly by their names: one set has one encoding. */
export const ascending = <T>(
  shape: Shape<T>,
  [least, most]: readonly [least: number, most: number],
  nameOf: (item: T) => string | number,
): Shape<T[]> =>
  where(list(shape, least, most), (items) =>
    items.every((item, i) => {
      const before = items[i - 1];
      return before === undefined || nameOf(before) < nameOf(item);
    }),
  );
