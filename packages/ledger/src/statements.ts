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

/** The bytes that the member's identity key of that version signs (annex §3). */
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
 * The bytes that the identity key of the version before signs to make `claim` (annex §3).
 * Throws for a claim that no entry could hold.
 */
export const identityStatement = (
  community: CommunityId,
  claim: IdentityClaim,
): Uint8Array => concat(tag('identity'), fromHex(community), claimHashOf(claim));

/** "Whoever holds this invite is this newcomer, on this device." */
export interface InviteStatement {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

/** The bytes that the invite key signs (annex §3). */
export const inviteStatement = (of: InviteStatement): Uint8Array =>
  concat(tag('invite'), fromHex(of.community), fromHex(of.member), fromHex(of.device));
