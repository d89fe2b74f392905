import type { MemberId } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import type { Transfer } from '@manyhands/ledger';

/** An hour that both signed and nobody put right; one that was given as well (C30). */
const isShared = ({ status, kind, undoneBy }: Transfer): boolean =>
  status === 'exists' && undoneBy === null && (kind === 'help' || kind === 'gift');

/** With whom I share an hour, and who is still here. */
export function helpedWith({
  replica,
  membership: { member },
}: Pick<Place, 'replica' | 'membership'>): MemberId[] {
  const { ledger } = replica;
  const others = ledger
    .transfersOf(member)
    .filter(isShared)
    .map(({ helper, helped }) => (helper === member ? helped : helper) as MemberId);
  return [...new Set(others)].filter((id) => ledger.member(id)?.left === false);
}
