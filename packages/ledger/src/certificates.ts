import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { communityIdOf, readCharter } from './charter.ts';
import type { Charter } from './charter.ts';
import { entryMessage, forkedLog, readWitnessed, sidesOf } from './entry.ts';
import type { Entry } from './entry.ts';
import type { Role } from './fields.ts';
import type { ForkProof } from './forkContent.ts';
import { zeroId } from './log.ts';
import type { LogName } from './log.ts';
import { deviceStatement } from './statements.ts';

/** A device that an identity key named, with its sealing key and what it may do. */
export interface Certificate {
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly role: Role;
}

/** A signature that stands inside an entry's content. */
export interface Proof {
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly publicKey: Uint8Array;
}

interface SignedCertificate extends Certificate {
  readonly certSig: Hex;
}

/**
 * The charter that `entry` founds its community with: it hashes to the community, and
 * the entry stands in the founder's own ledger log. Null for any other entry.
 */
export function foundedBy(entry: Entry): Charter | null {
  const { content, log } = entry;
  if (content.type !== 'community.found' || log.kind !== 'ledger') return null;
  if (communityIdOf(content.charter) !== log.community) return null;
  const charter = readCharter(content.charter);
  if (!charter.ok) return null;
  const own =
    charter.value.founder === log.member && charter.value.device === log.device;
  return own ? charter.value : null;
}

/**
 * The certificates that `entry` carries, checked or not: of a founding, an enrolment
 * under the first identity key, an admission. A later identity (L12) is not known to
 * this version, so its certificates count for nothing.
 */
export function certificatesOf(entry: Entry): Certificate[] {
  return signedCertificatesOf(carriedBy(entry)).map(
    ({ member, device, box, role }) => ({
      member,
      device,
      box,
      role,
    }),
  );
}

/** The entry that speaks: the one inside a witness, else `entry` itself. */
export function carriedBy(entry: Entry): Entry {
  const { content, log } = entry;
  if (content.type !== 'witness') return entry;
  return readWitnessed(log.community, content) ?? entry;
}

/** The signatures inside `entry`. Unless every one holds, it has no effect. */
export function proofsOf(entry: Entry): Proof[] {
  const { content } = entry;
  if (content.type === 'fork.proof') return forkProofs(entry, content);
  if (content.type !== 'witness') return certificateProofs(entry);
  const carried = carriedBy(entry);
  return [entryProof(carried.log, carried.id, content.sig), ...proofsOf(carried)];
}

function forkProofs({ log }: Entry, proof: ForkProof): Proof[] {
  const forked = forkedLog(log.community, proof);
  const [a, b] = sidesOf(forked, proof).map((ids) => ids.at(-1) ?? zeroId);
  return [
    entryProof(forked, a ?? zeroId, proof.sigA),
    entryProof(forked, b ?? zeroId, proof.sigB),
  ];
}

const entryProof = ({ device }: LogName, id: EntryId, signature: Hex): Proof => ({
  signature: fromHex(signature),
  message: entryMessage(id),
  publicKey: fromHex(device),
});

function certificateProofs(entry: Entry): Proof[] {
  return signedCertificatesOf(entry).map(({ certSig, ...certificate }) => ({
    signature: fromHex(certSig),
    message: deviceStatement({
      community: entry.log.community,
      ...certificate,
      version: 0,
    }),
    publicKey: fromHex(certificate.member),
  }));
}

function signedCertificatesOf(entry: Entry): SignedCertificate[] {
  const { content, log } = entry;
  switch (content.type) {
    case 'community.found': {
      if (!foundedBy(entry)) return [];
      const { box, certSig } = content;
      return [{ member: log.member, device: log.device, box, role: 0, certSig }];
    }
    case 'device.enrol': {
      const { member, device, box, role, certSig } = content;
      return content.version === 0 ? [{ member, device, box, role, certSig }] : [];
    }
    case 'member.admit': {
      const { member, device, box, role, certSig } = content;
      // An agent speaks through its admitter's own device, or not at all (L14).
      if (role === 2 && device !== log.device) return [];
      return [{ member, device, box, role, certSig }];
    }
    default:
      return [];
  }
}
