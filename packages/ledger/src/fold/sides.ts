/**
 * When both sides of a line have signed (L3, L18), and by what (L19). A member's side is
 * signed by an act of theirs; an account's by as many signers of one claimed mandate as it
 * takes. Which acts and mandates are asked, `Terms` says: those that count make the line
 * exist, those before the ends of their logs make it plain.
 */
import type { AccountId, MemberId, PartyId } from '@manyhands/base';
import type { Accounts, FoldedAccount } from './accounts.ts';
import { isProposalPresent, saidFor } from './lines.ts';
import type { FoldedLine, Proposal, Reply } from './lines.ts';
import type { Logs } from './logs.ts';
import { isInTime } from './mandates.ts';
import type { CountedMandate } from './mandates.ts';
import type { MembershipFold } from './membership.ts';
import { doesCount, isBeyondCut } from './presence.ts';
import type { FoldedAct } from './presence.ts';
import type { TransferMark, TransferStatus } from './views.ts';

/** Which acts are asked, and whether mandates have to count and acts to be in time. */
export interface Terms {
  readonly admits: (act: FoldedAct, isPresent: boolean) => boolean;
  readonly isCounted: boolean;
}

/** Everything that was ever signed. */
export const whatever: Terms = { admits: () => true, isCounted: false };
/** By these a line exists: whatever counts, under any claimed mandate. */
const existing: Terms = { admits: (_, counts) => counts, isCounted: false };
/** Nothing that a cut would take. */
const uncut: Terms = { admits: (act) => !isBeyondCut(act), isCounted: false };
const plain: Terms = {
  admits: ({ log, seq }, counts) => counts && seq < log.ends.ledger,
  isCounted: true,
};
const carried: Terms = { admits: (_, counts) => counts, isCounted: true };

export class Sides {
  readonly #logs: Logs;
  readonly #membership: MembershipFold;
  readonly #accounts: Accounts;

  constructor(logs: Logs, membership: MembershipFold, accounts: Accounts) {
    this.#logs = logs;
    this.#membership = membership;
    this.#accounts = accounts;
  }

  /** Whether what this log writes for itself, or for an account, has an effect (L16). */
  mayWrite({ log }: FoldedAct, as: AccountId | null): boolean {
    if (as === null) return this.#logs.mayTransfer(log);
    return log.role === 0 && this.#accounts.isSigner(as, log.member);
  }

  isShown({ at, act }: FoldedLine): boolean {
    return isProposalPresent(at, act) && this.mayWrite(act, at.as);
  }

  counts(reply: Reply): boolean {
    return doesCount(reply, reply.way) && this.mayWrite(reply, reply.as);
  }

  exists(line: FoldedLine): boolean {
    return this.isShown(line) && this.isSigned(line, existing);
  }

  /** Whether it would exist also without what only witnesses carry (L9). */
  isUncut(line: FoldedLine): boolean {
    return this.isSigned(line, uncut);
  }

  /** What a line that exists rests on (L19); null for a plain one. */
  markOf(line: FoldedLine): TransferMark | null {
    if (this.isSigned(line, plain)) return null;
    return this.isSigned(line, carried) ? 'witness' : 'former';
  }

  /** The confirmations of the line's party that count, where it is nobody's from both sides. */
  confirmationsOf(line: FoldedLine): Reply[] {
    return this.yesTo(line).filter((reply) => this.counts(reply));
  }

  /**
   * The party's confirmations, those that would count if they were carried too: a keeper's
   * yes has no effect, nor has one from behind the proposer's own side (findings/A11). They
   * stand in for nobody's.
   */
  yesTo({ at, act, transfer }: FoldedLine): Reply[] {
    return at.replies.filter(
      (reply) =>
        reply.type === 'transfer.confirm' &&
        saidFor(reply) === transfer.party &&
        this.mayWrite(reply, reply.as) &&
        (reply.as !== null ||
          at.as !== null ||
          this.#logs.areApart(act.log, reply.log)),
    );
  }

  /** Everything that an account's signers wrote for their side of this line. */
  signaturesOf({ at, act }: FoldedLine, account: AccountId): (FoldedAct | Reply)[] {
    const own = at.replies.filter(
      (reply) =>
        reply.type === 'transfer.confirm' &&
        reply.as === account &&
        this.mayWrite(reply, account),
    );
    return at.as === account ? [act, ...own] : own;
  }

  /** Members whose signature for an account's side is present, by their names. */
  signersOf(line: FoldedLine, account: AccountId): MemberId[] {
    const acts = this.#admitted(line, this.signaturesOf(line, account), existing);
    return [...new Set(acts.map(({ log }) => log.member))].sort();
  }

  /** What was said of a line that does not exist: advice alone (L4). */
  adviceOn({ replies }: Proposal, party: PartyId): TransferStatus {
    let advice: TransferStatus = 'open';
    for (const reply of replies) {
      if (reply.type === 'transfer.confirm' || !this.counts(reply)) continue;
      if (reply.type === 'transfer.withdraw' && advice === 'open') advice = 'withdrawn';
      if (reply.type === 'transfer.decline' && saidFor(reply) === party) {
        advice = 'declined';
      }
    }
    return advice;
  }

  isSigned(line: FoldedLine, terms: Terms): boolean {
    const { at, act, transfer } = line;
    if (!terms.admits(act, isProposalPresent(at, act))) return false;
    const party = this.#accounts.find(transfer.party);
    if (at.as === null) {
      if (!this.#membership.isEverMember(transfer.proposer)) return false;
      return party === undefined
        ? this.#membership.isEverMember(transfer.party) &&
            this.#admitted(line, this.yesTo(line), terms).length > 0
        : this.#hasSigned(party, line, terms, act);
    }
    const proposer = this.#accounts.find(at.as);
    if (proposer === undefined) return false;
    if (party !== undefined) return this.#haveSigned(proposer, party, line, terms);
    if (!this.#membership.isEverMember(transfer.party)) return false;
    return this.#admitted(line, this.yesTo(line), terms).some((yes) =>
      this.#hasSigned(proposer, line, terms, yes),
    );
  }

  /** With a member it takes as many signers apart from them as the mandate says (L18). */
  #hasSigned(
    account: FoldedAccount,
    line: FoldedLine,
    terms: Terms,
    other: FoldedAct,
  ): boolean {
    const acts = this.#admitted(
      line,
      this.signaturesOf(line, account.account),
      terms,
    ).filter(({ log }) => this.#logs.areApart(log, other.log));
    for (const each of this.#mandatesOf(account, terms)) {
      if (signersIn(each, acts).size >= each.mandate.threshold) return true;
    }
    return false;
  }

  /** Between accounts nobody can stand for both: so many more have to have signed (L18). */
  #haveSigned(
    one: FoldedAccount,
    other: FoldedAccount,
    line: FoldedLine,
    terms: Terms,
  ): boolean {
    const [ones, others] = [one, other].map((account) => {
      const signatures = this.signaturesOf(line, account.account);
      const acts = this.#admitted(line, signatures, terms);
      return [...this.#mandatesOf(account, terms)].flatMap((each) => {
        const signers = signersIn(each, acts);
        const { threshold } = each.mandate;
        return signers.size >= threshold ? [{ signers, threshold }] : [];
      });
    });
    return (ones ?? []).some((a) =>
      (others ?? []).some((b) => {
        const both = new Set([...a.signers, ...b.signers]);
        return both.size >= a.threshold + b.threshold;
      }),
    );
  }

  #admitted<A extends FoldedAct | Reply>(
    { at, act }: Pick<FoldedLine, 'at' | 'act'>,
    acts: readonly A[],
    { admits }: Terms,
  ): A[] {
    return acts.filter((each) =>
      admits(
        each,
        'way' in each ? doesCount(each, each.way) : isProposalPresent(at, act),
      ),
    );
  }

  #mandatesOf(account: FoldedAccount, { isCounted }: Terms): Iterable<CountedMandate> {
    const { distinct } = account;
    return (isCounted ? this.#accounts.countedOf(account).all : distinct).values();
  }
}

/** The signers of this mandate among those who wrote these acts, in time. */
function signersIn(
  counted: CountedMandate,
  acts: readonly FoldedAct[],
): ReadonlySet<MemberId> {
  const signers = new Set<MemberId>();
  for (const act of acts) {
    const { member } = act.log;
    if (counted.mandate.signers.has(member) && isInTime(counted, act)) {
      signers.add(member);
    }
  }
  return signers;
}
