import type { CommunityId, Hex, Result } from '@manyhands/base';
import { fromHex, hex } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { deriveKey } from '@manyhands/keys/hash';
import { communityField } from './fields.ts';
import { communityNameField, linkFormat, relaysField } from './pastedLink.ts';

/**
 * What hangs on a wall or stands in a chat group: whoever reads it may knock, and is let
 * in by no device of its own accord, only by a member who greets them. It leads to the
 * lobby; it carries no secret of the community and names no member. `name` is hearsay
 * until the charter hashes to `community`.
 */
export interface Poster {
  readonly community: CommunityId;
  /** From which the poster key is derived. */
  readonly seed: Hex;
  /** From which the lobby's room and password are derived. */
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
}

const format = linkFormat<Poster>('#h/', 1_200, {
  community: communityField,
  seed: hex(16),
  lobby: hex(16),
  relays: relaysField,
  name: communityNameField,
});

/** The text that follows `#h/` in the link of a poster (F4). */
export const encodePoster = (poster: Poster): string => format.encode(poster);

/** Reads a poster's link from whatever somebody pastes. */
export const readPoster = (pasted: string): Result<Poster, Malformed> =>
  format.read(pasted);

/** The seed of the Ed25519 key that whoever has read the poster can sign with. */
export const posterKeySeedOf = ({ seed }: Pick<Poster, 'seed'>): Uint8Array =>
  deriveKey(fromHex(seed), 'poster/', 32);
