import type { Accounts, FoldedAccount } from './accounts.ts';
import { isContested } from './mandates.ts';
import type { Mandate } from './mandates.ts';
import type { Account, SigningMandate } from './views.ts';

/** What screens show of an account. */
export function describeAccount(held: FoldedAccount, accounts: Accounts): Account {
  const counted = accounts.countedOf(held);
  const { kind, total } = held.opened;
  return {
    ...{ account: held.account, kind, total, openedBy: held.by },
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
