import type { CommunityId, DeviceKey, Hex, Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import { communityField, deviceField, keyField } from './fields.ts';
import { linkFormat, personNameField } from './pastedLink.ts';

/**
 * What somebody who lost everything shows to their guardians: the new identity key and
 * the new device. It holds no secret. `name` is what they say of themselves: a guardian
 * says yes to a face or a voice, never to a link.
 */
export interface RecoveryLink {
  readonly community: CommunityId;
  readonly key: Hex;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly name: string;
}

const format = linkFormat<RecoveryLink>('#r/', 256, {
  community: communityField,
  key: keyField,
  device: deviceField,
  box: keyField,
  name: personNameField,
});

/** The text that follows `#r/` in a recovery link (F4). */
export const encodeRecoveryLink = (link: RecoveryLink): string => format.encode(link);

/** Reads a recovery link from whatever somebody pastes. */
export const readRecoveryLink = (pasted: string): Result<RecoveryLink, Malformed> =>
  format.read(pasted);
