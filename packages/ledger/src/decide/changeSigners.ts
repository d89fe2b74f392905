/**
 * What members may say of accounts (L16, L17): that there is one, and who signs for it from
 * now on. A change counts once a quorum of those who sign before it has written it in equal
 * words, so that saying yes to one is writing it again.
 */
import { err, ok } from '@manyhands/base';
import type { AccountId, Hex, MemberId, Minutes, Result } from '@manyhands/base';
import { placeLimit, signerLimit } from '../accountContent.ts';
import type {
  AccountChange,
  AccountKind,
  AccountOpen,
  Signers,
} from '../accountContent.ts';
import type { AccountView, Ledger, SigningMandate } from '../fold/views.ts';
import { isPresent } from './isPresent.ts';
import type { Heads } from './stateIdentity.ts';

type SignersRefused =
  | { readonly type: 'NobodySigns' }
  | { readonly type: 'TooManySigners'; readonly limit: number }
  | { readonly type: 'SamePersonSigns'; readonly member: MemberId }
  | { readonly type: 'SignerNotAMember'; readonly member: MemberId }
  /** It takes at least one of them, of an opening two, and no more than there are. */
  | { readonly type: 'Threshold'; readonly least: number; readonly most: number };

export type AccountRefused =
  | SignersRefused
  | {
      readonly type:
        | 'NotAMember'
        /** Only an opening has minutes that it may hand out, and each has some. */
        | 'Total'
        | 'NoSuchAccount'
        | 'NotASigner'
        /** It would leave everything as it is. */
        | 'SameSigners'
        | 'NoSuchChange'
        /** They have said yes to this change before. */
        | 'AlreadySigned';
    }
  | { readonly type: 'TooManyDevices'; readonly limit: number };

/** An account as somebody would open it; signers in any order. */
export interface AccountDraft extends Signers {
  readonly kind: AccountKind;
  readonly total?: Minutes | null;
}

/**
 * Decides whether `by` can open this. Who opens an account need not sign for it, and who
 * signs is not asked first: whoever does not want to signs nothing.
 */
export function draftAccount(
  ledger: Ledger,
  by: MemberId,
  { kind, total = null, ...draft }: AccountDraft,
): Result<AccountOpen, AccountRefused> {
  if (!isPresent(ledger, by)) return err({ type: 'NotAMember' });
  if ((kind === 'opening') !== (total !== null)) return err({ type: 'Total' });
  const refused = refusedSigners(ledger, draft, kind);
  if (refused) return err(refused);
  return ok({ type: 'account.open', kind, ...asWritten(draft), total });
}

/**
 * Other signers, or another number of them. Lists every device of every signer before at
 * the length held here, so that what they signed until now stays plain (L19). Of several
 * newest mandates it follows one under which `by` signs.
 */
export function changeSigners(
  ledger: Ledger,
  by: MemberId,
  account: AccountId,
  draft: Signers,
  heads: Heads,
): Result<AccountChange, AccountRefused> {
  const asked = mandateOf(ledger, by, account);
  if (!asked.ok) return asked;
  const { view, mandate } = asked.value;
  const refused = refusedSigners(ledger, draft, view.kind);
  if (refused) return err(refused);
  const { threshold, signers } = asWritten(draft);
  const isSame =
    threshold === mandate.threshold &&
    signers.join() === [...mandate.signers].sort().join();
  if (isSame && !view.isContested) return err({ type: 'SameSigners' });
  const devices = mandate.signers.flatMap((signer) => ledger.devicesOf(signer));
  const places = [...new Set(devices.map(({ device }) => device))]
    .sort()
    .map((device) => ({ device, place: heads(device).ledger }))
    .filter(({ place }) => place > 0);
  if (places.length > placeLimit) {
    return err({ type: 'TooManyDevices', limit: placeLimit });
  }
  const words = { threshold, signers, places, before: mandate.id };
  return ok({ type: 'account.change', account, ...words });
}

/** Yes to a change that another signer wrote: the same words once more (L17). */
export function agreeToChange(
  ledger: Ledger,
  by: MemberId,
  account: AccountId,
  change: Hex,
): Result<AccountChange, AccountRefused> {
  const view = ledger.account(account);
  if (view === null) return err({ type: 'NoSuchAccount' });
  const found = view.underWay.find(({ id }) => id === change);
  if (found === undefined) return err({ type: 'NoSuchChange' });
  const before = view.newest.find(({ id }) => id === found.before);
  if (before?.signers.includes(by) !== true || !isPresent(ledger, by)) {
    return err({ type: 'NotASigner' });
  }
  if (found.by.includes(by)) return err({ type: 'AlreadySigned' });
  const { threshold, signers, places } = found;
  const words = { threshold, signers, places, before: found.before };
  return ok({ type: 'account.change', account, ...words });
}

function mandateOf(
  ledger: Ledger,
  by: MemberId,
  account: AccountId,
): Result<{ view: AccountView; mandate: SigningMandate }, AccountRefused> {
  const view = ledger.account(account);
  if (view === null) return err({ type: 'NoSuchAccount' });
  const mandate = view.newest.find(({ signers }) => signers.includes(by));
  if (mandate === undefined || !isPresent(ledger, by)) {
    return err({ type: 'NotASigner' });
  }
  return ok({ view, mandate });
}

const asWritten = ({ threshold, signers }: Signers): Signers => ({
  threshold,
  signers: [...signers].sort(),
});

function refusedSigners(
  ledger: Ledger,
  { threshold, signers }: Signers,
  kind: AccountKind,
): SignersRefused | null {
  if (signers.length === 0) return { type: 'NobodySigns' };
  if (signers.length > signerLimit) {
    return { type: 'TooManySigners', limit: signerLimit };
  }
  const twice = signers.find((each, at) => signers.indexOf(each) !== at);
  if (twice !== undefined) return { type: 'SamePersonSigns', member: twice };
  const stranger = signers.find((each) => !isPresent(ledger, each));
  if (stranger !== undefined) return { type: 'SignerNotAMember', member: stranger };
  const least = kind === 'opening' ? 2 : 1;
  const isWhole = Number.isInteger(threshold);
  return isWhole && threshold >= least && threshold <= signers.length
    ? null
    : { type: 'Threshold', least, most: signers.length };
}
