import type { Minutes, PartyId } from '@manyhands/base';
import type { Accounts, FoldedAccount } from './accounts.ts';
import type { Decisions } from './decisions.ts';
import { isContested } from './mandates.ts';
import type { Mandate } from './mandates.ts';
import type { MembershipFold } from './membership.ts';
import type { AccountView, SigningMandate } from './views.ts';

/** What screens show of an account. */
export function describeAccount(held: FoldedAccount, accounts: Accounts): AccountView {
  const counted = accounts.countedOf(held);
  const { kind, total } = held.opened;
  return {
    account: held.account,
    kind,
    total,
    openedBy: held.by,
    newest: counted.newest.map(asShown),
    isContested: isContested(counted),
    underWay: accounts.underWay(held),
  };
}

const asShown = ({ id, threshold, signers }: Mandate): SigningMandate => ({
  id,
  threshold,
  signers: [...signers],
});

/** The steps that say how far below zero somebody may be before it is said (L5). */
interface Limiting {
  readonly membership: MembershipFold;
  readonly decisions: Decisions;
  readonly accounts: Accounts;
}

/**
 * As decided for the account or for all, else by the charter; of an opening its total, or the
 * charter's for openings if that is lower (decision 0067).
 */
export function limitOf(
  { membership, decisions, accounts }: Limiting,
  party: PartyId,
): Minutes | null {
  const { charter } = membership;
  if (charter === null) return null;
  const common = decisions.rule('limit', null) ?? charter.limit;
  const account = accounts.find(party);
  if (account === undefined) return common;
  const { total } = account.opened;
  const most = charter.openingTotal;
  const own = total === null ? common : most !== null && most < total ? most : total;
  return decisions.rule('accountLimit', account.account) ?? own;
}
