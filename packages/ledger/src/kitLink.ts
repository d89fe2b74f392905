import type { CommunityId, Hex, Result } from '@manyhands/base';
import { hex } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { communityField } from './fields.ts';
import { communityNameField, linkFormat, relaysField } from './pastedLink.ts';

/**
 * The code on a printed kit: the words themselves, and where to look for the others.
 * Whoever reads it holds the identity.
 */
export interface KitLink {
  readonly community: CommunityId;
  /** From which the lobby's room and password are derived; old once it was renewed. */
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
  /** The 16 bytes of the twelve words. */
  readonly entropy: Hex;
}

const format = linkFormat<KitLink>('#k/', 1_200, {
  community: communityField,
  lobby: hex(16),
  relays: relaysField,
  name: communityNameField,
  entropy: hex(16),
});

/** The text that follows `#k/` in a kit link (F4). */
export const encodeKitLink = (link: KitLink): string => format.encode(link);

/** Reads a kit link from whatever was scanned or pasted. */
export const readKitLink = (pasted: string): Result<KitLink, Malformed> =>
  format.read(pasted);
