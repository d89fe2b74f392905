import type { CommunityId, DeviceKey, Hex, MemberId } from '@manyhands/base';
import { concat, fromHex, u32 } from '@manyhands/codec';
import { tag } from '@manyhands/keys/hash';
import type { Role } from './fields.ts';
import { claimHashOf } from './identityContent.ts';
import type { IdentityClaim } from './identityContent.ts';

/** "This device, with this sealing key, may act for me so far": a certificate's claim. */
export interface DeviceStatement {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly role: Role;
  readonly version: number;
}

/** The bytes that the member's identity key of that version signs (F3). */
export const deviceStatement = (of: DeviceStatement): Uint8Array =>
  concat(
    tag('device'),
    fromHex(of.community),
    fromHex(of.member),
    fromHex(of.device),
    fromHex(of.box),
    Uint8Array.of(of.role),
    u32(of.version),
  );

/**
 * The bytes that the identity key of the version before signs to make `claim` (F3).
 * Throws for a claim that no entry could hold.
 */
export const identityStatement = (
  community: CommunityId,
  claim: IdentityClaim,
): Uint8Array => concat(tag('identity'), fromHex(community), claimHashOf(claim));

/** "I hold this identity key, and this device and its sealing key are mine." */
export interface ClaimStatement {
  readonly community: CommunityId;
  readonly key: Hex;
  readonly device: DeviceKey;
  readonly box: Hex;
}

/** The bytes that the identity key signs of whoever asks who they are (F3). */
export const claimStatement = (of: ClaimStatement): Uint8Array =>
  concat(
    tag('claim'),
    fromHex(of.community),
    fromHex(of.key),
    fromHex(of.device),
    fromHex(of.box),
  );

/** "Whoever holds this invite, or this link, is this member, on this device." */
export interface InviteStatement {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

/** The bytes that the key of an invite or of a device link signs (F3). */
export const inviteStatement = (of: InviteStatement): Uint8Array =>
  concat(tag('invite'), fromHex(of.community), fromHex(of.member), fromHex(of.device));

/** "Whoever holds this invite would read the charter, on this device." Lets nobody in. */
export interface CharterStatement {
  readonly community: CommunityId;
  readonly device: DeviceKey;
}

/** The bytes that the key of an invite signs of whoever would read the charter (F3). */
export const charterStatement = ({ community, device }: CharterStatement): Uint8Array =>
  concat(tag('charter'), fromHex(community), fromHex(device));
