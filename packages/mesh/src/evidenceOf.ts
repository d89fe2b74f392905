import type { DeviceKey } from '@manyhands/base';
import { encodeTravelling, logIdOf, readEntry, zeroId } from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { evidenceSteps } from './handshakeMessages.ts';
import { strangerLimit } from './pipe.ts';
import { wireLog } from './session.ts';

/** What stands around the evidence in a handshake message, with room to spare. */
const aroundBytes = 1_024;

/**
 * What shows somebody who may know nothing that `device` belongs to a member (B7): the
 * founding, which hashes to the community's name, and the certificates from there, each
 * travelling. Of a longer chain than a handshake takes, the last: other members know
 * the rest.
 */
export function evidenceOf(replica: Replica, device: DeviceKey): Uint8Array[] {
  const founding = foundingOf(replica);
  const first = founding === null ? [] : [encodeTravelling(founding)];
  const room = strangerLimit - aroundBytes - bytesOf(first);
  const path = replica.evidenceFor(device).slice(1 - evidenceSteps);
  while (bytesOf(path) > room) path.shift();
  return [...first, ...path];
}

const bytesOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length + 3, 0);

/** The founding entry, in its chain or without it. */
function foundingOf(replica: Replica): Entry | null {
  const charter = replica.ledger.charter();
  if (charter === null) return null;
  const { founder: member, device } = charter;
  const log: LogName = { community: replica.community, kind: 'ledger', member, device };
  const ask = { log: wireLog(logIdOf(log)), from: 0, max: 1 };
  const { page } = replica.page([ask]);
  const read = page === null ? null : readPage(page);
  const stored = read?.ok === true ? read.value.runs[0]?.items[0] : undefined;
  if (stored instanceof Uint8Array) {
    const entry = readEntry(log, 0, zeroId, stored);
    if (entry.ok) return entry.value;
  }
  for (const entry of replica.loose()) {
    if (entry.content.type === 'community.found') return entry;
  }
  return null;
}
