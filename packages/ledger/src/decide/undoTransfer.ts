import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  MemberId,
  PartyId,
  Result,
} from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';
import type { TransferPropose } from '../ledgerContent.ts';
import type { ReplyRefused } from './answerTransfer.ts';

export interface Undoing {
  readonly by: MemberId;
  readonly proposal: EntryId;
  /** Whose line of the proposal. */
  readonly party: PartyId;
  readonly today: Day;
  /** The account for which `by` signs; null: it is their own hour. */
  readonly as?: AccountId | null;
}

/**
 * Puts a transfer right: the same minutes the other way, naming the first (L4). Nothing
 * that two people signed is taken back by one of them: the other must confirm this too.
 *
 * Refuses what is not confirmed, what was put right already, other people's hours, and
 * hours with somebody who has left: nobody is there to say yes.
 */
export function undoTransfer(
  ledger: Ledger,
  { by, proposal, party, today, as = null }: Undoing,
): Result<TransferPropose, ReplyRefused> {
  const done = ledger.transfer(proposal, party);
  if (!done) return err({ type: 'NoSuchTransfer' });
  if (as !== null && !ledger.signsFor(by, as)) return err({ type: 'NotASigner' });
  const own: PartyId = as ?? by;
  if (own !== done.helper && own !== done.helped) return err({ type: 'NotYours' });
  if (done.status !== 'exists') return err({ type: 'NotConfirmed' });
  if (done.undoneBy !== null) return err({ type: 'AlreadyUndone' });
  const other = own === done.helper ? done.helped : done.helper;
  if (ledger.member(other as MemberId)?.left === true) return err({ type: 'HasLeft' });
  return ok({
    type: 'transfer.propose',
    gave: own === done.helped,
    day: today,
    lines: [{ party: other, minutes: done.minutes }],
    kind: 'undo',
    ref: proposal,
    note: null,
    as,
  });
}
