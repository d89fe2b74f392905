import type { CommunityId, DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { communityIdOf, readCharter } from './charter.ts';
import type { Charter } from './charter.ts';
import { forkedLog, readWitnessed, sidesOf } from './entry.ts';
import { entryMessage } from './entryId.ts';
import type { Entry } from './entry.ts';
import type { Role } from './fields.ts';
import type { ForkProof } from './forkContent.ts';
import type { InviteUse } from './ledgerContent.ts';
import { zeroId } from './log.ts';
import type { LogName } from './log.ts';
import { deviceStatement, identityStatement, inviteStatement } from './statements.ts';

/** A device that an identity key, or another device, named for a member. */
export interface Certificate {
  readonly member: MemberId;
  readonly device: DeviceKey;
  /** The sealing key. */
  readonly box: Hex;
  readonly role: Role;
  /** Whose word it is; null where a device of the member's said it. */
  readonly signed: SignedBy | null;
}

/** The identity key that signed, and of which of the member's identities it is. */
interface SignedBy {
  readonly version: number;
  readonly key: Hex;
}

/** A signature that stands inside an entry's content. */
export interface Proof {
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly publicKey: Uint8Array;
}

interface CertificateWithSignature extends Certificate {
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
  withSignatures(carriedBy(entry)).map(({ member, device, box, role, signed }) => ({
    member,
    device,
    box,
    role,
    signed,
  }));

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
  if (content.type !== 'witness') return contentProofs(entry);
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

/** Every key that signs inside an entry is named in it, or is the member's own (findings/H6). */
function contentProofs(entry: Entry): Proof[] {
  const { community } = entry.log;
  const { content, log } = entry;
  switch (content.type) {
    case 'identity.set':
      return [
        {
          signature: fromHex(content.sig),
          message: identityStatement(community, content),
          publicKey: fromHex(content.by ?? content.member),
        },
      ];
    case 'member.admit':
      return [
        ...certificateProofs(entry),
        ...inviteProofs(content.invite, community, content),
      ];
    case 'invite.open':
    case 'poster.open': {
      const opened =
        content.type === 'invite.open' ? content.invitePub : content.posterPub;
      return inviteProofs({ invitePub: opened, proof: content.proof }, community, log);
    }
    default:
      return certificateProofs(entry);
  }
}

const certificateProofs = (entry: Entry): Proof[] =>
  withSignatures(entry).flatMap(({ signed, certSig, ...certificate }) =>
    signed === null
      ? []
      : [
          {
            signature: fromHex(certSig),
            message: deviceStatement({
              community: entry.log.community,
              version: signed.version,
              ...certificate,
            }),
            publicKey: fromHex(signed.key),
          },
        ],
  );

/** The word of an invite's or a poster's key for a pair (F3). */
const inviteProofs = (
  invite: InviteUse | null,
  community: CommunityId,
  { member, device }: Pick<LogName, 'member' | 'device'>,
): Proof[] =>
  invite === null
    ? []
    : [
        {
          signature: fromHex(invite.proof),
          message: inviteStatement({ community, member, device }),
          publicKey: fromHex(invite.invitePub),
        },
      ];

function withSignatures(entry: Entry): CertificateWithSignature[] {
  const { content, log } = entry;
  switch (content.type) {
    case 'community.found': {
      if (!foundedBy(entry)) return [];
      const { box, certSig } = content;
      const { member, device } = log;
      return [{ member, device, box, role: 0, signed: byName(member), certSig }];
    }
    case 'device.enrol': {
      const { member, device, box, role, version, by, certSig } = content;
      const signed = { version, key: by ?? member };
      return [{ member, device, box, role, signed, certSig }];
    }
    case 'device.add': {
      const { device, box, role } = content;
      return [{ member: log.member, device, box, role, signed: null, certSig: '' }];
    }
    case 'member.admit': {
      const { member, device, box, role, certSig } = content;
      // An agent speaks through its admitter's own device, or not at all (L14).
      if (role === 2 && device !== log.device) return [];
      return [{ member, device, box, role, signed: byName(member), certSig }];
    }
    default:
      return [];
  }
}

/** The first identity's key is what the member is called. */
const byName = (member: MemberId): SignedBy => ({ version: 0, key: member });
