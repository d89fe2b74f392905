import type { MemberId, PartyId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';

/** Whose word a side of an hour is: the member, or all who now sign for the account. */
export function peopleBehind(ledger: Ledger, party: PartyId): MemberId[] {
  const account = ledger.account(party);
  if (account === null) return [party as MemberId];
  return [...new Set(account.newest.flatMap(({ signers }) => signers))];
}
