import type { DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { carriedBy, encodeTravelling } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { evidenceSteps, strangerLimit } from './limits.ts';

/** What stands around the evidence in a handshake message, with room to spare. */
const aroundBytes = 1_024;

/**
 * What shows another member that `device` belongs to one (B7): the certificates from
 * the founder to it, travelling. Of a longer chain than a handshake takes, the last:
 * members know the rest. It says nothing but keys; the charter is not in it.
 */
export function evidenceOf(replica: Replica, device: DeviceKey): Uint8Array[] {
  return fitting(replica.evidenceFor(device), strangerLimit - aroundBytes);
}

/**
 * What a newcomer is told: the founding, which hashes to the community's name and
 * thereby proves itself, the certificates that lead from it to `devices`, and
 * `statements`, which a member's identity rests on.
 */
export function welcomeOf(
  replica: Replica,
  devices: readonly DeviceKey[],
  statements: readonly Uint8Array[] = [],
): Uint8Array[] {
  const founding = replica.founding();
  if (founding === null) return [];
  const first = encodeTravelling(founding);
  const paths = devices.map((device) => replica.evidenceFor(device));
  const room = strangerLimit - aroundBytes - first.length;
  return [first, ...fitting(distinct([...paths.flat(), ...statements]), room)];
}

/**
 * What ended a device, for the device itself (L12), which may not know yet: the statements
 * of its member, and of whoever it is an agent for.
 */
export function endingOf(
  replica: Replica,
  { member, device }: { readonly member: MemberId; readonly device: DeviceKey },
): Uint8Array[] {
  const { ledger } = replica;
  const members = new Set([member, ledger.memberOfDevice(device)]);
  const about = ledger.identityEvidence().flatMap((id) => {
    const entry = replica.entry(id);
    if (entry === null) return [];
    const { content, log } = carriedBy(entry);
    const named = 'member' in content ? content.member : log.member;
    return members.has(named) ? [encodeTravelling(entry)] : [];
  });
  return fitting(about, strangerLimit - aroundBytes);
}

function fitting(path: readonly Uint8Array[], room: number): Uint8Array[] {
  const kept = path.slice(1 - evidenceSteps);
  while (bytesOf(kept) > room) kept.shift();
  return kept;
}

const bytesOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length + 3, 0);

const distinct = (parts: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(parts.map((part) => [toHex(part), part])).values(),
];
