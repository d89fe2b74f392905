import type { ListingId, MemberId } from '@manyhands/base';
import type { Board, BothSigned, Entry, Handed, HandOver } from '@manyhands/ledger';
import { ofVersion } from '../opened/index.ts';
import { roundsOf } from './lendingRounds.ts';

/** What two say of things that change hands, by an entry of today or of before. */
export type Handing = BothSigned<HandOver> | BothSigned<Handed>;

/** One thing of a hand-over, and who has it while it is out. */
export interface ThingMoved {
  readonly owner: MemberId;
  readonly listing: ListingId;
  readonly taker: MemberId;
}

/** Every hand-over by itself, whoever has said it so far; earliest first. */
export const handingsOf: (board: Board) => readonly Handing[] = ofVersion((board) =>
  [...roundsOf(board), ...board.handed()].sort(byFirst),
);

/** The two whose word makes it so. */
export const twoOf = (content: Handing['content']): readonly [MemberId, MemberId] =>
  content.type === 'handover'
    ? [content.owner, content.taker]
    : [content.one, content.other];

/** All that is to go, or to come back: whoever says yes to one says yes to all. */
export function movesIn(content: Handing['content']): readonly ThingMoved[] {
  if (content.type === 'handover') return [content];
  const { one, other, goes, comes } = content;
  return [
    ...goes.map(({ owner, listing }) => ({ owner, listing, taker: other })),
    ...comes.map(({ owner, listing }) => ({ owner, listing, taker: one })),
  ];
}

/** Whether things went both ways. */
export const isSwap = (content: Handing['content']): boolean =>
  content.type === 'handed' && content.goes.length > 0 && content.comes.length > 0;

const firstOf = ({ entries: [first] }: Handing): Entry | undefined => first;

const byFirst = (a: Handing, b: Handing): number =>
  (firstOf(a)?.time ?? 0) - (firstOf(b)?.time ?? 0);
