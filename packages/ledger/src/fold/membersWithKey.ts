import type { Hex, MemberId } from '@manyhands/base';
import type { Folding } from './folding.ts';

/** Whose counted key this is: whom it has signed for first, then who is nearest the founder. */
export function membersWithKey(
  { logs, membership, standing }: Pick<Folding, 'logs' | 'membership' | 'standing'>,
  key: Hex,
): MemberId[] {
  const ranks = standing.identities
    .membersWithKey(key, membership.known())
    .map((member) => ({
      member,
      isProven: logs.isSignedFor(member, key),
      distance: membership.distanceOf(member),
    }));
  ranks.sort(
    (a, b) =>
      Number(b.isProven) - Number(a.isProven) ||
      // Infinite for whom nobody let in: two of these differ by nothing.
      (a.distance === b.distance ? 0 : a.distance - b.distance) ||
      (a.member < b.member ? -1 : 1),
  );
  return ranks.map(({ member }) => member);
}
