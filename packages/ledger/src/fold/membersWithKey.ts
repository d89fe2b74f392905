import type { Hex, MemberId } from '@manyhands/base';
import type { Logs } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import type { Standing } from './standing.ts';

/** The steps that know who has a key, and how near the founder they are. */
interface Steps {
  readonly logs: Logs;
  readonly membership: MembershipFold;
  readonly standing: Pick<Standing, 'identities'>;
}

/** The members whose counted key this is, in the order of `Ledger.membersWithKey`. */
export function membersWithKey(
  { logs, membership, standing }: Steps,
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
