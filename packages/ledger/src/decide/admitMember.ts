import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import type { InviteRequest } from '../joinRequest.ts';
import type { Ledger } from '../fold/views.ts';
import type { MemberAdmit, MemberVouch } from '../ledgerContent.ts';
import { isPresent } from './isPresent.ts';

export interface AdmitRefused {
  readonly type: 'NotAMember' | 'AlreadyMember' | 'AlreadyAdmitted';
}

/**
 * Lets a newcomer in, in the words of `by` (L8). Whoever calls has asked the rest: that
 * both signatures of the request hold, and that the invite is open and not used up. The
 * invite never enters the fold (findings/A8).
 */
export function admitMember(
  ledger: Ledger,
  by: MemberId,
  { member, device, box, role, certSig, invitePub, proof }: InviteRequest,
): Result<MemberAdmit, AdmitRefused> {
  if (!isPresent(ledger, by)) return err({ type: 'NotAMember' });
  if (ledger.isEverMember(member)) return err({ type: 'AlreadyMember' });
  if (ledger.member(member)?.admittedBy.includes(by) === true) {
    return err({ type: 'AlreadyAdmitted' });
  }
  const invite = { invitePub, proof };
  return ok({ type: 'member.admit', member, device, box, role, certSig, invite });
}

export interface VouchRefused {
  readonly type:
    | 'NotAMember'
    | 'UnknownMember'
    | 'WithOneself'
    | 'AlreadyHasVoice'
    | 'AlreadyVouched';
}

/** "I know them": a step towards a voice in decisions (L8). */
export function vouchFor(
  ledger: Ledger,
  by: MemberId,
  member: MemberId,
): Result<MemberVouch, VouchRefused> {
  if (by === member) return err({ type: 'WithOneself' });
  if (!isPresent(ledger, by)) return err({ type: 'NotAMember' });
  if (!isPresent(ledger, member)) return err({ type: 'UnknownMember' });
  if (ledger.member(member)?.voice === true) return err({ type: 'AlreadyHasVoice' });
  if (ledger.vouchersOf(member).includes(by)) return err({ type: 'AlreadyVouched' });
  return ok({ type: 'member.vouch', member });
}
