/**
 * What entries say of devices and identities (F5, types 3 to 6; L12). Shapes and
 * bytes alone: which statement counts is the fold's to say (fold/identities.ts).
 */
import type { DeviceKey, Hex, MemberId } from '@manyhands/base';
import { encodeAs, integer, list, nullable, toHex, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys/hash';
import {
  deviceField,
  keyField,
  memberField,
  oneOf,
  signatureField,
  u32Field,
  where,
} from './fields.ts';

/** A standing device of role 0 names one more device of the same member. */
export interface DeviceAdd {
  readonly type: 'device.add';
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly role: 0 | 1;
}

/** "Do not trust this phone of mine": advice to apps, until it is switched off. */
export interface DeviceFreeze {
  readonly type: 'device.freeze';
  readonly device: DeviceKey;
}

/** A device as an identity statement names it, and where its two logs end, if they do. */
export interface ListedDevice {
  readonly device: DeviceKey;
  readonly ledgerCut: number | null;
  readonly boardCut: number | null;
}

/**
 * Which key, devices and guardians a member has from this version on; what a signature
 * of the key before says, and no more.
 */
export interface IdentityClaim {
  readonly member: MemberId;
  readonly version: number;
  readonly key: Hex;
  readonly devices: readonly ListedDevice[];
  /** How many of the guardians it takes; more than half of them, or none of none. */
  readonly g: number;
  /** Ascending. */
  readonly guardians: readonly MemberId[];
  /** The key of the version before, which signs; null for the first, which the member's is. */
  readonly by: Hex | null;
}

export interface IdentitySet extends IdentityClaim {
  readonly type: 'identity.set';
  readonly sig: Hex;
}

/** What guardians say in equal words to bring an identity back: no key signs it. */
export interface RecoveryClaim {
  readonly member: MemberId;
  readonly version: number;
  readonly key: Hex;
  readonly devices: readonly ListedDevice[];
}

export interface GuardianRecover extends RecoveryClaim {
  readonly type: 'guardian.recover';
}

export type IdentityContent = DeviceAdd | DeviceFreeze | IdentitySet | GuardianRecover;

/** The most devices that one statement lists, and the most guardians it names. */
export const listedLimit = 16;
export const guardianLimit = 9;

/** The number of the last identity: whoever used up as many keys joins anew. */
export const lastVersion = 255;
const versionField = integer(1, lastVersion);
const cutField = nullable(u32Field);
const listedShape = list(
  tuple({ device: deviceField, ledgerCut: cutField, boardCut: cutField }),
  0,
  listedLimit,
);
const guardiansShape = list(memberField, 0, guardianLimit);

const devicesField: Shape<readonly ListedDevice[]> = where(
  listedShape,
  (devices) => new Set(devices.map(({ device }) => device)).size === devices.length,
);
const guardiansField: Shape<readonly MemberId[]> = where(guardiansShape, (guardians) =>
  guardians.every((guardian, i) => i === 0 || (guardians[i - 1] ?? '') < guardian),
);

const claimFields = {
  member: memberField,
  version: versionField,
  key: keyField,
  devices: devicesField,
};
const setFields = {
  ...claimFields,
  g: integer(0, guardianLimit),
  guardians: guardiansField,
  by: nullable(keyField),
};

/** None of none, or more than half: so that any two quorums share a guardian (findings/A10). */
const hasQuorum = ({ g, guardians }: Pick<IdentityClaim, 'g' | 'guardians'>): boolean =>
  guardians.length === 0 ? g === 0 : 2 * g > guardians.length && g <= guardians.length;

/** A set of guardians that can decide, and a signer that is named where none is known. */
const isWellMade = (claim: IdentityClaim): boolean =>
  hasQuorum(claim) && (claim.by === null) === (claim.version === 1);

const identityClaim: Shape<IdentityClaim> = where(tuple(setFields), isWellMade);
const recoveryClaim: Shape<RecoveryClaim> = tuple(claimFields);

/** Payloads by type (F5). */
export const identityShapes: {
  [C in IdentityContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  'device.add': tuple({ device: deviceField, box: keyField, role: oneOf<0 | 1>(0, 1) }),
  'device.freeze': tuple({ device: deviceField }),
  'identity.set': where(tuple({ ...setFields, sig: signatureField }), isWellMade),
  'guardian.recover': recoveryClaim,
};

/** SHA-256 of the payload without its signature: what one claim is called by (F3). */
export const claimHashOf = (claim: IdentityClaim): Uint8Array =>
  sha256(encodeAs(identityClaim, claim));

/** Guardians have written one payload when these are equal. */
export const recoveryHashOf = (claim: RecoveryClaim): Hex =>
  toHex(sha256(encodeAs(recoveryClaim, claim)));
