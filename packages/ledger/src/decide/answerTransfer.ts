import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import type { Ledger, Transfer } from '../fold/views.ts';
import type { TransferReply } from '../ledgerContent.ts';

/** Why something cannot be said about a transfer. */
export interface ReplyRefused {
  readonly type:
    | 'NoSuchTransfer'
    | 'NotYours'
    | 'AlreadyConfirmed'
    /** Only what both signed can be put right; the rest is declined or taken back. */
    | 'NotConfirmed'
    | 'AlreadyUndone'
    /** The other one has left, and can say yes to nothing any more. */
    | 'HasLeft';
}

type Reply = Result<TransferReply, ReplyRefused>;

/**
 * "Yes, that's right": with it the transfer exists, once (L3). It may follow one's own
 * no, or the other's taking back: both are advice, and what two people agree on in the
 * end counts (L4).
 */
export const confirmTransfer = (
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
): Reply => answer(ledger, 'transfer.confirm', by, proposal);

/** "Something's different", or "not me": to be said before it is confirmed (L4). */
export const declineTransfer = (
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
): Reply => answer(ledger, 'transfer.decline', by, proposal);

/**
 * Takes back what `by` proposed, towards everybody who has not confirmed yet. What all
 * have confirmed can only be put right (`undoTransfer`, L4).
 */
export function withdrawTransfer(
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
): Reply {
  const lines = ledger.linesOf(proposal);
  const [first] = lines;
  if (!first) return err({ type: 'NoSuchTransfer' });
  if (first.proposer !== by) return err({ type: 'NotYours' });
  if (lines.every(isConfirmed)) return err({ type: 'AlreadyConfirmed' });
  return ok({ type: 'transfer.withdraw', proposal, as: null });
}

function answer(
  ledger: Ledger,
  type: 'transfer.confirm' | 'transfer.decline',
  by: MemberId,
  proposal: EntryId,
): Reply {
  if (ledger.linesOf(proposal).length === 0) return err({ type: 'NoSuchTransfer' });
  const line = ledger.transfer(proposal, by);
  if (!line) return err({ type: 'NotYours' });
  if (isConfirmed(line)) return err({ type: 'AlreadyConfirmed' });
  return ok({ type, proposal, as: null });
}

const isConfirmed = ({ status }: Transfer): boolean => status === 'exists';
