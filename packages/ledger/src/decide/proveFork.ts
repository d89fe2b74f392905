import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { signatureOf } from '../entry.ts';
import { proofHashes } from '../forkContent.ts';
import type { ForkProof } from '../forkContent.ts';
import { bodyHashAt, isTombstone } from '../tombstone.ts';
import type { LogItem } from '../tombstone.ts';
import { kindNumber } from '../log.ts';

/**
 * The proof that a log has two histories (L9): two stretches that begin at one place
 * with different entries and each end with one whose own signature was checked. Of the
 * entries it holds hashes only (findings/A5), so that some of them may be erased.
 */
export function proveFork(
  one: readonly LogItem[],
  other: readonly LogItem[],
): ForkProof {
  const first = one[0]?.id ?? '';
  const [a, b] = first < (other[0]?.id ?? '') ? [one, other] : [other, one];
  const sideA = sideOf(a);
  const sideB = sideOf(b);
  const { log, seq } = sideA.first;
  assert(sideB.first.seq === seq, 'a fork is two entries at one place');
  assert(sideA.first.id !== sideB.first.id, 'one entry is no fork');
  return {
    type: 'fork.proof',
    kind: kindNumber(log.kind),
    member: log.member,
    device: log.device,
    seq,
    prevA: sideA.first.prev,
    hashesA: sideA.hashes,
    sigA: sideA.sig,
    prevB: sideB.first.prev,
    hashesB: sideB.hashes,
    sigB: sideB.sig,
  };
}

function sideOf(stretch: readonly LogItem[]): {
  first: LogItem;
  hashes: string[];
  sig: string;
} {
  const first = stretch[0];
  const last = stretch.at(-1);
  assert(first && last && stretch.length <= proofHashes, 'a stretch ends in 32');
  assert(!isTombstone(last), 'a stretch ends with a signature');
  const hashes = stretch.map(bodyHashAt);
  return { first, hashes, sig: toHex(signatureOf(last)) };
}
