/**
 * Who could be of use to whom, both ways, and why.
 *
 * 1. A reason comes from fields that both have filled: what one can do and the other would
 *    be glad of. Without one there is no match.
 * 2. It is the same match from either side, mirrored.
 * 3. No hours come in. The order is a hash of the two, so that nobody stands before others
 *    for anything they did, and nobody's place moves.
 */
import type { MemberId } from '@manyhands/base';
import { pausesOf } from '../decisions/index.ts';
import { categoryCode } from '../people/index.ts';
import { peaceOf } from '../safety/index.ts';
import type { Place } from '../opened/index.ts';
import {
  isAtRest,
  membersHere,
  ofBoardAndPeople,
  remembered,
} from '../opened/index.ts';
import { listingsOf } from './listings.ts';

/** What somebody has said that can fit with somebody else. */
export interface Somebody {
  readonly id: MemberId;
  /** Kinds of help they can give, by their profile and their open offers. */
  readonly can: readonly number[];
  /** Kinds they would be glad of, by their wishes and their open needs. */
  readonly wants: readonly number[];
  readonly languages: readonly string[];
  /** In the community's own words; empty: not said. */
  readonly area: string;
}

export interface Match {
  readonly id: MemberId;
  /** What they can do and I would be glad of. */
  readonly theyCan: readonly number[];
  /** What I can do and they would be glad of. */
  readonly iCan: readonly number[];
  /** What both have in common beside that. */
  readonly languages: readonly string[];
  readonly area: string | null;
}

/** What fits between me and somebody else, or null where nothing does. */
export function matchOf(me: Somebody, other: Somebody): Match | null {
  if (me.id === other.id) return null;
  const theyCan = common(other.can, me.wants);
  const iCan = common(me.can, other.wants);
  if (theyCan.length === 0 && iCan.length === 0) return null;
  const area = plain(me.area) === plain(other.area) ? other.area.trim() : '';
  return {
    id: other.id,
    theyCan,
    iCan,
    languages: common(me.languages, other.languages),
    area: area === '' ? null : area,
  };
}

/** Everybody who fits with me, in the order of the pairs' hashes. */
export const matchesOf = (me: Somebody, others: readonly Somebody[]): Match[] =>
  others
    .map((other) => matchOf(me, other))
    .filter((match) => match !== null)
    .map((match) => ({ match, at: rankOfPair(me.id, match.id) }))
    .sort((a, b) => a.at - b.at || (a.match.id < b.match.id ? -1 : 1))
    .map(({ match }) => match);

// "Something else" fits with everything, and says nothing.
const other = categoryCode('other');

const byValue = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : 1);

function common<T extends number | string>(a: readonly T[], b: readonly T[]): T[] {
  const wanted = new Set(b);
  return [...new Set(a)]
    .filter((each) => wanted.has(each) && each !== other)
    .sort(byValue);
}

const plain = (area: string): string => area.trim().toLocaleLowerCase();

/** The same number for a pair from either side (FNV-1a): an order that means nothing. */
export function rankOfPair(a: MemberId, b: MemberId): number {
  let hash = 0x811c9dc5;
  for (const letter of a < b ? a + b : b + a) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * What every member who is here has said, me included. Of whoever is paused nothing new is
 * arranged (C13); a card that hangs for an organisation says nothing of its writer (C18).
 */
export const everybodyOf = remembered(
  (place): ReadonlyMap<MemberId, Somebody> => {
    const { board, ledger } = place.replica;
    const offered = new Map<MemberId, number[]>();
    const needed = new Map<MemberId, number[]>();
    for (const { member, listing, account } of listingsOf(place)) {
      if (account !== null) continue;
      const lists = { offer: offered, need: needed, thing: null }[listing.kind];
      lists?.set(member, [...(lists.get(member) ?? []), listing.category]);
    }
    const peace = peaceOf(place);
    const pauses = pausesOf(place);
    const me = place.membership.member;
    const here = membersHere(ledger)
      .filter(({ member }) => !peace.isBlocked(member) && !pauses.has(member))
      // Who has died or rests is asked for nothing (C27); whoever looks here does not rest.
      .filter(({ member }) => member === me || !isAtRest(place, member));
    return new Map(
      here.map(({ member }) => {
        const profile = board.profileOf(member);
        const somebody = {
          id: member,
          can: [...(profile?.skills ?? []), ...(offered.get(member) ?? [])],
          wants: [
            ...(board.wishesOf(member)?.categories ?? []),
            ...(needed.get(member) ?? []),
          ],
          languages: profile?.languages ?? [],
          area: profile?.area ?? '',
        };
        return [member, somebody] as const;
      }),
    );
  },
  ...ofBoardAndPeople,
);

/** What fits between me and this one. */
export function matchWith(place: Place, member: MemberId): Match | null {
  const everybody = everybodyOf(place);
  const me = everybody.get(place.membership.member);
  const them = everybody.get(member);
  return me && them ? matchOf(me, them) : null;
}

/** Everybody who fits with the member of this place. */
export const myMatches = remembered(
  (place): readonly Match[] => {
    const everybody = everybodyOf(place);
    const me = everybody.get(place.membership.member);
    return me ? matchesOf(me, [...everybody.values()]) : [];
  },
  ...ofBoardAndPeople,
);
