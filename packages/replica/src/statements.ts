/** What members say with their identity keys about their own devices (ledger/L12). */
import type { Hex } from '@manyhands/base';
import { certificatesOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { isProven } from './authentic.ts';
import { isBelieved } from './certifying.ts';
import type { IsClaimed } from './certifying.ts';

/** The signature of the identity key inside it, good or bad; null if it is no statement. */
export function statementIn({ content, log }: Entry): Hex | null {
  if (content.type === 'identity.set' && content.member === log.member) {
    return content.sig;
  }
  const isOwn = content.type === 'device.enrol' && content.member === log.member;
  return isOwn ? content.certSig : null;
}

/**
 * Whether that signature is good and by a claimed key: nobody who has only a phone of
 * theirs can make one, and so nobody can crowd out what ends a stolen phone.
 */
export async function isSignedStatement(
  entry: Entry,
  isClaimed: IsClaimed,
): Promise<boolean> {
  const { content } = entry;
  if (statementIn(entry) === null || !(await isProven(entry))) return false;
  if (content.type === 'identity.set') {
    return isClaimed(content.member, content.version - 1, content.by ?? content.member);
  }
  return certificatesOf(entry).every((each) => isBelieved(each, isClaimed));
}
