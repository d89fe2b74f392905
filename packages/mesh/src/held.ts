/** What another's word about their logs comes to, by what is held here. */
import type { Replica, WireHead } from '@manyhands/replica';

/** A log as the wire names it: the first 16 bytes of its id. */
export const wireLog = (logId: string): string => logId.slice(0, 32);

/**
 * Whether the entry that somebody names as their last of a log is the one that stands there.
 * `ahead`: so much is not held here. `other`: another one stands there.
 */
export function compareHead(
  { forks }: Replica,
  { log, length, head }: WireHead,
): 'same' | 'ahead' | 'other' {
  const id = forks.idAt(log, length - 1);
  if (id === null) return 'ahead';
  return id.startsWith(head) ? 'same' : 'other';
}

/**
 * How much of what is held here somebody has by their own word: nothing of another history,
 * and of what is still to come nobody knows.
 */
export function heldBy(replica: Replica, head: WireHead): number {
  const is = compareHead(replica, head);
  if (is === 'same') return head.length;
  return is === 'other' ? 0 : (replica.announced(head.log)?.length ?? 0);
}

/** The same of each log they name. */
export const heldOf = (
  replica: Replica,
  heads: readonly WireHead[],
): [string, number][] => heads.map((head) => [head.log, heldBy(replica, head)]);
