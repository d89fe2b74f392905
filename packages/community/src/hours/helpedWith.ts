import type { MemberId } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import { isStandingHelp } from '@manyhands/ledger';

/** With whom I share an hour, and who is still here. */
export function helpedWith({
  replica,
  membership: { member },
}: Pick<Place, 'replica' | 'membership'>): MemberId[] {
  const { ledger } = replica;
  const others = ledger
    .transfersOf(member)
    .filter(isStandingHelp)
    .map(({ helper, helped }) => (helper === member ? helped : helper) as MemberId);
  return [...new Set(others)].filter((id) => ledger.member(id)?.left === false);
}
