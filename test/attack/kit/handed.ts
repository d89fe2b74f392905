/** Things that change hands, as attackers and honest phones write them. */
import type { Day, Hex, ListingId, MemberId } from '@manyhands/base';
import { encode, fromHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import type { Handed, Listing } from '@manyhands/ledger';
import { whereIs } from '@manyhands/community/things';
import type { CastMember } from '@manyhands/testing';
import type { Reader } from './phones.ts';

/** The name of a listing: of any two members it may be the same. */
export const called = (name: string): ListingId => name.repeat(16) as ListingId;

export const thingCalled = (
  listing: ListingId,
  manner: Listing['terms']['manner'],
  more: Partial<Listing> = {},
): Listing => ({
  type: 'listing',
  listing,
  rev: 0,
  kind: 'thing',
  title: 'a thing',
  words: '',
  category: 1,
  terms: {
    place: 'agree',
    where: '',
    free: [],
    from: null,
    until: null,
    standing: false,
    group: 1,
    manner,
    producer: '',
    origin: '',
    fair: false,
    price: '',
  },
  photo: null,
  state: 'open',
  ...more,
});

type Who = Pick<CastMember, 'member'>;

/** The one letter of what `a` and `b` say: what of each goes to the other. */
export function letterOf(
  [a, things]: readonly [Who, readonly ListingId[]],
  [b, others]: readonly [Who, readonly ListingId[]],
  more: Partial<Handed> = {},
): Handed {
  const [low, high] =
    a.member < b.member
      ? [sideOf(a, things), sideOf(b, others)]
      : [sideOf(b, others), sideOf(a, things)];
  return {
    type: 'handed',
    hand: 'ab'.repeat(16),
    one: low.who,
    goes: low.things,
    other: high.who,
    comes: high.things,
    booking: null,
    step: 'out',
    day: 20_000 as Day,
    ...more,
  };
}

const sideOf = ({ member: owner }: Who, things: readonly ListingId[]) => ({
  who: owner,
  things: things.toSorted().map((listing) => ({ owner, listing, many: 1 })),
});

/** The body of a hand-over that no app would write: any sides, whosever the things are. */
export const bodyOfHanded = (
  [one, goes]: readonly [MemberId, readonly (readonly [MemberId, ListingId])[]],
  [other, comes]: readonly [MemberId, readonly (readonly [MemberId, ListingId])[]],
  hand: Hex = 'ab'.repeat(16),
): Uint8Array => {
  const side = (things: typeof goes): Value =>
    things.map(([owner, listing]) => [fromHex(owner), fromHex(listing), 1]);
  const sides = [fromHex(one), fromHex(other), side(goes), side(comes)];
  const payload = [fromHex(hand), ...sides, null, 0, 20_000];
  return encode([94, 1, payload, new Uint8Array(16)]);
};

/** Where it is, by the exports of `community` alone; null: there is no card of it. */
export function placeOf(
  { replica }: Reader,
  { member }: Who,
  listing: ListingId,
): string | null {
  const posted = replica.board.listing(member, listing);
  if (!posted) return null;
  const where = whereIs({ replica }, posted);
  return where.at === 'here' ? 'here' : `${where.at} to ${where.to.slice(0, 8)}`;
}
