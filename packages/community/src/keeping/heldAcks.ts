import type { Hex, LogId } from '@manyhands/base';
import type { LogHead, Replica } from '@manyhands/replica';

/** That a device has stored so much of a log, and which entry is the last of it. */
export interface StoredUpTo {
  /** The log as the wire names it. */
  readonly log: Hex;
  readonly length: number;
  /** The first 16 bytes of that entry's id. */
  readonly head: Hex;
}

/** A log as the wire names it. */
export const wireName = (log: LogId): Hex => log.slice(0, 32);

/** What says that a log is stored up to here. */
export const storedOf = ({ logId, length, head }: LogHead): StoredUpTo => ({
  log: wireName(logId),
  length,
  head: head.slice(0, 32),
});

/**
 * Of what somebody says to have stored, what can be checked here: up to what is held, and
 * only if the entry there is the one they name (mesh/M4). A number alone would keep whatever
 * is written later.
 */
export function heldAcks(
  replica: Pick<Replica, 'vector' | 'forks'>,
  stored: readonly StoredUpTo[],
): Map<LogId, number> {
  const logs = new Map(replica.vector().map(({ logId }) => [wireName(logId), logId]));
  const held = new Map<LogId, number>();
  for (const { log, length, head } of stored) {
    const logId = logs.get(log);
    const id = replica.forks.idAt(log, length - 1);
    if (logId !== undefined && id?.startsWith(head) === true) held.set(logId, length);
  }
  return held;
}
