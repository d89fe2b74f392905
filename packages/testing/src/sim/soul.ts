/** The people of a world, and the keys that speak for them. */
import type { CommunityId, DeviceKey, Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { deviceStatement, identityStatement, inviteStatement } from '@manyhands/ledger';
import type {
  DeviceEnrol,
  IdentityClaim,
  IdentitySet,
  InviteStatement,
} from '@manyhands/ledger';
import { keyOf } from './syncKeys.ts';

/** Somebody: an identity key, and one phone after another. */
export interface Soul {
  readonly name: string;
  readonly member: MemberId;
  readonly identity: Signer;
  readonly isHonest: boolean;
  /** What speaks for them since they made a kit or were brought back. */
  later: LaterKey | null;
}

interface LaterKey {
  readonly key: Signer;
  readonly version: number;
  /** What says so, for whoever has not heard of it; none of what guardians say. */
  readonly statements: readonly IdentitySet[];
}

export function createSoul(name: string, isHonest: boolean): Soul {
  const identity = keyOf(`${name}'s identity`);
  const member = toHex(identity.publicKey) as MemberId;
  return { name, member, identity, isHonest, later: null };
}

/** What a certificate is about. */
export interface NamedDevice {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  /** A full device, or a keeper. */
  readonly role: 0 | 1;
}

/** A certificate, by the key of that version. */
export async function certifiedBy(
  key: Signer,
  version: number,
  named: NamedDevice,
): Promise<{ box: Hex; certSig: Hex }> {
  const statement = deviceStatement({ ...named, version });
  return { box: named.box, certSig: toHex(await key.sign(statement)) };
}

/** One by the key that speaks for them now, for anybody's log (formats 5/2). */
export function enrolmentFor(
  { identity, later }: Soul,
  named: NamedDevice,
): Promise<DeviceEnrol> {
  const { key, version } = later ?? { key: identity, version: 0 };
  return enrolmentWith(key, version, named);
}

/** One by any key of theirs, also by one that speaks for them no more. */
export async function enrolmentWith(
  key: Signer,
  version: number,
  named: NamedDevice,
): Promise<DeviceEnrol> {
  const { member, device, role } = named;
  const certificate = await certifiedBy(key, version, named);
  const by = version === 0 ? null : toHex(key.publicKey);
  return { type: 'device.enrol', member, device, role, version, by, ...certificate };
}

/** That who holds the key of an invite is this pair (ledger/F3). */
export const proofBy = async (key: Signer, pair: InviteStatement): Promise<Hex> =>
  toHex(await key.sign(inviteStatement(pair)));

/** A claim of the next number, by the key of the number before or whoever has it. */
export async function statedBy(
  key: Signer,
  community: CommunityId,
  claim: IdentityClaim,
): Promise<IdentitySet> {
  const statement = identityStatement(community, claim);
  return { type: 'identity.set', ...claim, sig: toHex(await key.sign(statement)) };
}
