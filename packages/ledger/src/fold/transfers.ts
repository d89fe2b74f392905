/**
 * Which transfers exist (L3). Each line of each proposal is settled by itself, from
 * what stands now: whether its author's log counts, both sides are members, and the
 * other side confirmed. Whatever changes one of these settles the lines it touches
 * again, so the order of arrival leaves no trace (L2).
 *
 *   ┌── proposed ──► open ──┬── confirmed ───────────────► exists
 *   (log waits: not shown)  ├── declined by the party ───► declined  ──confirmed──► exists
 *                           └── withdrawn by the author ─► withdrawn ──confirmed──► exists
 *
 * A proposal or a reply counts where it is present: before the cut of its log, or
 * inside a witness. Both are kept, and a cut settles its log's lines again, so that a
 * late one costs no more than that and no cut costs nothing.
 *
 * What a line of an account is marked with (L19) moves nothing, unless a decision says that
 * it does not stand: so it is looked at when somebody asks, and at once only where one does.
 */
import type { AccountId, EntryId, MemberId, PartyId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { TransferPropose, TransferReply } from '../ledgerContent.ts';
import type { Accounts } from './accounts.ts';
import type { Balances } from './balances.ts';
import type { Decisions } from './decisions.ts';
import type { KeptHours } from './keptHours.ts';
import { asProposed, concerns, isEarlier, keepLowest, saidFor } from './lines.ts';
import type { FoldedLine, Proposal, Reply } from './lines.ts';
import type { FoldedLog, Logs, Occurrence, Occurrences } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import { actOf, isBeyondCut, isFirm, note } from './presence.ts';
import type { FoldedAct, Way } from './presence.ts';
import { Proposals } from './proposals.ts';
import { Sides, whatever } from './sides.ts';
import type { Terms } from './sides.ts';
import { StandingHelp } from './standingHelp.ts';
import { Undos } from './undos.ts';
import type { Transfer } from './views.ts';
import { writeHours } from './writeHours.ts';

/** What the step before it comes to, and where it adds up. */
interface TransferSteps {
  readonly logs: Logs;
  readonly membership: MembershipFold;
  readonly accounts: Accounts;
  readonly decisions: Decisions;
  readonly balances: Balances;
}

type Judged = Pick<Transfer, 'status' | 'confirmedAt' | 'rests' | 'mark'>;

export class Transfers {
  readonly #logs: Logs;
  readonly #accounts: Accounts;
  readonly #decisions: Decisions;
  readonly #balances: Balances;
  readonly #sides: Sides;
  readonly #witnesses = new Map<EntryId, Occurrences>();
  readonly help = new StandingHelp();
  readonly #proposals = new Proposals((line) => this.help.made(line));
  readonly #undos = new Undos((line) => this.help.note(line));
  /** Lines that a decision says do not stand, of each account. */
  readonly #disputed = new Map<PartyId, Set<FoldedLine>>();

  constructor({ logs, membership, accounts, decisions, balances }: TransferSteps) {
    this.#logs = logs;
    this.#accounts = accounts;
    this.#decisions = decisions;
    this.#balances = balances;
    this.#sides = new Sides(logs, membership, accounts);
  }

  /** Takes over what was made of hours when the steps before came to the same. */
  restore(kept: KeptHours): void {
    this.#proposals.restore(kept);
    for (const [party, minutes] of kept.balances()) this.#balances.add(party, minutes);
    this.help.restore(kept.help(), () =>
      [...this.#proposals.all()].flatMap(({ lines }) => lines),
    );
  }

  /** What of this is plain, so that it can be taken over again. */
  written(entries: readonly Entry[]): Generator<undefined, Uint8Array> {
    return writeHours(this.#proposals.all(), entries, {
      logOf: ({ log }) => this.#logs.open(log.member, log.device),
      isAccount: (party) => this.#accounts.find(party) !== undefined,
      isDisputed: ({ transfer: { proposal, party } }) =>
        this.#decisions.saysVoid(proposal, party),
    });
  }

  propose(log: FoldedLog, entry: Entry, content: TransferPropose, way: Way): void {
    const proposal = this.#proposals.touch(entry.id, log);
    proposal.ways[way] = true;
    if (proposal.act !== null) {
      this.#settleAll(proposal);
      return;
    }
    const act = actOf(log, entry);
    proposal.act = act;
    proposal.as = content.as;
    proposal.lines = content.lines.map((line) => ({
      at: proposal,
      act,
      transfer: asProposed(entry, content, line),
      markedAt: 0,
    }));
    proposal.replies = proposal.replies.filter((reply) => concerns(proposal, reply));
    for (const line of proposal.lines) {
      this.#undos.watch(line);
      this.#proposals.index(line.transfer.proposer, line);
      this.#proposals.index(line.transfer.party, line);
      this.#dispute(line);
    }
    this.#settleAll(proposal);
  }

  reply(log: FoldedLog, entry: Entry, content: TransferReply, way: Way): void {
    const { type, as } = content;
    const { seq, id, time } = entry;
    const reply: Reply = { log, seq, id, type, time, way, as };
    const known = this.#proposals.find(content.proposal);
    if (known?.act && !concerns(known, reply)) return;
    const proposal = this.#proposals.touch(content.proposal, log);
    keepLowest(proposal.replies, reply);
    const by = saidFor(reply);
    for (const line of proposal.lines) {
      const { proposer, party } = line.transfer;
      if (by === party || by === proposer) this.#settle(line);
    }
  }

  /** A witness that stands at `by` carries this act. */
  witness(id: EntryId, by: Occurrence): void {
    const sources = this.#witnesses.get(id) ?? new Map<FoldedLog, number>();
    note(sources, by);
    this.#witnesses.set(id, sources);
  }

  isWitnessed(id: EntryId): boolean {
    return isFirm(this.#witnesses.get(id));
  }

  /**
   * What both sides signed and a cut, or the cut of a witness, would take away (L10): of the
   * lines of a member, and of those that they signed for an account.
   */
  unwitnessedOf(member: MemberId): EntryId[] {
    const own = this.#proposals.linesOf(member);
    return this.#unwitnessed([...own, ...this.#signedBy(member)]);
  }

  /** The same of all transfers that forked logs have a part in. */
  unwitnessedIn(logs: Iterable<FoldedLog>): EntryId[] {
    const touched = [...logs].flatMap((log) => [...this.#proposals.of(log)]);
    return this.#unwitnessed(touched.flatMap(({ lines }) => lines));
  }

  *#signedBy(member: MemberId): Generator<FoldedLine> {
    for (const log of this.#logs.ofMember(member)) {
      for (const { act, as, lines, replies } of this.#proposals.of(log)) {
        const signs = act?.log === log ? [as] : [];
        for (const reply of replies) if (reply.log === log) signs.push(reply.as);
        for (const line of lines) {
          const { proposer, party } = line.transfer;
          const isSigned = signs.some((each) => each === proposer || each === party);
          if (isSigned) yield line;
        }
      }
    }
  }

  #unwitnessed(lines: readonly FoldedLine[]): EntryId[] {
    const due = new Set<EntryId>();
    for (const line of lines) {
      for (const act of this.#owed(line)) if (!this.#isFirm(act)) due.add(act.id);
    }
    return [...due];
  }

  /** What a line rests on that everybody should get. */
  #owed(line: FoldedLine): readonly FoldedAct[] {
    const asked = line.act;
    const yes = this.#sides.yesTo(line);
    const { proposer, party } = line.transfer;
    const accounts = [proposer, party].flatMap(
      (side) => this.#accounts.find(side) ?? [],
    );
    if (accounts.length === 0) {
      if (yes.length === 0) return [];
      return yes.some((reply) => this.#isFirm(reply)) ? [asked] : [asked, ...yes];
    }
    if (!this.#sides.isSigned(line, whatever)) return [];
    if (this.#sides.isSigned(line, this.#firm)) return [];
    const signed = accounts.flatMap(({ account }) =>
      this.#sides.signaturesOf(line, account),
    );
    return [asked, ...yes, ...signed];
  }

  readonly #firm: Terms = { admits: (act) => this.#isFirm(act), isCounted: false };

  #isFirm(act: FoldedAct): boolean {
    return !isBeyondCut(act) || this.isWitnessed(act.id);
  }

  /** The log stands otherwise than before. */
  settleLog(log: FoldedLog): void {
    for (const proposal of this.#proposals.of(log)) this.#settleAll(proposal);
  }

  /** The member became one. */
  settleMember(member: MemberId): void {
    for (const line of this.#proposals.linesOf(member)) this.#settle(line);
    for (const line of this.#signedBy(member)) this.#settle(line);
  }

  /** More may be signed for this account than before: also what needed a witness until now. */
  settleAccount(account: AccountId): void {
    for (const line of this.#proposals.linesOf(account)) {
      const { status, rests } = line.transfer;
      if (status !== 'exists' || rests === 'witness') this.#settle(line);
    }
  }

  /** Its lines may be marked otherwise: of those that a decision is about, that decides. */
  settleMarks(account: AccountId): void {
    for (const line of this.#disputed.get(account) ?? []) this.#settle(line);
  }

  /** A decision about this line is another. */
  settleLine(proposal: EntryId, party: PartyId): void {
    const lines = this.#proposals.find(proposal)?.lines ?? [];
    for (const line of lines) {
      if (line.transfer.party !== party) continue;
      this.#dispute(line);
      this.#settle(line);
    }
  }

  line(proposal: EntryId, party: PartyId): Transfer | null {
    return this.linesOf(proposal).find((each) => each.party === party) ?? null;
  }

  linesOf(proposal: EntryId): Transfer[] {
    const lines = this.#proposals.find(proposal)?.lines ?? [];
    return lines
      .filter((line) => this.#sides.isShown(line))
      .map((line) => this.#shown(line));
  }

  /** Who signed for an account's side of a line so that it counts (L18), by their names. */
  signersOf(proposal: EntryId, party: PartyId, account: AccountId): MemberId[] {
    const lines = this.#proposals.find(proposal)?.lines ?? [];
    const line = lines.find((each) => each.transfer.party === party);
    return line === undefined ? [] : this.#sides.signersOf(line, account);
  }

  hasConfirmed(proposal: EntryId, party: PartyId): boolean {
    const lines = this.#proposals.find(proposal)?.lines ?? [];
    const line = lines.find((each) => each.transfer.party === party);
    return line !== undefined && this.#sides.confirmationsOf(line).length > 0;
  }

  answersTo(proposal: EntryId, party: PartyId): EntryId[] {
    const replies = this.#proposals.find(proposal)?.replies ?? [];
    return replies
      .filter((reply) => reply.type !== 'transfer.withdraw' && saidFor(reply) === party)
      .filter((reply) => this.#sides.counts(reply))
      .sort((a, b) => (isEarlier(a, b) ? -1 : 1))
      .map(({ id }) => id)
      .filter((id, at, ids) => ids.indexOf(id) === at);
  }

  *all(): Iterable<Transfer> {
    for (const proposal of this.#proposals.all()) {
      for (const line of proposal.lines) {
        if (this.#sides.isShown(line)) yield this.#shown(line);
      }
    }
  }

  /** The same, of which nobody asks what they are marked with. */
  *unmarked(): Iterable<Transfer> {
    for (const proposal of this.#proposals.all()) {
      for (const line of proposal.lines) {
        if (this.#sides.isShown(line)) yield line.transfer;
      }
    }
  }

  *of(party: PartyId): Iterable<Transfer> {
    for (const line of this.#proposals.linesOf(party)) {
      if (this.#sides.isShown(line)) yield this.#shown(line);
    }
  }

  /** A line of an account is marked when it is looked at. */
  #shown(line: FoldedLine): Transfer {
    const { status, proposer, party } = line.transfer;
    if (status !== 'exists' && status !== 'void') return line.transfer;
    const version = this.#marksOf(proposer) + this.#marksOf(party);
    if (version !== line.markedAt) {
      line.markedAt = version;
      const mark = this.#sides.markOf(line);
      if (mark !== line.transfer.mark) line.transfer = { ...line.transfer, mark };
    }
    return line.transfer;
  }

  #marksOf(party: PartyId): number {
    return this.#accounts.find(party)?.version ?? 0;
  }

  #dispute(line: FoldedLine): void {
    const { proposal, proposer, party } = line.transfer;
    const isDisputed = this.#decisions.saysVoid(proposal, party);
    for (const side of [proposer, party]) {
      const lines = this.#disputed.get(side);
      if (!isDisputed) lines?.delete(line);
      else if (lines) lines.add(line);
      else this.#disputed.set(side, new Set([line]));
    }
  }

  #linesUndoneBy({ transfer }: FoldedLine): readonly FoldedLine[] {
    if (transfer.kind !== 'undo' || transfer.ref === null) return [];
    return this.#proposals.find(transfer.ref)?.lines ?? [];
  }

  #settleAll({ lines }: Proposal): void {
    for (const line of lines) this.#settle(line);
  }

  #settle(line: FoldedLine): void {
    const was = line.transfer;
    this.#balances.touched.note(was);
    const { status, confirmedAt, rests, mark } = this.#judge(line);
    if (
      status === was.status &&
      confirmedAt === was.confirmedAt &&
      rests === was.rests &&
      mark === was.mark
    ) {
      return;
    }
    line.transfer = { ...was, status, confirmedAt, rests, mark };
    this.help.note(line);
    const exists = status === 'exists';
    if (exists === (was.status === 'exists')) return;
    if (exists) this.#balances.move(was.helped, was.helper, was.minutes);
    else this.#balances.move(was.helper, was.helped, was.minutes);
    this.#undos.settle(line, this.#linesUndoneBy(line));
  }

  #judge(line: FoldedLine): Judged {
    const { at, act, transfer } = line;
    const { proposal, party } = transfer;
    if (!this.#sides.exists(line)) {
      const rests = isBeyondCut(act) ? 'witness' : 'place';
      const status = this.#sides.adviceOn(at, party);
      return { status, confirmedAt: null, rests, mark: null };
    }
    const mark = this.#sides.markOf(line);
    line.markedAt = this.#marksOf(transfer.proposer) + this.#marksOf(party);
    const isVoid = mark !== null && this.#decisions.saysVoid(proposal, party);
    const yes = this.#sides.confirmationsOf(line);
    // What the earliest clock among them said: all are one (L3).
    const confirmedAt = yes.reduce((a, b) => (isEarlier(b, a) ? b : a)).time;
    const rests = this.#sides.isUncut(line) ? 'place' : 'witness';
    return { status: isVoid ? 'void' : 'exists', confirmedAt, rests, mark };
  }
}
