/**
 * How far an account has signed its side of a line (L18), as its signers now stand. For what
 * is shown and asked; whether a line exists is the fold's to say, under any claimed mandate.
 */
import type { AccountId, MemberId, PartyId } from '@manyhands/base';
import type { Ledger, SigningMandate, Transfer } from '../fold/views.ts';

/** Whether this member may sign for an account here: nobody stands behind both sides. */
export const canBeApart = (
  { helper, helped }: Pick<Transfer, 'helper' | 'helped'>,
  by: MemberId,
): boolean => helper !== (by as PartyId) && helped !== (by as PartyId);

/** Whether they said yes to it for the account; asking is a yes too. */
export const hasSigned = (
  ledger: Ledger,
  { proposal, party }: Transfer,
  by: MemberId,
  account: AccountId,
): boolean => ledger.signersOf(proposal, party, account).includes(by);

export interface SignedSide {
  /** Signers of a newest mandate who said yes, the other side of the line left out. */
  readonly by: readonly MemberId[];
  /** How many more it takes at least; none: the account's side is signed. */
  readonly missing: number;
}

/** Between two accounts nobody counts twice, so what lacks of both together is told too. */
export function signedSideOf(
  ledger: Ledger,
  line: Transfer,
  account: AccountId,
): SignedSide {
  const own = signedBy(ledger, line, account);
  const other = ledger.account(line.party === account ? line.proposer : line.party);
  if (other === null) return own;
  const others = signedBy(ledger, line, other.account);
  if (own.missing > 0 || others.missing > 0) return own;
  const together = new Set([...own.by, ...others.by]).size;
  const needed = thresholdOf(ledger, account) + thresholdOf(ledger, other.account);
  return { by: own.by, missing: Math.max(0, needed - together) };
}

function signedBy(ledger: Ledger, line: Transfer, account: AccountId): SignedSide {
  const mandates = newestOf(ledger, account);
  const by = ledger
    .signersOf(line.proposal, line.party, account)
    .filter((each) => canBeApart(line, each))
    .filter((each) => mandates.some(({ signers }) => signers.includes(each)));
  const missing = mandates.map(({ threshold, signers }) => {
    const said = signers.filter((each) => by.includes(each)).length;
    return Math.max(0, threshold - said);
  });
  return { by, missing: Math.min(...missing) };
}

const newestOf = (ledger: Ledger, account: PartyId): readonly SigningMandate[] =>
  ledger.account(account)?.newest ?? [];

const thresholdOf = (ledger: Ledger, account: PartyId): number =>
  Math.min(...newestOf(ledger, account).map(({ threshold }) => threshold));

/**
 * Whether enough people could ever sign so that nobody stands behind both sides (L18): apart
 * from a member as many signers as it takes, and between accounts so many in all.
 */
export function canBothSign(ledger: Ledger, one: PartyId, other: PartyId): boolean {
  const ones = newestOf(ledger, one);
  const others = newestOf(ledger, other);
  if (ones.length === 0 && others.length === 0) return one !== other;
  if (ones.length === 0) return others.some((each) => hasApart(each, one));
  if (others.length === 0) return ones.some((each) => hasApart(each, other));
  return ones.some((a) =>
    others.some((b) => {
      const both = new Set([...a.signers, ...b.signers]);
      return both.size >= a.threshold + b.threshold;
    }),
  );
}

const hasApart = ({ threshold, signers }: SigningMandate, member: PartyId): boolean =>
  signers.filter((each) => each !== member).length >= threshold;
