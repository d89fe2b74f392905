/**
 * Things that change hands: given, lent and brought back, swapped. No hours move. Either
 * side says it, and it has happened when the other has said the same (ledger/B17).
 *
 * What it is not: the board, which knows what was said and by whom. Here it is read for one
 * reader. Nothing about a thing is stored twice: whether it is here follows from what both
 * have signed.
 */
import { err } from '@manyhands/base';
import type { Day, MemberId, Result } from '@manyhands/base';
import { handOf } from '@manyhands/ledger';
import type { Handed, PostedListing } from '@manyhands/ledger';
import { isHere, sign, waitsForMe, waitsForThem } from '../hours/index.ts';
import type { SignRefused } from '../hours/index.ts';
import { handingsAsked } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import { handingsOf, movesIn, twoOf } from './handings.ts';
import type { Handing } from './handings.ts';
import { loansTo, timesOut, tripOf, whereIs } from './whereabouts.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A hand-over between me and another: open, or both have said it. */
export interface OpenHandOver {
  readonly handing: Handing;
  /** What it is about first; of a swap, what is mine. */
  readonly thing: PostedListing;
  /** What else goes the same way. */
  readonly more: readonly PostedListing[];
  /** Of a swap what goes the other way. */
  readonly inReturn: readonly PostedListing[];
  /** The other one of the two. */
  readonly other: MemberId;
  readonly iAmOwner: boolean;
}

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

export function thingNow(place: Place, posted: PostedListing): ThingNow {
  const { member, listing } = posted;
  const isThis = ({ handing }: OpenHandOver) =>
    movesIn(handing.content).some(
      (move) => move.owner === member && move.listing === listing.listing,
    );
  return {
    where: whereIs(place, posted),
    forMe: handOversForMe(place).filter(isThis),
    byMe: handOversByMe(place).filter(isThis),
  };
}

/** What somebody says of a thing: who has it, or had it; of a swap, for what. */
export interface SaidOfThing {
  readonly taker: MemberId;
  readonly step: 'out' | 'back';
  /** A thing of the taker's that went to the owner. */
  readonly inReturn?: PostedListing | null;
}

/**
 * Says that a thing went to `taker`, or came back from them; the other of the two is asked.
 * I am one of the two, and what it names is where it would have to be, or it is `Changed`.
 */
export function sayHandOver(
  place: Place,
  posted: PostedListing,
  said: SaidOfThing,
): Promise<Result<void, SignRefused>> {
  const me = place.membership.member;
  const { member: owner } = posted;
  const isMine = owner !== said.taker && (owner === me || said.taker === me);
  const content = isMine ? contentOf(place, posted, said) : null;
  if (!content) return Promise.resolve(err({ type: 'Changed' }));
  return sign(place, content);
}

/** Null: it cannot be so. */
const contentOf = (
  place: Place,
  posted: PostedListing,
  { taker, step, inReturn = null }: SaidOfThing,
): Handing['content'] | null =>
  step === 'out'
    ? wayOut(place, posted, taker, inReturn)
    : wayBack(place, posted, taker);

function wayOut(
  place: Place,
  posted: PostedListing,
  taker: MemberId,
  inReturn: PostedListing | null,
): Handed | null {
  const isFree = (each: PostedListing, owner: MemberId) =>
    each.member === owner &&
    each.listing.kind === 'thing' &&
    whereIs(place, each).at === 'here';
  if (!isFree(posted, posted.member)) return null;
  if (inReturn && !isFree(inReturn, taker)) return null;
  const sides = sidesOf(posted, taker, inReturn);
  const before = timesOut(place, posted).filter(
    ({ content }) => content.type === 'handed' && isSameSides(content, sides),
  ).length;
  return {
    type: 'handed',
    hand: handOf(sides, before),
    ...sides,
    booking: null,
    step: 'out',
    day: place.today(),
  };
}

type Sides = Pick<Handed, 'one' | 'other' | 'goes' | 'comes'>;

/** The one letter that this fact has. */
function sidesOf(
  posted: PostedListing,
  taker: MemberId,
  inReturn: PostedListing | null,
): Sides {
  const { member: owner } = posted;
  const of = ({ member, listing: { listing } }: PostedListing) => [
    { owner: member, listing, many: 1 },
  ];
  const [its, theirs] = [of(posted), inReturn ? of(inReturn) : []];
  return owner < taker
    ? { one: owner, other: taker, goes: its, comes: theirs }
    : { one: taker, other: owner, goes: theirs, comes: its };
}

const isSameSides = (content: Handed, sides: Sides): boolean =>
  JSON.stringify([content.one, content.other, content.goes, content.comes]) ===
  JSON.stringify([sides.one, sides.other, sides.goes, sides.comes]);

/** The letter with which it went out says how it comes back. */
function wayBack(
  place: Place,
  posted: PostedListing,
  taker: MemberId,
): Handing['content'] | null {
  if (whereIs(place, posted).at !== 'lent') return null;
  const loan = loansTo(place, posted, taker).at(-1);
  // On the day it went out it may come back, and on no earlier one.
  if (!loan) return null;
  return { ...loan, step: 'back', day: latest(place.today(), loan.day) };
}

/**
 * Those between me and somebody who is here, asked or agreed, earliest first. What another
 * asks that cannot be so is not among them, nor more than `handingsAsked` of theirs.
 */
export function myHandOvers(place: Place): OpenHandOver[] {
  const me = place.membership.member;
  const all = handingsOf(place.replica.board)
    .filter(({ content }) => twoOf(content).includes(me))
    .flatMap((handing) => openedFor(place, handing) ?? []);
  const asks = all.filter(({ handing }) => waitsForMe(place, handing));
  const left = new Set(asks);
  for (const ask of inTurn(asks)) left.delete(ask);
  return all.filter((each) => !left.has(each));
}

/** Of each neighbour a few at a time, by what they say and not by their clocks. */
function inTurn(asks: readonly OpenHandOver[]): OpenHandOver[] {
  const ofEach = new Map<MemberId, { ask: OpenHandOver; letter: string }[]>();
  for (const ask of asks) {
    const { content } = ask.handing;
    const held = ofEach.get(ask.other) ?? [];
    held.push({ ask, letter: JSON.stringify([content.day, content]) });
    ofEach.set(ask.other, held);
  }
  return [...ofEach.values()].flatMap((all) =>
    all
      .sort((a, b) => (a.letter < b.letter ? -1 : 1))
      .slice(0, handingsAsked)
      .map(({ ask }) => ask),
  );
}

/** Null of what nobody is asked any more, and of what no card tells of. */
function openedFor(place: Place, handing: Handing): OpenHandOver | null {
  const { membership, replica } = place;
  const me = membership.member;
  const { content, isBoth } = handing;
  const other = twoOf(content).find((member) => member !== me);
  if (other === undefined || !isHere(place, other)) return null;
  const moves = movesIn(content);
  const things = moves
    .map(({ owner, listing }) => replica.board.listing(owner, listing))
    .filter((thing) => thing?.listing.kind === 'thing')
    .filter((thing) => thing !== null);
  // Of what is erased nothing is asked any more.
  const isWhole = things.length === moves.length;
  const byOther = !isBoth && !handing.signedBy.includes(me);
  if (!isBoth && !isWhole) return null;
  if (byOther && !canBe(place, content, things)) return null;
  const mine = things.filter(({ member }) => member === me);
  const theirs = things.filter(({ member }) => member !== me);
  const [first, second] = mine.length > 0 ? [mine, theirs] : [theirs, mine];
  const [thing, ...more] = first;
  if (!thing) return null;
  return { handing, thing, more, inReturn: second, other, iAmOwner: mine.length > 0 };
}

/** Whether everything is where it would have to be. */
function canBe(
  place: Place,
  content: Handing['content'],
  things: readonly PostedListing[],
): boolean {
  if (content.step === 'out')
    return things.every((thing) => whereIs(place, thing).at === 'here');
  const trip = tripOf(content);
  const takers = new Map(movesIn(content).map(({ owner, taker }) => [owner, taker]));
  return things.every((thing) => {
    const taker = takers.get(thing.member);
    const loans = taker === undefined ? [] : loansTo(place, thing, taker);
    return loans.some((loan) => tripOf(loan) === trip);
  });
}

const latest = (a: Day, b: Day): Day => Math.max(a, b) as Day;
