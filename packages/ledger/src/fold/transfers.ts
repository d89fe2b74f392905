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
 * It does not know accounts: a proposal or reply written `as` one has no effect.
 */
import type { EntryId, MemberId, MinuteOfTime, PartyId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { ProposedLine, TransferPropose, TransferReply } from '../ledgerContent.ts';
import type { Balances } from './balances.ts';
import type { HeldLog, Logs } from './logs.ts';
import type { Membership } from './membership.ts';
import { Undos } from './undos.ts';
import type { Shown } from './undos.ts';
import type { Transfer, TransferStatus } from './views.ts';

interface Reply {
  readonly type: TransferReply['type'];
  readonly log: HeldLog;
  readonly time: MinuteOfTime;
  readonly id: EntryId;
}

/** One line of a proposal. */
interface Line extends Shown {
  readonly at: Proposal;
}

/** Everything about one proposal; replies may come before it does. */
interface Proposal {
  log: HeldLog | null;
  lines: Line[];
  replies: Reply[];
}

export class Transfers {
  readonly #logs: Logs;
  readonly #membership: Membership;
  readonly #balances: Balances;
  readonly #proposals = new Map<EntryId, Proposal>();
  readonly #byParty = new Map<PartyId, Line[]>();
  readonly #byLog = new Map<HeldLog, Set<Proposal>>();
  readonly #undos = new Undos();

  constructor(logs: Logs, membership: Membership, balances: Balances) {
    this.#logs = logs;
    this.#membership = membership;
    this.#balances = balances;
  }

  propose(log: HeldLog, entry: Entry, content: TransferPropose): void {
    if (content.as !== null) return;
    const proposal = this.#touch(entry.id, log);
    proposal.log = log;
    proposal.lines = content.lines.map((line) => ({
      at: proposal,
      transfer: asProposed(entry, content, line),
    }));
    proposal.replies = proposal.replies.filter((reply) => concerns(proposal, reply));
    for (const line of proposal.lines) {
      this.#undos.watch(line);
      this.#index(line.transfer.proposer, line);
      this.#index(line.transfer.party, line);
      this.#settle(line);
    }
  }

  reply(log: HeldLog, entry: Entry, content: TransferReply): void {
    if (content.as !== null) return;
    const reply = { type: content.type, log, time: entry.time, id: entry.id };
    const known = this.#proposals.get(content.proposal);
    if (known?.log && !concerns(known, reply)) return;
    const proposal = this.#touch(content.proposal, log);
    keepEarliest(proposal.replies, reply);
    for (const line of proposal.lines) {
      if (reply.type === 'transfer.withdraw' || line.transfer.party === log.member) {
        this.#settle(line);
      }
    }
  }

  /** The log stands otherwise than before. */
  settleLog(log: HeldLog): void {
    for (const proposal of this.#byLog.get(log) ?? []) {
      for (const line of proposal.lines) this.#settle(line);
    }
  }

  /** The member became one. */
  settleMember(member: MemberId): void {
    for (const line of this.#byParty.get(member) ?? []) this.#settle(line);
  }

  line(proposal: EntryId, party: PartyId): Transfer | null {
    return this.linesOf(proposal).find((each) => each.party === party) ?? null;
  }

  linesOf(proposal: EntryId): Transfer[] {
    const lines = this.#proposals.get(proposal)?.lines ?? [];
    return lines.filter((line) => this.#isShown(line)).map((line) => line.transfer);
  }

  answersTo(proposal: EntryId, party: PartyId): EntryId[] {
    const replies = this.#proposals.get(proposal)?.replies ?? [];
    return replies
      .filter(({ type, log }) => type !== 'transfer.withdraw' && log.member === party)
      .filter(({ log }) => this.#logs.mayTransfer(log))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
      .map(({ id }) => id);
  }

  *all(): Iterable<Transfer> {
    for (const proposal of this.#proposals.values()) {
      for (const line of proposal.lines) {
        if (this.#isShown(line)) yield line.transfer;
      }
    }
  }

  *of(party: PartyId): Iterable<Transfer> {
    for (const line of this.#byParty.get(party) ?? []) {
      if (this.#isShown(line)) yield line.transfer;
    }
  }

  #isShown(line: Line): boolean {
    return line.at.log !== null && this.#logs.mayTransfer(line.at.log);
  }

  #touch(id: EntryId, log: HeldLog): Proposal {
    const known = this.#proposals.get(id);
    const proposal = known ?? { log: null, lines: [], replies: [] };
    if (!known) this.#proposals.set(id, proposal);
    const touched = this.#byLog.get(log);
    if (touched) touched.add(proposal);
    else this.#byLog.set(log, new Set([proposal]));
    return proposal;
  }

  #index(party: PartyId, line: Line): void {
    const lines = this.#byParty.get(party);
    if (lines) lines.push(line);
    else this.#byParty.set(party, [line]);
  }

  #linesUndoneBy({ transfer }: Line): readonly Line[] {
    if (transfer.kind !== 'undo' || transfer.ref === null) return [];
    return this.#proposals.get(transfer.ref)?.lines ?? [];
  }

  #settle(line: Line): void {
    const was = line.transfer;
    const { status, confirmedAt } = this.#judge(line);
    if (status === was.status && confirmedAt === was.confirmedAt) return;
    line.transfer = { ...was, status, confirmedAt };
    const exists = status === 'exists';
    if (exists === (was.status === 'exists')) return;
    if (exists) this.#balances.move(was.helped, was.helper, was.minutes);
    else this.#balances.move(was.helper, was.helped, was.minutes);
    this.#undos.settle(line, this.#linesUndoneBy(line));
  }

  #judge({ at, transfer }: Line): Pick<Transfer, 'status' | 'confirmedAt'> {
    const confirmedAt = this.#confirmedAt(at, transfer.party);
    const members =
      this.#membership.isEverMember(transfer.proposer) &&
      this.#membership.isEverMember(transfer.party);
    if (confirmedAt !== null && members) return { status: 'exists', confirmedAt };
    return { status: this.#advice(at, transfer.party), confirmedAt: null };
  }

  /** What the earliest clock among the confirmations that count said (L3: all are one). */
  #confirmedAt({ log, replies }: Proposal, party: PartyId): MinuteOfTime | null {
    if (!log || !this.#logs.mayTransfer(log)) return null;
    let first: MinuteOfTime | null = null;
    for (const reply of replies) {
      if (reply.type !== 'transfer.confirm' || reply.log.member !== party) continue;
      if (!this.#logs.mayTransfer(reply.log)) continue;
      if (!this.#logs.areApart(log, reply.log)) continue;
      if (first === null || reply.time < first) first = reply.time;
    }
    return first;
  }

  #advice({ replies }: Proposal, party: PartyId): TransferStatus {
    let advice: TransferStatus = 'open';
    for (const { type, log } of replies) {
      if (type === 'transfer.confirm' || !this.#logs.mayTransfer(log)) continue;
      if (type === 'transfer.withdraw' && advice === 'open') advice = 'withdrawn';
      if (type === 'transfer.decline' && log.member === party) advice = 'declined';
    }
    return advice;
  }
}

function asProposed(
  { id, log, time }: Entry,
  { gave, day, kind, ref, note }: TransferPropose,
  { party, minutes }: ProposedLine,
): Transfer {
  return {
    proposal: id,
    proposer: log.member,
    party,
    helper: gave ? log.member : party,
    helped: gave ? party : log.member,
    minutes,
    day,
    kind,
    ref,
    note,
    status: 'open',
    proposedAt: time,
    confirmedAt: null,
    undoneBy: null,
  };
}

/** Whether the reply's author has a say: the author may withdraw, a party may answer. */
function concerns({ log, lines }: Proposal, reply: Reply): boolean {
  if (reply.type === 'transfer.withdraw') return reply.log.member === log?.member;
  return lines.some((line) => line.transfer.party === reply.log.member);
}

/** One log says one thing once: the earliest copy stays, whichever came first. */
function keepEarliest(replies: Reply[], reply: Reply): void {
  const at = replies.findIndex(
    (each) => each.log === reply.log && each.type === reply.type,
  );
  const held = replies[at];
  if (!held) replies.push(reply);
  else if (isBefore(reply, held)) replies[at] = reply;
}

const isBefore = (a: Reply, b: Reply): boolean =>
  a.time < b.time || (a.time === b.time && a.id < b.id);
