/** Which secret of the community counts, and which is taken from whom (findings/A17). */
import type { CommunityId } from '@manyhands/base';
import { compareBytes, equalBytes } from '@manyhands/codec';
import { secretsOf, taggedHash } from '@manyhands/keys';
import type { Secret } from './messages.ts';

/**
 * No secret of a later epoch is taken, from nobody: an epoch is to be as late as so many
 * removals that hold here, and there are none yet. Until then one member's word for the
 * highest number would move everybody for good.
 */
const lastEpoch = 0;

/**
 * The order of secrets: the later epoch, of one epoch the lower hash, so that nobody wins by
 * choosing bytes that begin with zeros.
 */
export function isNewerSecret(secret: Secret, than: Secret | null): boolean {
  if (secret.epoch > lastEpoch) return false;
  if (than === null || secret.epoch !== than.epoch) {
    return secret.epoch > (than?.epoch ?? -1);
  }
  return compareBytes(rankOf(secret), rankOf(than)) < 0;
}

/** SHA-256("manyhands/v1/secret\0" ‖ S). */
const rankOf = ({ secret }: Secret): Uint8Array => taggedHash('secret', secret);

/** Who is offered a secret over a link. */
export interface Taker {
  readonly community: CommunityId;
  readonly held: Secret | null;
  /** The lobby it came through: an invite names it, and whoever gave the invite knew why. */
  readonly lobby: Uint8Array | null;
}

/**
 * Whether a secret is taken over a link: by who holds none, and only the one that leads to
 * the very lobby they came through.
 */
export function mayTake(secret: Secret, { community, held, lobby }: Taker): boolean {
  if (held !== null || !isNewerSecret(secret, null)) return false;
  return lobby === null || equalBytes(secretsOf(secret.secret, community).lobby, lobby);
}
