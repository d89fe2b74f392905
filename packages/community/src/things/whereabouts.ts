import type { Day, ListingId, MemberId } from '@manyhands/base';
import type { Board, PostedListing } from '@manyhands/ledger';
import { ofVersion } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { handingsOf, isSwap, movesIn } from './handings.ts';
import type { Handing } from './handings.ts';

/**
 * Where a thing is. `here`: with its owner, to be had. `lent`: with `to` since that day.
 * `gone`: given away or swapped.
 */
export type Whereabouts =
  | { readonly at: 'here' }
  | { readonly at: 'lent' | 'gone'; readonly to: MemberId; readonly since: Day };

/** One time a thing went out, by the word of both. */
export interface WentOut {
  readonly content: Handing['content'];
  readonly taker: MemberId;
  readonly isBack: boolean;
}

type Named = Pick<PostedListing, 'member' | 'listing'>;
type OnBoard = Pick<Place, 'replica'>;

/**
 * Where the thing of a listing is: what both sides have said, and nothing else. It is out as
 * long as any time it went out lacks its way back; what was swapped has gone, whatever its
 * card says. Quick: it is asked of every card of a list.
 */
export function whereIs(place: OnBoard, named: Named): Whereabouts {
  const { kind, terms } = named.listing;
  if (kind !== 'thing') return here;
  const isLoan = ({ content }: WentOut) => terms.manner === 'lend' && !isSwap(content);
  const out = timesOut(place, named).filter(({ isBack }) => !isBack);
  const gone = out.findLast((each) => !isLoan(each));
  const last = gone ?? out.at(-1);
  if (!last) return here;
  return { at: gone ? 'gone' : 'lent', to: last.taker, since: last.content.day };
}

const here: Whereabouts = { at: 'here' };

/** What they have had of it and not brought back, each as both said it, the earliest first. */
export const loansTo = (
  place: OnBoard,
  named: Named,
  taker: MemberId,
): readonly Handing['content'][] =>
  timesOut(place, named)
    .filter((out) => !out.isBack && out.taker === taker)
    .map(({ content }) => content);

/** Each time it went out, by the days that both said, never by a clock. */
export const timesOut = (
  { replica: { board } }: OnBoard,
  { member, listing: { listing } }: Named,
): readonly WentOut[] => outsOf(board).get(nameOf(member, listing)) ?? [];

const nameOf = (owner: MemberId, listing: ListingId): string => `${owner}/${listing}`;

type Outs = ReadonlyMap<string, readonly WentOut[]>;

const outsOf: (board: Board) => Outs = ofVersion((board) => {
  const happened = handingsOf(board)
    .filter(({ isBoth }) => isBoth)
    .map(({ content }) => content)
    .map((content) => ({ content, letter: JSON.stringify(content) }))
    .sort((a, b) => a.content.day - b.content.day || (a.letter < b.letter ? -1 : 1));
  const backs = backsAmong(happened.map(({ content }) => content));
  const outs = new Map<string, WentOut[]>();
  for (const { content } of happened) {
    if (content.step === 'back') continue;
    const isBack = backs.takes(content);
    for (const { owner, listing, taker } of movesIn(content)) {
      const name = nameOf(owner, listing);
      const held = outs.get(name) ?? [];
      held.push({ content, taker, isBack });
      outs.set(name, held);
    }
  }
  return outs;
});

/** Ways back: of today by their hand, of before by how many there are of one trip. */
function backsAmong(contents: readonly Handing['content'][]) {
  const left = new Map<string, number>();
  for (const content of contents) {
    if (content.step === 'out') continue;
    const name = tripOf(content);
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  return {
    takes(out: Handing['content']): boolean {
      const name = tripOf(out);
      const some = left.get(name) ?? 0;
      left.set(name, some - 1);
      return some > 0;
    },
  };
}

/** What its way out and its way back have in common. */
export function tripOf(content: Handing['content']): string {
  if (content.type === 'handover')
    return `${nameOf(content.owner, content.listing)}/${content.taker}`;
  const { hand, one, other, goes, comes, booking } = content;
  return JSON.stringify([hand, one, other, goes, comes, booking]);
}
