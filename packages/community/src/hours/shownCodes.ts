import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Transfer } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { messageAtMost } from './codeForm.ts';
import { sealMessage, sealedBytes } from './message.ts';
import { entriesAbout, ownProfile } from './messageAbout.ts';
import type { MessageUnsent } from './messageAbout.ts';

/**
 * What one phone shows another: messages, each small enough for a code that any camera
 * reads. Who came in by a long chain of others needs several, to be shown one after the
 * other: each is a message of its own, the last is what it is about.
 */
export interface ShownCodes {
  readonly codes: readonly string[];
  /** The same in one message: to be copied, sent or shared where there is no camera. */
  readonly text: string;
}

/** What I last signed about `transfer`, for the other one who stands beside me. */
export function codesAbout(
  place: Place,
  transfer: Transfer,
): Promise<Result<ShownCodes, MessageUnsent>> {
  return inCodes(place, entriesAbout(place, transfer));
}

/**
 * Who I am: all certificates that lead to this phone, and what I call myself. It is for
 * phones that have never heard of me, so nothing is left out.
 */
export async function myCard(place: Place): Promise<Result<ShownCodes, MessageUnsent>> {
  const { replica, membership } = place;
  if (!replica.ledger.isEverMember(membership.member)) {
    return err({ type: 'NotLetInYet' });
  }
  const shown = ownProfile(place).map(encodeTravelling);
  return inCodes(place, [...replica.evidenceFor(membership), ...shown]);
}

async function inCodes(
  place: Place,
  entries: readonly Uint8Array[],
): Promise<Result<ShownCodes, MessageUnsent>> {
  const secret = place.secret();
  if (!secret) return err({ type: 'NotLetInYet' });
  if (entries.length === 0) return err({ type: 'NothingToSay' });
  const lock = { community: place.membership.community, secret: secret.secret };
  const seal = (part: readonly Uint8Array[]) => sealMessage(lock, pageOf(part));
  const parts = partsOf(entries);
  const codes = await Promise.all(parts.map(seal));
  const [only] = codes;
  const isOne = codes.length === 1 && only !== undefined;
  return ok({ codes, text: isOne ? only : await seal(entries) });
}

/** In their order, as many in each part as fit: every part is understood by itself. */
function partsOf(entries: readonly Uint8Array[]): Uint8Array[][] {
  const parts: Uint8Array[][] = [];
  let part: Uint8Array[] = [];
  for (const entry of entries) {
    const isFull = sealedBytes(pageOf([...part, entry])) > messageAtMost;
    if (isFull && part.length > 0) {
      parts.push(part);
      part = [];
    }
    part.push(entry);
  }
  return [...parts, part];
}
