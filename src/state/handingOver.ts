/**
 * Things that change hands: given, lent and brought back, swapped. No hours move. Either
 * side says it, and it has happened when the other has said the same (`handover`).
 *
 * What it is not: the board, which knows what was said and by whom. Here it is read for one
 * reader. Nothing about a thing is stored twice: whether it is here follows from what both
 * have signed.
 */
import { err } from '@manyhands/base';
import type { Day, MemberId, Result } from '@manyhands/base';
import type { BothSigned, HandOver, PostedListing } from '@manyhands/ledger';
import { isHere, sign, waitsForMe, waitsForThem } from './bySigning.ts';
import type { SignRefused } from './bySigning.ts';
import type { Place } from './place.ts';

type Handing = BothSigned<HandOver>;

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
  ours(place).filter(({ handing }) => waitsForMe(place, handing));

/** What I said and the other has not, earliest first. */
const handOversByMe = (place: Place): OpenHandOver[] =>
  ours(place).filter(({ handing }) => waitsForThem(place, handing));

/** Where the thing of a listing is: what both sides have said, and nothing else. */
export function whereIs(
  place: Place,
  { member, listing }: Pick<PostedListing, 'member' | 'listing'>,
): Whereabouts {
  const happened = place.replica.board
    .handOvers()
    .filter(({ isBoth, content }) => isBoth && isOf(content, { member, listing }))
    .map(({ content }) => content);
  const out = happened.filter(({ step }) => step === 'out').toSorted(byDay).at(-1);
  if (!out) return { at: 'here' };
  const { taker: to, day: since } = out;
  if (listing.terms.manner !== 'lend') return { at: 'gone', to, since };
  const isBack = happened.some(
    ({ step, taker, day }) => step === 'back' && taker === to && day >= since,
  );
  return isBack ? { at: 'here' } : { at: 'lent', to, since };
}

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

/** Those between me and somebody who is here, earliest first. */
function ours(place: Place): OpenHandOver[] {
  const me = meOf(place);
  const { board } = place.replica;
  return board
    .handOvers()
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

const byDay = (a: HandOver, b: HandOver): number => a.day - b.day;
const latest = (a: Day, b: Day): Day => Math.max(a, b) as Day;
