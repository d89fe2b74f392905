import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';
import type { MemberLeave } from '../ledgerContent.ts';
import type { From } from './isFullDevice.ts';
import { isFullDevice } from './isFullDevice.ts';
import { isPresent } from './isPresent.ts';

export interface LeaveRefused {
  readonly type:
    | 'NotAMember'
    /** It would count nowhere: this device is a keeper, or was switched off. */
    | 'NotAFullDevice';
}

/**
 * "I leave", for good: whoever comes back comes as somebody new. Nothing stands in the way,
 * no hours to give back and no open question: hours stay, and what others asked may be left
 * unanswered.
 *
 * Refuses who is no member, or has left; and a device whose word to leave would not count.
 */
export function leaveCommunity(
  ledger: Ledger,
  from: From,
): Result<MemberLeave, LeaveRefused> {
  if (!isPresent(ledger, from.member)) return err({ type: 'NotAMember' });
  return isFullDevice(ledger, from)
    ? ok({ type: 'member.leave' })
    : err({ type: 'NotAFullDevice' });
}
