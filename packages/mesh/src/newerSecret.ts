/** Which secret of the community counts, and which is taken from whom (findings/A17). */
import type { CommunityId } from '@manyhands/base';
import { compareBytes, equalBytes } from '@manyhands/codec';
import { secretsOf, taggedHash } from '@manyhands/keys';
import type { Secret } from './messages.ts';

/**
 * The order of secrets: the later epoch, of one epoch the lower hash, so that nobody wins by
 * choosing bytes that begin with zeros. None is of a later epoch than there are `removals`
 * (ledger/L24): else one member's word for the highest number would move everybody for good.
 */
export function isNewerSecret(
  secret: Secret,
  than: Secret | null,
  removals: number,
): boolean {
  if (secret.epoch > removals) return false;
  // Of a number that no removal bears out, whoever said it, is what gives way to any other.
  if (than === null || than.epoch > removals) return true;
  if (secret.epoch !== than.epoch) return secret.epoch > than.epoch;
  return compareBytes(rankOf(secret), rankOf(than)) < 0;
}

/** Negative where the first comes before the other in the order of secrets, whatever is known. */
export const secretsInOrder = (one: Secret, other: Secret): number =>
  other.epoch - one.epoch || compareBytes(rankOf(one), rankOf(other));

/** SHA-256("manyhands/v1/secret\0" ‖ S). */
function rankOf(said: Secret): Uint8Array {
  const rank = ranks.get(said) ?? taggedHash('secret', said.secret);
  ranks.set(said, rank);
  return rank;
}

/** What waits is held against all else that waits, again and again. */
const ranks = new WeakMap<Secret, Uint8Array>();

/** Who is offered a secret over a link, or by message. */
export interface Taker {
  readonly community: CommunityId;
  readonly held: Secret | null;
  /** The lobby it came through: an invite names it, and whoever gave the invite knew why. */
  readonly lobby: Uint8Array | null;
  /** How many removals it knows of; a newcomer of none. */
  readonly removals: number;
}

/**
 * Whether a secret is taken: by who holds none the one that leads to the very lobby they came
 * through, whatever its number, for they know of no removal yet; by who holds one a newer
 * one, but of the first epoch never a second.
 */
export function mayTake(
  secret: Secret,
  { community, held, lobby, removals }: Taker,
): boolean {
  if (held !== null) {
    const isSecondFirst = secret.epoch === 0 && held.epoch === 0;
    return !isSecondFirst && isNewerSecret(secret, held, removals);
  }
  if (lobby === null) return isNewerSecret(secret, null, removals);
  return equalBytes(secretsOf(secret.secret, community).lobby, lobby);
}
