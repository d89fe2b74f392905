import type { CommunityId, DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { communityIdOf, readCharter } from './charter.ts';
import type { Charter } from './charter.ts';
import { entryMessage, forkedLog, readWitnessed, sidesOf } from './entry.ts';
import type { Entry } from './entry.ts';
import type { Role } from './fields.ts';
import type { ForkProof } from './forkContent.ts';
import type { IdentitySet } from './identityContent.ts';
import { zeroId } from './log.ts';
import type { LogName } from './log.ts';
import { deviceStatement, identityStatement } from './statements.ts';

/** A device that an identity key, or another device, named for a member. */
export interface Certificate {
  readonly member: MemberId;
  readonly device: DeviceKey;
  /** The sealing key. */
  readonly box: Hex;
  readonly role: Role;
  /** Of which identity the key signed; null where a device of the member's said it. */
  readonly version: number | null;
}

/** A signature that stands inside an entry's content. */
export interface Proof {
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly publicKey: Uint8Array;
}

/**
 * A signature by an identity key that the entry does not name: the one of `version` of
 * `member`. Whoever holds statements tries the keys they know; at most one fits.
 */
export interface LaterProof extends Omit<Proof, 'publicKey'> {
  readonly member: MemberId;
  readonly version: number;
}

interface SignedCertificate extends Certificate {
  readonly certSig: Hex;
}

/**
 * The charter that `entry` founds its community with: it hashes to the community, and
 * the entry stands in the founder's own ledger log. Null for any other entry.
 */
export function foundedBy({ content, log }: Entry): Charter | null {
  const bytes = content.type === 'community.found' ? content.charter : null;
  if (bytes === null || communityIdOf(bytes) !== log.community) return null;
  const charter = readCharter(bytes);
  if (!charter.ok) return null;
  const own =
    charter.value.founder === log.member && charter.value.device === log.device;
  return own ? charter.value : null;
}

/**
 * The certificates that `entry` carries, checked or not: of a founding, an enrolment, an
 * admission, or a device that adds another of its member (whose right to do so is not
 * asked here).
 */
export const certificatesOf = (entry: Entry): Certificate[] =>
  signedCertificatesOf(carriedBy(entry)).map(
    ({ member, device, box, role, version }) => ({
      member,
      device,
      box,
      role,
      version,
    }),
  );

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
  const { community } = entry.log;
  const { content } = entry;
  if (content.type === 'identity.set') {
    return content.version === 1
      ? [{ ...claimProof(community, content), publicKey: fromHex(content.member) }]
      : [];
  }
  return keyed(entry)
    .filter(({ version }) => version === 0)
    .map((certificate) => ({
      ...certificateProof(community, certificate),
      publicKey: fromHex(certificate.member),
    }));
}

/**
 * The signature of a later identity key inside `entry`, or inside what it carries: on an
 * enrolment by that version, or on the statement of the version after it.
 */
export function laterProofOf(entry: Entry): LaterProof | null {
  const carried = carriedBy(entry);
  const { content, log } = carried;
  if (content.type === 'identity.set') {
    const { member, version } = content;
    if (version === 1) return null;
    return { member, version: version - 1, ...claimProof(log.community, content) };
  }
  for (const certificate of keyed(carried)) {
    const { member, version } = certificate;
    if (version > 0) {
      return { member, version, ...certificateProof(log.community, certificate) };
    }
  }
  return null;
}

type KeyedCertificate = SignedCertificate & { readonly version: number };
const keyed = (entry: Entry): KeyedCertificate[] =>
  signedCertificatesOf(entry).filter((each): each is KeyedCertificate => {
    return each.version !== null;
  });

const certificateProof = (
  community: CommunityId,
  { certSig, ...certificate }: KeyedCertificate,
): Omit<Proof, 'publicKey'> => ({
  signature: fromHex(certSig),
  message: deviceStatement({ community, ...certificate }),
});

const claimProof = (
  community: CommunityId,
  content: IdentitySet,
): Omit<Proof, 'publicKey'> => ({
  signature: fromHex(content.sig),
  message: identityStatement(community, content),
});

function signedCertificatesOf(entry: Entry): SignedCertificate[] {
  const { content, log } = entry;
  switch (content.type) {
    case 'community.found': {
      if (!foundedBy(entry)) return [];
      const { box, certSig } = content;
      const { member, device } = log;
      return [{ member, device, box, role: 0, version: 0, certSig }];
    }
    case 'device.enrol': {
      const { member, device, box, role, version, certSig } = content;
      return [{ member, device, box, role, version, certSig }];
    }
    case 'device.add': {
      const { device, box, role } = content;
      return [{ member: log.member, device, box, role, version: null, certSig: '' }];
    }
    case 'member.admit': {
      const { member, device, box, role, certSig } = content;
      // An agent speaks through its admitter's own device, or not at all (L14).
      if (role === 2 && device !== log.device) return [];
      return [{ member, device, box, role, version: 0, certSig }];
    }
    default:
      return [];
  }
}
