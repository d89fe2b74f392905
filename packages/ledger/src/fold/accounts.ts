/**
 * Who may sign for which account (L16, L17). Two questions about each mandate:
 *
 * 1. Is it *claimed*? The opening is; and a change that a quorum of the signers of a claimed
 *    mandate before wrote in equal words, wherever that was seen. It only grows, so that
 *    nobody who gave an account hours loses them by what comes later: lines exist by it.
 * 2. Is it *counted*? The same of words before the ends of their logs. It may be taken back,
 *    and a decision may set rivals aside: lines are plain or marked by it, and the newest
 *    of these says who signs now.
 *
 * The first is followed as facts come; the second is worked out of an account when somebody
 * asks, since few ever do.
 */
import { listUnder } from '@manyhands/base';
import type { AccountId, EntryId, Hex, MemberId, PartyId } from '@manyhands/base';
import { mandateIdOf } from '../accountContent.ts';
import type { AccountChange, AccountOpen, MandateClaim } from '../accountContent.ts';
import type { Entry } from '../entry.ts';
import type { Decisions } from './decisions.ts';
import type { FoldedLog } from './logs.ts';
import { countedIn, signersQuorumOf } from './mandates.ts';
import type { CountedMandate, CountedMandates, Mandate } from './mandates.ts';
import type { MembershipFold } from './membership.ts';
import type { ChangeUnderWay } from './views.ts';

/** A change, as far as anybody has written it. */
interface Change {
  readonly id: Hex;
  readonly claim: MandateClaim;
  /** The lowest place at which each log says it. */
  readonly words: Map<FoldedLog, number>;
}

/** An account and its mandates, once its opening counts. */
export interface FoldedAccount {
  readonly account: AccountId;
  readonly opened: AccountOpen;
  readonly by: MemberId;
  readonly first: Mandate;
  /** Claimed, by their ids. */
  readonly mandates: Map<Hex, Mandate>;
  /** Of those the ones that differ in who signs or how many; whether in time is not asked. */
  readonly distinct: Map<string, CountedMandate>;
  /** Members that any claimed mandate names. */
  readonly signers: Set<MemberId>;
  counted: CountedMandates | null;
  /** Rises whenever lines may be marked otherwise than before. */
  version: number;
}

interface Opening {
  readonly log: FoldedLog;
  readonly account: AccountId;
  readonly opened: AccountOpen;
}

export class Accounts {
  readonly #membership: MembershipFold;
  readonly #decisions: Decisions;
  readonly #accounts = new Map<AccountId, FoldedAccount>();
  readonly #openings = new Map<EntryId, Opening>();
  readonly #openingsBy = new Map<MemberId, Opening[]>();
  readonly #changes = new Map<Hex, Change>();
  readonly #changesAfter = new Map<Hex, Change[]>();
  readonly #changesBy = new Map<MemberId, Set<Change>>();
  /** Accounts under which more may be signed than before. */
  #grown = new Set<AccountId>();
  /** Accounts whose lines may be marked otherwise. */
  #touched = new Set<AccountId>();

  constructor(membership: MembershipFold, decisions: Decisions) {
    this.#membership = membership;
    this.#decisions = decisions;
  }

  open(log: FoldedLog, { id }: Entry, opened: AccountOpen): void {
    if (this.#openings.has(id)) return;
    const opening = { log, account: id as string as AccountId, opened };
    this.#openings.set(id, opening);
    listUnder(this.#openingsBy, log.member, opening);
    this.#tryOpen(opening);
  }

  change(log: FoldedLog, { seq }: Entry, claim: AccountChange): void {
    const id = mandateIdOf(claim);
    let change = this.#changes.get(id);
    if (change === undefined) {
      change = { id, claim, words: new Map() };
      this.#changes.set(id, change);
      listUnder(this.#changesAfter, claim.before, change);
    }
    const lowest = change.words.get(log) ?? Number.POSITIVE_INFINITY;
    change.words.set(log, Math.min(lowest, seq));
    const ofMember = this.#changesBy.get(log.member) ?? new Set();
    this.#changesBy.set(log.member, ofMember.add(change));
    this.#tryChange(change);
    if (this.#isClaimed(change)) this.touch(claim.account);
  }

  /** One of a member's logs may state more, ends elsewhere, or the member became one. */
  settleMember(member: MemberId): void {
    for (const opening of this.#openingsBy.get(member) ?? []) this.#tryOpen(opening);
    for (const change of this.#changesBy.get(member) ?? []) {
      this.#tryChange(change);
      if (this.#isClaimed(change)) this.touch(change.claim.account);
    }
  }

  /** The account's mandates may count otherwise than before. */
  touch(id: AccountId): void {
    const account = this.#accounts.get(id);
    if (account === undefined) return;
    account.counted = null;
    account.version += 1;
    this.#touched.add(id);
  }

  takeGrown(): Set<AccountId> {
    const grown = this.#grown;
    this.#grown = new Set();
    return grown;
  }

  takeTouched(): Set<AccountId> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  all(): Iterable<FoldedAccount> {
    return this.#accounts.values();
  }

  find(id: PartyId): FoldedAccount | undefined {
    return this.#accounts.get(id as AccountId);
  }

  /** Whether a member signs under a claimed mandate of this account. */
  isSigner(id: AccountId, member: MemberId): boolean {
    const isNamed = this.#accounts.get(id)?.signers.has(member) ?? false;
    return isNamed && this.#membership.isEverMember(member);
  }

  countedOf(account: FoldedAccount): CountedMandates {
    account.counted ??= countedIn(
      account,
      (member) => this.#membership.isEverMember(member),
      this.#decisions.mandateOf(account.account),
    );
    return account.counted;
  }

  /** Changes of a newest mandate that some signers wrote, and not yet enough. */
  underWay(account: FoldedAccount): ChangeUnderWay[] {
    return this.countedOf(account).newest.flatMap((before) =>
      (this.#changesAfter.get(before.id) ?? []).flatMap((change) => {
        if (change.claim.account !== account.account) return [];
        if (this.countedOf(account).all.has(change.id)) return [];
        const by = this.#writersOf(change, before);
        const of = signersQuorumOf(before);
        return by.length === 0 ? [] : [{ ...change.claim, id: change.id, by, of }];
      }),
    );
  }

  #isClaimed({ id, claim }: Change): boolean {
    return this.#accounts.get(claim.account)?.mandates.has(id) ?? false;
  }

  #tryOpen({ log, account, opened }: Opening): void {
    if (this.#accounts.has(account) || log.factRole !== 0) return;
    if (!this.#membership.isEverMember(log.member)) return;
    const { threshold, signers } = opened;
    const first: Mandate = {
      id: account,
      before: null,
      threshold,
      places: null,
      signers: new Set(signers),
      words: new Map<FoldedLog, number>(),
    };
    const opens: FoldedAccount = {
      account,
      opened,
      by: log.member,
      first,
      counted: null,
      version: 0,
      mandates: new Map(),
      distinct: new Map(),
      signers: new Set(),
    };
    this.#accounts.set(account, opens);
    this.#claim(opens, first);
  }

  #tryChange(change: Change): void {
    const { claim } = change;
    const account = this.#accounts.get(claim.account);
    const before = account?.mandates.get(claim.before);
    if (account === undefined || before === undefined) return;
    if (account.mandates.has(change.id) || !this.#isWritten(change, before)) return;
    this.#claim(account, mandateOf(change, before));
  }

  /** A worklist, not recursion: mandates may follow each other by the thousand. */
  #claim(account: FoldedAccount, first: Mandate): void {
    const turn = [first];
    for (let mandate = turn.pop(); mandate; mandate = turn.pop()) {
      account.mandates.set(mandate.id, mandate);
      const signers = [...mandate.signers];
      for (const member of signers) account.signers.add(member);
      const { threshold } = mandate;
      const name = [threshold, ...signers].join('/');
      // Whoever could sign before can sign no more than before.
      if (!account.distinct.has(name)) this.#grown.add(account.account);
      account.distinct.set(name, { mandate, places: null });
      for (const change of this.#changesAfter.get(mandate.id) ?? []) {
        const { claim, id } = change;
        if (claim.account !== account.account || account.mandates.has(id)) continue;
        if (this.#isWritten(change, mandate)) turn.push(mandateOf(change, mandate));
      }
    }
    this.touch(account.account);
  }

  #isWritten(change: Change, before: Mandate): boolean {
    return this.#writersOf(change, before).length >= signersQuorumOf(before);
  }

  /** The signers of the mandate before who wrote it where it may be stated. */
  #writersOf({ words }: Change, before: Mandate): MemberId[] {
    const by = new Set<MemberId>();
    for (const { factRole, member } of words.keys()) {
      if (factRole !== 0 || !before.signers.has(member)) continue;
      if (this.#membership.isEverMember(member)) by.add(member);
    }
    return [...by].sort();
  }
}

const mandateOf = ({ id, claim, words }: Change, before: Mandate): Mandate => ({
  id,
  before,
  threshold: claim.threshold,
  words,
  signers: new Set(claim.signers),
  places: new Map(claim.places.map(({ device, place }) => [device, place])),
});
