import type { CommunityId, Hex, MemberId, Result } from '@manyhands/base';
import { fromHex, hex } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { deriveKey } from '@manyhands/keys/hash';
import { communityField, memberField } from './fields.ts';
import { communityNameField, linkFormat, relaysField } from './pastedLink.ts';

/**
 * What one device of a member shows to another that is to become theirs too. It opens
 * the lobby, and the device that shows it says yes there; it carries no secret of the
 * community and no key of the member.
 */
export interface DeviceLink {
  readonly community: CommunityId;
  /** From which the link key is derived. */
  readonly seed: Hex;
  /** From which the lobby's room and password are derived. */
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
  readonly member: MemberId;
}

const format = linkFormat<DeviceLink>('#d/', 1_200, {
  community: communityField,
  seed: hex(16),
  lobby: hex(16),
  relays: relaysField,
  name: communityNameField,
  member: memberField,
});

/** The text that follows `#d/` in a device link (F4). */
export const encodeDeviceLink = (link: DeviceLink): string => format.encode(link);

/** Reads a device link from whatever somebody pastes. */
export const readDeviceLink = (pasted: string): Result<DeviceLink, Malformed> =>
  format.read(pasted);

/** The seed of the Ed25519 key that whoever has the link can sign with. */
export const linkKeySeedOf = ({ seed }: Pick<DeviceLink, 'seed'>): Uint8Array =>
  deriveKey(fromHex(seed), 'device/', 32);
