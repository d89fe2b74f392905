import { err, ok } from '@manyhands/base';
import type { AccountId, EntryId, MemberId, Result } from '@manyhands/base';
import type { Ledger, Transfer } from '../fold/views.ts';
import type { TransferReply } from '../ledgerContent.ts';
import { canBeApart, hasSigned } from './signingFor.ts';

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
    | 'HasLeft'
    /** They do not sign for the account as whose they speak. */
    | 'NotASigner'
    /** They have said yes to it for the account before. */
    | 'AlreadySigned'
    /** They are the other side of it: others have to sign for the account (L18). */
    | 'BothSides';
}

type Reply = Result<TransferReply, ReplyRefused>;

/**
 * "Yes, that's right": with it the transfer exists, once (L3). It may follow one's own
 * no, or the other's taking back: both are advice, and what two people agree on in the
 * end counts (L4).
 *
 * `as` an account it is one signer's word of as many as it takes, on what the account was
 * asked, or on what another signer asked for it (L18).
 */
export function confirmTransfer(
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
  as: AccountId | null = null,
): Reply {
  if (as === null) return answer(ledger, 'transfer.confirm', by, proposal);
  const lines = ledger.linesOf(proposal);
  if (lines.length === 0) return err({ type: 'NoSuchTransfer' });
  if (!ledger.signsFor(by, as)) return err({ type: 'NotASigner' });
  const own = lines.filter(({ proposer, party }) => proposer === as || party === as);
  if (own.length === 0) return err({ type: 'NotYours' });
  const open = own.filter((line) => !isConfirmed(line));
  if (open.length === 0) return err({ type: 'AlreadyConfirmed' });
  if (open.every((line) => hasSigned(ledger, line, by, as))) {
    return err({ type: 'AlreadySigned' });
  }
  if (!open.some((line) => canBeApart(line, by))) return err({ type: 'BothSides' });
  return ok({ type: 'transfer.confirm', proposal, as });
}

/**
 * "Something's different", or "not me": to be said before it is confirmed (L4); `as` an
 * account by any one who signs for it.
 */
export const declineTransfer = (
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
  as: AccountId | null = null,
): Reply => answer(ledger, 'transfer.decline', by, proposal, as);

/**
 * Takes back what `by` proposed, towards everybody who has not confirmed yet; `as` an
 * account by any one who signs for it. What all have confirmed can only be put right
 * (`undoTransfer`, L4).
 */
export function withdrawTransfer(
  ledger: Ledger,
  by: MemberId,
  proposal: EntryId,
  as: AccountId | null = null,
): Reply {
  const lines = ledger.linesOf(proposal);
  const [first] = lines;
  if (!first) return err({ type: 'NoSuchTransfer' });
  if (as !== null && !ledger.signsFor(by, as)) return err({ type: 'NotASigner' });
  if (first.proposer !== (as ?? by)) return err({ type: 'NotYours' });
  if (lines.every(isConfirmed)) return err({ type: 'AlreadyConfirmed' });
  return ok({ type: 'transfer.withdraw', proposal, as });
}

function answer(
  ledger: Ledger,
  type: 'transfer.confirm' | 'transfer.decline',
  by: MemberId,
  proposal: EntryId,
  as: AccountId | null = null,
): Reply {
  if (ledger.linesOf(proposal).length === 0) return err({ type: 'NoSuchTransfer' });
  if (as !== null && !ledger.signsFor(by, as)) return err({ type: 'NotASigner' });
  const line = ledger.transfer(proposal, as ?? by);
  if (!line) return err({ type: 'NotYours' });
  if (isConfirmed(line)) return err({ type: 'AlreadyConfirmed' });
  return ok({ type, proposal, as });
}

const isConfirmed = ({ status }: Transfer): boolean => status === 'exists';
