import type { Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { carriedBy, certificatesOf, encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { PeerName } from './handshake.ts';
import { evidenceSteps, strangerLimit } from './limits.ts';

/** What stands around the evidence in a handshake message, with room to spare. */
const aroundBytes = 1_024;

/**
 * What shows another member that a device is of this one (replica/B7): all its attestations, travelling.
 * These are the certificates from the founder to it, and where its member has stated anything
 * that ends devices, what certifies this one, what was stated, and whom that rests on: it may
 * be known there by its first certificate alone, which a later key does not follow. Of more
 * than a handshake takes, what members know is left out first: the beginning of the chain.
 */
export function handshakeEvidence(replica: Replica, of: PeerName): Uint8Array[] {
  const path = replica.evidenceFor(of);
  const { member } = of;
  const about = identityOf(replica, [member]);
  const own = about.filter((entry) => isAttestationOf(replica, entry, of));
  const writers = new Map(own.map(({ log }) => [`${log.member}/${log.device}`, log]));
  const behind = [...writers.values()].flatMap((log) => replica.evidenceFor(log));
  const all = [about.map(encodeTravelling), path, behind, own.map(encodeTravelling)];
  return fitting(lastOfEach(all.flat()));
}

/** What certifies this very device, and the statements that count for its member. */
function isAttestationOf(
  { ledger }: Replica,
  entry: Entry,
  { member, device }: PeerName,
): boolean {
  const stated = statedIn(entry);
  if (stated === null) {
    return certificatesOf(entry).some((each) => each.device === device);
  }
  return ledger.identitiesOf(member)[stated.version]?.key === stated.key;
}

/** What an entry says of somebody's identity; null of anything else. */
function statedIn(
  entry: Entry,
): { readonly version: number; readonly key: Hex } | null {
  const { content } = carriedBy(entry);
  const isStatement =
    content.type === 'identity.set' || content.type === 'guardian.recover';
  return isStatement ? content : null;
}

/**
 * What a newcomer is told: the founding, which hashes to the community's name and
 * thereby proves itself, the certificates that lead from it to `devices`, and
 * `statements`, which a member's identity rests on.
 */
export function welcomeOf(
  replica: Replica,
  devices: readonly PeerName[],
  statements: readonly Uint8Array[] = [],
): Uint8Array[] {
  const founding = replica.founding();
  if (founding === null) return [];
  const first = encodeTravelling(founding);
  const paths = devices.map((device) => replica.evidenceFor(device));
  const room = strangerLimit - aroundBytes - first.length;
  return [first, ...fitting(eachOnce([...paths.flat(), ...statements]), room)];
}

/**
 * What ended a device, for the device itself (ledger/L12), which may not know yet: the statements
 * that count for its member, and for whoever it is an agent for, before them what certifies
 * it. What the same page did elsewhere is left out, however much that is.
 */
export function endingOf(replica: Replica, { member, device }: PeerName): Uint8Array[] {
  const owner = replica.ledger.memberOfDevice(device) ?? member;
  const attestations = [...new Set([owner, member])].flatMap((each) =>
    identityOf(replica, [each]).filter((entry) =>
      isAttestationOf(replica, entry, { member: each, device }),
    ),
  );
  // What is left out where it is too much stands first.
  const rankOf = (entry: Entry): number => statedIn(entry)?.version ?? -1;
  const last = attestations.sort((a, b) => rankOf(a) - rankOf(b)).map(encodeTravelling);
  return fitting(last);
}

/** The entries that the identities of these members rest on, as far as any ends a device. */
function identityOf(replica: Replica, members: readonly MemberId[]): Entry[] {
  return replica.ledger.identityEvidence().flatMap((id) => {
    const entry = replica.entry(id);
    if (entry === null) return [];
    const { content, log } = carriedBy(entry);
    const named = 'member' in content ? content.member : log.member;
    return members.includes(named) ? [entry] : [];
  });
}

/** As much of it as a handshake message has room for, the last first. */
export function fitting(
  path: readonly Uint8Array[],
  room = strangerLimit - aroundBytes,
): Uint8Array[] {
  const kept = path.slice(1 - evidenceSteps);
  while (bytesOf(kept) > room) kept.shift();
  return kept;
}

const bytesOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length + 3, 0);

/** Each once, where it stands last. */
const lastOfEach = (parts: readonly Uint8Array[]): Uint8Array[] =>
  eachOnce(parts.toReversed()).reverse();

export const eachOnce = (parts: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(parts.map((part) => [toHex(part), part])).values(),
];
