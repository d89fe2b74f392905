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
 * It does not know accounts: a proposal or reply written `as` one has no effect.
 */
import type { EntryId, MemberId, MinuteOfTime, PartyId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { ProposedLine, TransferPropose, TransferReply } from '../ledgerContent.ts';
import type { Balances } from './balances.ts';
import type { FoldedLog, Logs, Occurrence, Occurrences } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import { actOf, isBeyondCut, isFirm, doesCount, note } from './presence.ts';
import type { FoldedAct, Way } from './presence.ts';
import { Undos } from './undos.ts';
import type { ShownTransfer } from './undos.ts';
import type { Transfer, TransferStatus } from './views.ts';

interface Reply extends FoldedAct {
  readonly type: TransferReply['type'];
  readonly time: MinuteOfTime;
  readonly way: Way;
}

/** One line of a proposal. */
interface Line extends ShownTransfer {
  readonly at: Proposal;
  /** The entry that proposed it. */
  readonly act: FoldedAct;
}

/** Everything about one proposal; replies may come before it does. */
interface Proposal {
  act: FoldedAct | null;
  /** Both, when it stands in its log and a witness carries it too. */
  readonly ways: Record<Way, boolean>;
  lines: Line[];
  replies: Reply[];
}

export class Transfers {
  readonly #logs: Logs;
  readonly #membership: MembershipFold;
  readonly #balances: Balances;
  readonly #proposals = new Map<EntryId, Proposal>();
  readonly #byParty = new Map<PartyId, Line[]>();
  readonly #byLog = new Map<FoldedLog, Set<Proposal>>();
  readonly #witnesses = new Map<EntryId, Occurrences>();
  readonly #undos = new Undos();

  constructor(logs: Logs, membership: MembershipFold, balances: Balances) {
    this.#logs = logs;
    this.#membership = membership;
    this.#balances = balances;
  }

  propose(log: FoldedLog, entry: Entry, content: TransferPropose, way: Way): void {
    if (content.as !== null) return;
    const proposal = this.#touch(entry.id, log);
    proposal.ways[way] = true;
    if (proposal.act !== null) {
      this.#settleAll(proposal);
      return;
    }
    const act = actOf(log, entry);
    proposal.act = act;
    proposal.lines = content.lines.map((line) => ({
      at: proposal,
      act,
      transfer: asProposed(entry, content, line),
    }));
    proposal.replies = proposal.replies.filter((reply) => concerns(proposal, reply));
    for (const line of proposal.lines) {
      this.#undos.watch(line);
      this.#index(line.transfer.proposer, line);
      this.#index(line.transfer.party, line);
    }
    this.#settleAll(proposal);
  }

  reply(log: FoldedLog, entry: Entry, content: TransferReply, way: Way): void {
    if (content.as !== null) return;
    const { type } = content;
    const { seq, id, time } = entry;
    const reply: Reply = { log, seq, id, type, time, way };
    const known = this.#proposals.get(content.proposal);
    if (known?.act && !concerns(known, reply)) return;
    const proposal = this.#touch(content.proposal, log);
    keepLowest(proposal.replies, reply);
    for (const line of proposal.lines) {
      if (reply.type === 'transfer.withdraw' || line.transfer.party === log.member) {
        this.#settle(line);
      }
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

  /** What both sides signed and a cut, or the cut of a witness, would take away (L10). */
  unwitnessedOf(member: MemberId): EntryId[] {
    return this.#unwitnessed(this.#byParty.get(member) ?? []);
  }

  /** The same of all transfers that forked logs have a part in. */
  unwitnessedIn(logs: Iterable<FoldedLog>): EntryId[] {
    const touched = [...logs].flatMap((log) => [...(this.#byLog.get(log) ?? [])]);
    return this.#unwitnessed(touched.flatMap(({ lines }) => lines));
  }

  #unwitnessed(lines: readonly Line[]): EntryId[] {
    const due = new Set<EntryId>();
    for (const line of lines) {
      const asked = line.act;
      const yes = this.#yesTo(line);
      if (yes.length === 0) continue;
      const acts = yes.some((reply) => this.#isFirm(reply)) ? [asked] : [asked, ...yes];
      for (const act of acts) if (!this.#isFirm(act)) due.add(act.id);
    }
    return [...due];
  }

  #isFirm(act: FoldedAct): boolean {
    return !isBeyondCut(act) || this.isWitnessed(act.id);
  }

  /** The log stands otherwise than before. */
  settleLog(log: FoldedLog): void {
    for (const proposal of this.#byLog.get(log) ?? []) this.#settleAll(proposal);
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
      .filter((reply) => this.#counts(reply, reply.way))
      .sort((a, b) => (isEarlier(a, b) ? -1 : 1))
      .map(({ id }) => id)
      .filter((id, at, ids) => ids.indexOf(id) === at);
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

  #isShown({ at: { ways }, act }: Line): boolean {
    return (
      (ways.place && this.#counts(act, 'place')) ||
      (ways.witness && this.#counts(act, 'witness'))
    );
  }

  #counts(act: FoldedAct, way: Way): boolean {
    return doesCount(act, way) && this.#logs.mayTransfer(act.log);
  }

  #touch(id: EntryId, log: FoldedLog): Proposal {
    const known = this.#proposals.get(id);
    const proposal = known ?? {
      act: null,
      ways: { place: false, witness: false },
      lines: [],
      replies: [],
    };
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

  #settleAll({ lines }: Proposal): void {
    for (const line of lines) this.#settle(line);
  }

  #settle(line: Line): void {
    const was = line.transfer;
    const { status, confirmedAt, rests } = this.#judge(line);
    if (
      status === was.status &&
      confirmedAt === was.confirmedAt &&
      rests === was.rests
    ) {
      return;
    }
    line.transfer = { ...was, status, confirmedAt, rests };
    const exists = status === 'exists';
    if (exists === (was.status === 'exists')) return;
    if (exists) this.#balances.move(was.helped, was.helper, was.minutes);
    else this.#balances.move(was.helper, was.helped, was.minutes);
    this.#undos.settle(line, this.#linesUndoneBy(line));
  }

  #judge(line: Line): Pick<Transfer, 'status' | 'confirmedAt' | 'rests'> {
    const { at, act, transfer } = line;
    const rests = isBeyondCut(act) ? 'witness' : 'place';
    const yes = this.#isShown(line) ? this.#confirmations(line) : [];
    const members =
      this.#membership.isEverMember(transfer.proposer) &&
      this.#membership.isEverMember(transfer.party);
    if (yes.length === 0 || !members) {
      return { status: this.#advice(at, transfer.party), confirmedAt: null, rests };
    }
    // What the earliest clock among them said: all are one (L3).
    const confirmedAt = yes.reduce((a, b) => (isEarlier(b, a) ? b : a)).time;
    const carried = rests === 'witness' || yes.every((reply) => isBeyondCut(reply));
    return { status: 'exists', confirmedAt, rests: carried ? 'witness' : 'place' };
  }

  /** The confirmations by the line's party that count. */
  #confirmations(line: Line): Reply[] {
    return this.#yesTo(line).filter((reply) => this.#counts(reply, reply.way));
  }

  /**
   * Those that count or would, were they carried: a keeper's yes has no effect, nor has one
   * from behind the proposer's own side (findings/A11). They stand in for nobody's.
   */
  #yesTo({ at, act, transfer }: Line): Reply[] {
    return at.replies.filter(
      ({ type, log }) =>
        type === 'transfer.confirm' &&
        log.member === transfer.party &&
        this.#logs.mayTransfer(log) &&
        this.#logs.areApart(act.log, log),
    );
  }

  #advice({ replies }: Proposal, party: PartyId): TransferStatus {
    let advice: TransferStatus = 'open';
    for (const reply of replies) {
      const { type, log, way } = reply;
      if (type === 'transfer.confirm' || !this.#counts(reply, way)) continue;
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
    rests: 'place',
  };
}

/** Whether the reply's author has a say: the author may withdraw, a party may answer. */
function concerns({ act, lines }: Proposal, reply: Reply): boolean {
  if (reply.type === 'transfer.withdraw') return reply.log.member === act?.log.member;
  return lines.some((line) => line.transfer.party === reply.log.member);
}

/**
 * One log says one thing once: its lowest copy stays, whichever came first, because it
 * is the last that a cut could take; of what witnesses carry, likewise.
 */
function keepLowest(replies: Reply[], reply: Reply): void {
  const at = replies.findIndex(
    ({ log, type, way }) =>
      log === reply.log && type === reply.type && way === reply.way,
  );
  const held = replies[at];
  if (!held) replies.push(reply);
  else if (isLower(reply, held)) replies[at] = reply;
}

const isLower = (a: FoldedAct, b: FoldedAct): boolean =>
  a.seq < b.seq || (a.seq === b.seq && a.id < b.id);

const isEarlier = (a: Reply, b: Reply): boolean =>
  a.time < b.time || (a.time === b.time && a.id < b.id);
