import type { CommunityId, DeviceKey, EntryId, LogId, MemberId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';

/** The ledger log is permanent; the board log holds whatever may be erased. */
export type LogKind = 'ledger' | 'board';

/**
 * A log is this member, on this device, in this community, of this kind: a hash
 * chain that one device alone writes. Whatever is signed names all four (finding
 * A1), so that nothing can be moved from one log to another.
 */
export interface LogName {
  readonly community: CommunityId;
  readonly kind: LogKind;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

/** What stands before the first entry of a log: 32 zero bytes. */
export const zeroId = '0'.repeat(64) as EntryId;

/** How the kind is written in bytes (F2). */
export const kindNumber = (kind: LogKind): 0 | 1 => (kind === 'ledger' ? 0 : 1);
export const logKindOf = (number: number): LogKind =>
  number === 0 ? 'ledger' : 'board';

// A chain is read under one name object: its hash need not be taken for each entry.
const idsByName = new WeakMap<LogName, LogId>();

/** The 32 bytes that stand for a log's full name (F2). */
export function logIdOf(log: LogName): LogId {
  const known = idsByName.get(log);
  if (known !== undefined) return known;
  const id = toHex(
    taggedHash(
      'log',
      fromHex(log.community),
      Uint8Array.of(kindNumber(log.kind)),
      fromHex(log.member),
      fromHex(log.device),
    ),
  ) as LogId;
  idsByName.set(log, id);
  return id;
}
