/** What members say with their identity keys about their own devices (L12). */
import type { Hex } from '@manyhands/base';
import { laterProofOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { isProven } from './authentic.ts';
import type { KeyRing } from './keyRing.ts';

/** The signature of the identity key inside it, good or bad; null if it is no statement. */
export function statementIn({ content, log }: Entry): Hex | null {
  if (content.type === 'identity.set' && content.member === log.member) {
    return content.sig;
  }
  const isOwn = content.type === 'device.enrol' && content.member === log.member;
  return isOwn ? content.certSig : null;
}

/**
 * Whether that signature is good, as far as keys are known: nobody who has only a phone of
 * theirs can make one, and so nobody can crowd out what ends a stolen phone.
 */
export async function isSignedStatement(entry: Entry, keys: KeyRing): Promise<boolean> {
  if (statementIn(entry) === null || !(await isProven(entry))) return false;
  return laterProofOf(entry) === null || (await keys.keyOf(entry)) !== null;
}
