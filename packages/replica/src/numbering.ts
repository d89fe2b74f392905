import { assert } from '@manyhands/base';
import type { DeviceKey, LogId, MemberId } from '@manyhands/base';
import { concat, fromBase64Url, fromHex, toBase64Url, toHex } from '@manyhands/codec';
import type { LogKind, LogName } from '@manyhands/ledger';

/**
 * Where a log lies in the document. The number is Yjs's clientID: a local storage
 * number, never an identity (R1, A2), because two real logs can be made to
 * have equal ones.
 */
export type Numbering = (logId: LogId, attempt: number) => number;

/** How many numbers one log id has: 256 bits hold four of 53. */
export const attempts = 4;

/** The 53 bits of `logId` that begin at bit 53 × attempt, big-endian. */
export const numberOf: Numbering = (logId, attempt) => {
  assert(attempt < attempts, 'four numbers of one log are taken');
  const from = BigInt(256 - 53 * (attempt + 1));
  return Number((BigInt(`0x${logId}`) >> from) & ((1n << 53n) - 1n));
};

/** The name of the root array that holds a log: `l/` or `b/`, and whose it is. */
export const rootOf = (log: LogName): string =>
  `${log.kind === 'ledger' ? 'l' : 'b'}/${toBase64Url(concat(fromHex(log.member), fromHex(log.device)))}`;

/** The log a root array is named after, or null for a root no replica would make. */
export function logOfRoot(
  community: LogName['community'],
  root: string,
): LogName | null {
  const kind: LogKind | null = root.startsWith('l/')
    ? 'ledger'
    : root.startsWith('b/')
      ? 'board'
      : null;
  const names = fromBase64Url(root.slice(2));
  if (kind === null || !names.ok || names.value.length !== 64) return null;
  const member = toHex(names.value.subarray(0, 32)) as MemberId;
  const device = toHex(names.value.subarray(32)) as DeviceKey;
  return { community, kind, member, device };
}
