/** Proposals, their lines and what was said to them, as the fold holds them. */
import type { AccountId, MinuteOfTime, PartyId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { ProposedLine, TransferPropose, TransferReply } from '../ledgerContent.ts';
import { isBeyondCut } from './presence.ts';
import type { FoldedAct, Way } from './presence.ts';
import type { ShownTransfer } from './undos.ts';
import type { Transfer } from './views.ts';

export interface Reply extends FoldedAct {
  readonly type: TransferReply['type'];
  readonly time: MinuteOfTime;
  readonly way: Way;
  /** The account that it was written for. */
  readonly as: AccountId | null;
}

/** One line of a proposal. */
export interface FoldedLine extends ShownTransfer {
  readonly at: Proposal;
  /** The entry that proposed it. */
  readonly act: FoldedAct;
  /** As of which version of its accounts it is marked (L19). */
  markedAt: number;
}

/** Everything about one proposal; replies may come before it does. */
export interface Proposal {
  act: FoldedAct | null;
  as: AccountId | null;
  /** Both, when it stands in its log and a witness carries it too. */
  readonly ways: Record<Way, boolean>;
  lines: FoldedLine[];
  replies: Reply[];
}

/** A proposal counts by its place before the cut, and inside a witness always (L9). */
export const isProposalPresent = ({ ways }: Proposal, act: FoldedAct): boolean =>
  ways.witness || (ways.place && !isBeyondCut(act));

export function asProposed(
  { id, log, time }: Entry,
  { gave, day, kind, ref, note, as }: TransferPropose,
  { party, minutes }: ProposedLine,
): Transfer {
  const proposer = as ?? log.member;
  return {
    proposal: id,
    proposer,
    party,
    helper: gave ? proposer : party,
    helped: gave ? party : proposer,
    minutes,
    day,
    kind,
    ref,
    note,
    status: 'open',
    proposedAt: time,
    confirmedAt: null,
    undoneBy: null,
    rests: 'place',
    mark: null,
  };
}

/** Whose word a reply is: the account's that it was written for, else its writer's. */
export const saidFor = ({ as, log }: Reply): PartyId => as ?? log.member;

/**
 * Whether the reply's author has a say: the proposer may withdraw, a party may answer, and
 * further signers of an account that proposes say yes as well.
 */
export function concerns({ act, as, lines }: Proposal, reply: Reply): boolean {
  const by = saidFor(reply);
  const isProposer = by === (as ?? act?.log.member);
  if (reply.type === 'transfer.withdraw') return isProposer;
  const signsToo = reply.type === 'transfer.confirm' && as !== null && isProposer;
  return signsToo || lines.some((line) => line.transfer.party === by);
}

/**
 * One log says one thing once: its lowest copy stays, whichever came first, because it
 * is the last that a cut could take; of what witnesses carry, likewise.
 */
export function keepLowest(replies: Reply[], reply: Reply): void {
  const at = replies.findIndex(
    ({ log, type, way, as }) =>
      log === reply.log && type === reply.type && way === reply.way && as === reply.as,
  );
  const held = replies[at];
  if (!held) replies.push(reply);
  else if (isLower(reply, held)) replies[at] = reply;
}

const isLower = (a: FoldedAct, b: FoldedAct): boolean =>
  a.seq < b.seq || (a.seq === b.seq && a.id < b.id);

export const isEarlier = (a: Reply, b: Reply): boolean =>
  a.time < b.time || (a.time === b.time && a.id < b.id);
