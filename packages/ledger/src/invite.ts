import { err, ok } from '@manyhands/base';
import type { CommunityId, Hex, Result } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  fromBase64Url,
  hex,
  list,
  malformed,
  text,
  toBase64Url,
  tuple,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { communityField, oneOf } from './fields.ts';

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

const inviteShape = tuple({
  version: oneOf<1>(1),
  community: communityField,
  seed: hex(16),
  lobby: hex(16),
  relays: list(text(200), 0, 4),
  name: text(64),
  inviter: text(96),
});

const inviteLimits = { bytes: 1_200, depth: 2 };
// Somebody may paste the message that the link came in.
const pasteLimit = 20_000;

/** The text that follows `#j/` in an invite link: base64url of annex §4. */
export const encodeInvite = (invite: Invite): string =>
  toBase64Url(encodeAs(inviteShape, { version: 1, ...invite }));

/**
 * Reads an invite from a link, from the text after `#j/` alone, or from a message that
 * contains the link, even when a mail program broke it over several lines.
 */
export function readInvite(pasted: string): Result<Invite, Malformed> {
  if (pasted.length > pasteLimit) return err(malformed('too long for an invite'));
  const link = pasted.slice(startOf(pasted)).trim();
  const [firstWord = ''] = link.split(/[^\w-]/, 1);
  const whole = readInviteText(firstWord);
  return whole.ok ? whole : readInviteText(link.replaceAll(/\s/g, ''));
}

const mark = '#j/';

function startOf(pasted: string): number {
  const at = pasted.lastIndexOf(mark);
  return at === -1 ? 0 : at + mark.length;
}

function readInviteText(encoded: string): Result<Invite, Malformed> {
  const bytes = fromBase64Url(encoded);
  if (!bytes.ok) return bytes;
  const read = decodeAs(inviteShape, bytes.value, inviteLimits);
  if (!read.ok) return read;
  const { community, seed, lobby, relays, name, inviter } = read.value;
  return ok({ community, seed, lobby, relays, name, inviter });
}
