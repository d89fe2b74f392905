/**
 * Things that change hands: given, lent and brought back, swapped. No hours move. Either
 * side says it, and it has happened when the other has said the same (`handover`).
 *
 * What it is not: the board, which knows what was said and by whom. Here it is read for one
 * reader. Nothing about a thing is stored twice: whether it is here follows from what both
 * have signed.
 */
import { err } from '@manyhands/base';
import type { Day, ListingId, MemberId, Result } from '@manyhands/base';
import type { Board, HandOver, PostedListing } from '@manyhands/ledger';
import { isHere, sign, waitsForMe, waitsForThem } from '../hours/index.ts';
import type { SignRefused } from '../hours/index.ts';
import type { Place } from '../opened/index.ts';
import { roundsOf } from './lendingRounds.ts';
import type { Handing } from './lendingRounds.ts';

/** A hand-over that one of the two has said, and the other has not. */
export interface OpenHandOver {
  readonly handing: Handing;
  readonly thing: PostedListing;
  /** The other one of the two. */
  readonly other: MemberId;
  readonly iAmOwner: boolean;
}

/**
 * Where a thing is. `here`: with its owner, to be had. `lent`: with `to` since that day.
 * `gone`: given away or swapped.
 */
export type Whereabouts =
  | { readonly at: 'here' }
  | { readonly at: 'lent' | 'gone'; readonly to: MemberId; readonly since: Day };

/** What stands between a thing and one reader. */
export interface ThingNow {
  readonly where: Whereabouts;
  /** Said by the other: it waits for my yes. */
  readonly forMe: readonly OpenHandOver[];
  /** Said by me: it waits for theirs. */
  readonly byMe: readonly OpenHandOver[];
}

/** What waits for my yes, earliest first. */
export const handOversForMe = (place: Place): OpenHandOver[] =>
  myHandOvers(place).filter(({ handing }) => waitsForMe(place, handing));

/** What I said and the other has not, earliest first. */
const handOversByMe = (place: Place): OpenHandOver[] =>
  myHandOvers(place).filter(({ handing }) => waitsForThem(place, handing));

/**
 * Where the thing of a listing is: what both sides have said, and nothing else. Quick: it is
 * asked of every card of a list.
 */
export function whereIs(
  { replica: { board } }: Pick<Place, 'replica'>,
  { member, listing }: Pick<PostedListing, 'member' | 'listing'>,
): Whereabouts {
  const last = lastMoves(board).get(nameOf(member, listing.listing));
  if (!last || listing.kind !== 'thing') return here;
  const { taker: to, day: since, isBack } = last;
  if (listing.terms.manner !== 'lend') return { at: 'gone', to, since };
  return isBack ? here : { at: 'lent', to, since };
}

const here: Whereabouts = { at: 'here' };

interface LastMove {
  readonly taker: MemberId;
  readonly day: Day;
  readonly isBack: boolean;
}

const seen = new WeakMap<readonly Handing[], ReadonlyMap<string, LastMove>>();

/** Of each thing the last time it went out, and whether it has come back since. */
function lastMoves(board: Board): ReadonlyMap<string, LastMove> {
  const rounds = roundsOf(board);
  const known = seen.get(rounds);
  if (known) return known;
  const happened = rounds.filter(({ isBoth }) => isBoth);
  /** How often it came back from each of those who had it. */
  const backs = new Map<string, number>();
  for (const { content } of happened) {
    const name = tripsOf(content);
    if (content.step === 'back') backs.set(name, (backs.get(name) ?? 0) + 1);
  }
  const moves = new Map<string, LastMove>();
  const outs = happened
    .map(({ content }) => content)
    .filter(({ step }) => step === 'out')
    .sort((a, b) => a.day - b.day);
  for (const out of outs) {
    const name = tripsOf(out);
    const left = backs.get(name) ?? 0;
    backs.set(name, left - 1);
    const { taker, day } = out;
    moves.set(nameOf(out.owner, out.listing), { taker, day, isBack: left > 0 });
  }
  seen.set(rounds, moves);
  return moves;
}

const tripsOf = ({ owner, listing, taker }: HandOver): string =>
  `${nameOf(owner, listing)}/${taker}`;

const nameOf = (owner: MemberId, listing: ListingId): string => `${owner}/${listing}`;

export function thingNow(place: Place, posted: PostedListing): ThingNow {
  const isThis = ({ handing }: OpenHandOver) => isOf(handing.content, posted);
  return {
    where: whereIs(place, posted),
    forMe: handOversForMe(place).filter(isThis),
    byMe: handOversByMe(place).filter(isThis),
  };
}

/**
 * Says that a thing went to `taker`, or came back from them; the other of the two is asked.
 * I am one of the two, or it is `Changed`.
 */
export function sayHandOver(
  place: Place,
  posted: PostedListing,
  { taker, step }: Pick<HandOver, 'taker' | 'step'>,
): Promise<Result<void, SignRefused>> {
  const me = meOf(place);
  const owner = posted.member;
  const where = whereIs(place, posted);
  const isPossible =
    step === 'out' ? where.at === 'here' : where.at === 'lent' && where.to === taker;
  const isMine = owner !== taker && (owner === me || taker === me);
  if (!isPossible || !isMine) return Promise.resolve(err({ type: 'Changed' }));
  const { listing } = posted.listing;
  // On the day it went out it may come back, and on no earlier one.
  const day = where.at === 'lent' ? latest(place.today(), where.since) : place.today();
  return sign(place, { type: 'handover', owner, listing, taker, step, day });
}

/** Those between me and somebody who is here, asked or agreed, earliest first. */
export function myHandOvers(place: Place): OpenHandOver[] {
  const me = meOf(place);
  const { board } = place.replica;
  return roundsOf(board)
    .filter(({ content: { owner, taker } }) => owner === me || taker === me)
    .flatMap((handing) => {
      const { owner, taker, listing } = handing.content;
      const iAmOwner = owner === me;
      const other = iAmOwner ? taker : owner;
      const thing = board.listing(owner, listing);
      // Of what is erased nothing is asked any more.
      return thing && isHere(place, other) ? [{ handing, thing, other, iAmOwner }] : [];
    });
}

const meOf = (place: Place): MemberId => place.membership.member;

const isOf = (
  content: HandOver,
  { member, listing }: Pick<PostedListing, 'member' | 'listing'>,
): boolean => content.owner === member && content.listing === listing.listing;

const latest = (a: Day, b: Day): Day => Math.max(a, b) as Day;
