import type { CommunityId, Hex, Result } from '@manyhands/base';
import { hex } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { communityField } from './fields.ts';
import {
  communityNameField,
  linkFormat,
  personNameField,
  relaysField,
} from './pastedLink.ts';

/**
 * What a link lets its holder do: come into the lobby and be admitted. It carries no
 * secret of the community. `name` and `inviter` are hearsay until the charter hashes
 * to `community`.
 */
export interface Invite {
  readonly community: CommunityId;
  /** From which the invite key is derived. */
  readonly seed: Hex;
  /** From which the lobby's room and password are derived. */
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
  readonly inviter: string;
}

const format = linkFormat<Invite>('#j/', 1_200, {
  community: communityField,
  seed: hex(16),
  lobby: hex(16),
  relays: relaysField,
  name: communityNameField,
  inviter: personNameField,
});

/** The text that follows `#j/` in an invite link: base64url of F4. */
export const encodeInvite = (invite: Invite): string => format.encode(invite);

/** Reads an invite from whatever somebody pastes. */
export const readInvite = (pasted: string): Result<Invite, Malformed> =>
  format.read(pasted);
