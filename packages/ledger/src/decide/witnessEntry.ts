import { toHex } from '@manyhands/codec';
import { signatureLength, storedLimit } from '../body.ts';
import { bodyOf, isWitnessable, signatureOf } from '../entry.ts';
import type { Entry } from '../entry.ts';
import type { Witness } from '../forkContent.ts';

/** What a witness adds to a body and its signature, at most. */
const around = 160 + signatureLength;

/**
 * `entry` as a witness carries it over its log's cut (L9), or null when none can: it is
 * of a board, means nothing, is a proof or a witness itself, or is too long to stand
 * inside another entry. Whoever asks has checked the entry's own signature.
 */
export function witnessEntry(entry: Entry): Witness | null {
  const { log, seq, prev } = entry;
  if (log.kind !== 'ledger' || !isWitnessable(entry)) return null;
  if (entry.stored.length + around > storedLimit) return null;
  const { member, device } = log;
  const body = bodyOf(entry);
  const sig = toHex(signatureOf(entry));
  return { type: 'witness', member, device, seq, prev, body, sig };
}
