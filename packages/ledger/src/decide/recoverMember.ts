import { err, ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import type { Identity, Ledger } from '../fold/views.ts';
import { listedLimit } from '../identityContent.ts';
import type { GuardianRecover } from '../identityContent.ts';
import { endedAt, endedOf } from './stateIdentity.ts';
import type { Heads } from './stateIdentity.ts';

export interface RecoverRefused {
  readonly type:
    | 'NotAGuardian'
    /** This guardian has written the very same already. */
    | 'AlreadyWritten'
    /** The key that is to come already speaks for them. */
    | 'NothingToDo'
    | 'TooManyDevices';
}

/**
 * One guardian's word that `member` now has this key. It brings the identity back once
 * `g` of them have written the same, so who comes second repeats what the first wrote for
 * this key; the first ends all devices where they are known here, for they are lost or in
 * somebody else's hands.
 *
 * It goes to the number after the one that named this guardian: after the last that
 * counts, or over a claim that a thief made with the words.
 */
export function recoverMember(
  ledger: Ledger,
  by: MemberId,
  { member, key }: { readonly member: MemberId; readonly key: Hex },
  heads: Heads,
): Result<GuardianRecover, RecoverRefused> {
  const now = ledger.identityOf(member);
  const named = latestNaming(ledger, member, by);
  if (named === null) return err({ type: 'NotAGuardian' });
  if (now.key === key) return err({ type: 'NothingToDo' });
  const version = named.version + 1;
  const begun = ledger
    .recoveriesUnderWay(member)
    .find((each) => each.version === version && each.key === key);
  if (begun?.by.includes(by) === true) return err({ type: 'AlreadyWritten' });
  const devices =
    begun?.devices ??
    endedOf(ledger, member, heads).map((each) => endedAt(each, heads(each.device)));
  if (devices.length > listedLimit) return err({ type: 'TooManyDevices' });
  return ok({ type: 'guardian.recover', member, version, key, devices });
}

/** The newest counted version whose guardians include `by`. */
function latestNaming(ledger: Ledger, member: MemberId, by: MemberId): Identity | null {
  const chain = ledger.identitiesOf(member);
  return chain.findLast(({ guardians }) => guardians.includes(by)) ?? null;
}
