import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';
import type { MotionVote } from '../motionContent.ts';
import type { From } from './isFullDevice.ts';
import { isFullDevice } from './isFullDevice.ts';
import { isPresent } from './isPresent.ts';

export interface VoteRefused {
  readonly type:
    | 'NotAMember'
    /** It would be no word: this device is a keeper, or was switched off. */
    | 'NotAFullDevice'
    | 'NoVoice'
    | 'UnknownMotion'
    | 'AlreadySaid';
}

/**
 * Yes or no to a motion; the last word of a device counts, and can be changed at any time.
 * Of a member with several phones a yes on one of them is a yes (L20).
 *
 * Refuses who has no voice, a device whose word is none, and what is their word already.
 */
export function draftVote(
  ledger: Ledger,
  from: From,
  motion: EntryId,
  yes: boolean,
): Result<MotionVote, VoteRefused> {
  const { member } = from;
  if (!isPresent(ledger, member)) return err({ type: 'NotAMember' });
  if (!isFullDevice(ledger, from)) return err({ type: 'NotAFullDevice' });
  if (ledger.member(member)?.voice !== true) return err({ type: 'NoVoice' });
  const asked = ledger.motion(motion);
  if (asked === null) return err({ type: 'UnknownMotion' });
  const said = yes ? asked.yes : asked.no;
  if (said.includes(member)) return err({ type: 'AlreadySaid' });
  return ok({ type: 'motion.vote', motion, yes });
}
