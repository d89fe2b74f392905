/**
 * The fold: entries in, state out. Pure, total and incremental, and equal to what a
 * fold of the whole set would say (L2; the tests keep a slow one to compare with).
 *
 * Its steps, in the order of the SPEC, none of which reads a later one:
 *
 *   certificates, ─► what may ─► identities ─► roles, ends ─┬─► decisions ─► mandates ─┐
 *   additions        be stated   (identities.ts)   of logs  │   (decisions.ts) (accounts.ts)
 *   (logs.ts)        │           (standing.ts)              │                          │
 *                    └─► membership, voice ─────────────────┘        transfers ◄───────┘
 *                                                        (transfers.ts) └─► balances
 *
 * What a log says before its certificate is here waits in the log. Facts (found, enrol,
 * identity.set, recover, admit, vouch, accounts, motions, proofs, witnesses) hold wherever
 * they are seen; words on motions count by their place. Acts (add, freeze, leave,
 * transfer.*) hold before the end of their log, transfers also inside a witness (L9,
 * presence.ts).
 */
import type { CommunityId, EntryId, MemberId } from '@manyhands/base';
import { carriedBy, certificatesOf, foundedBy } from '../certificates.ts';
import type { Entry } from '../entry.ts';
import type { ForkProof } from '../forkContent.ts';
import { isOfHours, KeptEntry } from '../keptEntry.ts';
import type { MemberAdmit } from '../ledgerContent.ts';
import { readHours } from './hoursColumns.ts';
import { KeptHours } from './keptHours.ts';
import { logKindOf } from '../log.ts';
import { Accounts } from './accounts.ts';
import { Balances } from './balances.ts';
import { Decisions } from './decisions.ts';
import { HoursHeard } from './hoursHeard.ts';
import { Invites } from './invites.ts';
import { isOwner, Logs } from './logs.ts';
import type { FoldedLog, Occurrence, Occurrences, WaitingFact } from './logs.ts';
import { MembershipFold } from './membership.ts';
import { cutOf, note, prove } from './presence.ts';
import type { Way } from './presence.ts';
import { Standing } from './standing.ts';
import { Transfers } from './transfers.ts';
import type { FoldEntry } from './views.ts';
import { Vouches } from './vouches.ts';

/** How an entry was heard: by its place or from inside a witness, and the entry held. */
interface Heard {
  readonly way: Way;
  readonly by: EntryId;
}

/** The steps, as far as the entries so far have moved them. What they come to: createLedger.ts. */
export class Folding {
  readonly #community: CommunityId;
  readonly logs = new Logs();
  readonly standing = new Standing(this.logs);
  readonly membership = new MembershipFold();
  readonly #vouches = new Vouches(this.membership);
  readonly decisions = new Decisions(this.logs, this.membership, this.#vouches);
  readonly accounts = new Accounts(this.membership, this.decisions);
  readonly balances = new Balances();
  readonly transfers = new Transfers(this);
  readonly hours = new HoursHeard(this.transfers);
  readonly invites = new Invites();
  /** Where each log first says something that only a later version knows (L15). */
  readonly #unknown: Occurrences = new Map();
  /** What is held, in its chain or alone: adding twice is the same as once. */
  readonly #placed = new Set<EntryId>();
  /** Of those, what is held without its chain. */
  readonly #alone = new Set<EntryId>();
  /** Logs whose waiting facts may now be stated. */
  readonly #released: FoldedLog[] = [];
  version = 0;
  /** Goes up with whatever may move a step before the last, that of hours. */
  peopleVersion = 0;
  /** As of which version of membership decisions were last asked. */
  #askedAt = 0;
  /** Goes up with each log whose acts count otherwise than before. */
  standingVersion = 0;

  constructor(community: CommunityId) {
    this.#community = community;
  }

  add(entries: Iterable<FoldEntry>): void {
    for (const { entry, proven, alone = false } of entries) {
      const { community, kind, member, device } = entry.log;
      if (community !== this.#community) continue;
      const log = this.logs.open(member, device);
      const isKept = entry instanceof KeptEntry && entry.isOfHours && proven && !alone;
      if (isKept && this.hours.areHeld) {
        this.version += 1;
        this.#hearFrom(log);
        this.hours.hear({ log, entry, way: 'place' });
        continue;
      }
      if (kind === 'board') {
        if (!log.signedBoard) this.#move();
        log.signedBoard = true;
        continue;
      }
      const isNew = !this.#placed.has(entry.id);
      const isChained = !alone && (isNew || this.#alone.delete(entry.id));
      if (!isNew && !isChained) continue;
      // It moves the last step alone, once it is known whose device writes.
      if (log.signed && isOfHours(entry)) this.version += 1;
      else this.#move();
      if (isNew && alone) this.#alone.add(entry.id);
      if (proven && isChained) this.#confirm(log, entry);
      if (!isNew) continue;
      this.#placed.add(entry.id);
      this.#hearFrom(log);
      if (proven) this.#take(log, entry, { way: 'place', by: entry.id });
    }
    this.#settle();
  }

  /** Something of whatever kind: hours, or what stands before them. */
  #move(): void {
    this.version += 1;
    this.peopleVersion += 1;
  }

  /** Members who have written what only a later version knows, before their log's cut. */
  beyondUs(): Set<MemberId> {
    const members = new Set<MemberId>();
    for (const [log, seq] of this.#unknown) {
      if (log.role === null || seq >= cutOf(log)) continue;
      if (this.membership.isKnown(log.member)) members.add(log.member);
    }
    return members;
  }

  /**
   * Once for all that came together: many certificates of one member, or proofs of one
   * log, would each count its devices anew. Facts first, until none moves another.
   */
  #settle(): void {
    const stated = new Set<FoldedLog>();
    for (;;) {
      for (const log of this.standing.settleFacts()) this.#released.push(log);
      if (this.#released.length === 0) break;
      for (const log of this.#released) stated.add(log);
      this.#release();
    }
    for (const log of this.standing.settleActs()) {
      this.standingVersion += 1;
      stated.add(log);
      this.transfers.settleLog(log);
      this.#settleAgents(log);
    }
    for (const { member } of stated) this.accounts.settleMember(member);
    this.#settleShared(stated.size > 0);
  }

  /** Decisions, then mandates, then the hours that ask either (L23). */
  #settleShared(isMoved: boolean): void {
    if (isMoved || this.membership.version !== this.#askedAt) {
      this.#askedAt = this.membership.version;
      this.decisions.touchAll();
    }
    const { lines, accounts } = this.decisions.settle();
    for (const account of accounts) this.accounts.touch(account);
    for (const account of this.accounts.takeGrown()) {
      this.transfers.settleAccount(account);
    }
    for (const { proposal, party } of lines) this.transfers.settleLine(proposal, party);
    for (const account of this.accounts.takeTouched()) {
      this.transfers.settleMarks(account);
    }
  }

  /** The log's device has signed for its member. */
  #hearFrom(log: FoldedLog): void {
    const wasOwner = isOwner(log);
    log.signed = true;
    if (isOwner(log) !== wasOwner) this.#settleAgents(log);
  }

  /** Notes where a proof or a witness stands, so that everybody gets it (L10). */
  #confirm(log: FoldedLog, entry: Entry): void {
    const { content, seq } = entry;
    if (content.type === 'witness') {
      this.transfers.witness(carriedBy(entry).id, { log, seq });
    } else if (content.type === 'fork.proof') {
      const forked = this.logs.open(content.member, content.device);
      this.#cutLog(forked, content, { log, seq });
    }
  }

  #take(log: FoldedLog, entry: Entry, { way, by }: Heard): void {
    const { content } = entry;
    switch (content.type) {
      case 'community.found':
        this.#found(entry, by);
        break;
      case 'device.enrol':
        this.#certify(entry, by);
        break;
      case 'identity.set':
        this.standing.claim(content, by);
        break;
      case 'device.add':
        this.standing.add(log, content, { id: by, seq: entry.seq });
        break;
      case 'device.freeze': {
        const named = this.logs.open(log.member, content.device);
        noteFreeze(named, log, entry.seq);
        break;
      }
      case 'guardian.recover':
      case 'member.admit':
      case 'member.vouch':
        if (!this.#state(log, { fact: entry, by }))
          log.waiting.push({ fact: entry, by });
        break;
      case 'member.leave':
        // However it came: a leaving holds by its place, as an addition does (L9).
        log.leavesAt = Math.min(log.leavesAt, entry.seq);
        this.decisions.touchAll();
        break;
      case 'account.open':
        this.accounts.open(log, entry, content);
        break;
      case 'account.change':
        this.accounts.change(log, entry, content);
        break;
      case 'motion.open':
        this.decisions.open(log, entry, content);
        break;
      case 'motion.vote':
        this.decisions.vote(log, entry, content);
        break;
      case 'transfer.propose':
      case 'transfer.confirm':
      case 'transfer.decline':
      case 'transfer.withdraw':
        this.hours.hear({ log, entry, way });
        break;
      case 'fork.proof':
        this.#cutLog(this.logs.open(content.member, content.device), content, null);
        break;
      case 'witness':
        this.#carry(entry);
        break;
      case 'unknown':
        note(this.#unknown, { log, seq: entry.seq });
        break;
      default:
        // Meaningless: it keeps its place, and that is all.
        break;
    }
  }

  /** What was said about hours meanwhile is what was kept, or is folded now. */
  takeHours(kept: Uint8Array | null, entries: readonly KeptEntry[]): boolean {
    const columns = kept && readHours(kept);
    this.hours.take(columns && new KeptHours(columns, entries, this.logs));
    this.#settle();
    return columns !== null;
  }

  /** Whoever states it: two signatures of one device need no author (L9). */
  #cutLog(forked: FoldedLog, proof: ForkProof, at: Occurrence | null): void {
    prove(forked, logKindOf(proof.kind), proof.seq, at);
    this.#endCircle(forked);
    this.standing.touch(forked.member);
    this.#hearFrom(forked);
  }

  /** A witness says no more than the entry it carries, and needs no author either. */
  #carry(entry: Entry): void {
    const carried = carriedBy(entry);
    const { log: name } = carried;
    const its = this.logs.open(name.member, name.device);
    this.#hearFrom(its);
    this.#take(its, carried, { way: 'witness', by: entry.id });
  }

  /** Two histories of the founding log give nobody a voice twice (L8). */
  #endCircle({ member, device, forks }: FoldedLog): void {
    const { charter } = this.membership;
    if (charter === null || forks.ledger === null) return;
    if (member !== charter.founder || device !== charter.device) return;
    this.membership.endCircle(forks.ledger.seq);
  }

  #found(entry: Entry, by: EntryId): void {
    const charter = foundedBy(entry);
    if (!charter) return;
    const first = this.membership.charter === null;
    this.#settleMembers(this.membership.found(charter));
    this.#endCircle(this.logs.open(charter.founder, charter.device));
    this.#certify(entry, by);
    // Whether a vouch is within the circle could not be told without the charter.
    if (first) for (const log of this.logs.all()) this.#released.push(log);
  }

  #certify(entry: Entry, by: EntryId): void {
    for (const certificate of certificatesOf(entry)) {
      this.standing.certify(certificate, by);
    }
  }

  #settleAgents(owner: FoldedLog): void {
    for (const log of this.logs.ofDevice(owner.device)) {
      if (log.role === 2) this.transfers.settleLog(log);
    }
  }

  /** A worklist, not recursion: who lets in whom may be a chain of thousands. */
  #release(): void {
    for (let log = this.#released.pop(); log; log = this.#released.pop()) {
      const facts = log.waiting;
      log.waiting = [];
      for (const waiting of facts) {
        if (!this.#state(log, waiting)) log.waiting.push(waiting);
      }
    }
  }

  /** States a fact that needs standing; false while its log may not. */
  #state(log: FoldedLog, { fact, by }: WaitingFact): boolean {
    const { charter } = this.membership;
    const { content, seq } = fact;
    if (content.type === 'guardian.recover') {
      if (log.factRole !== 0) return false;
      this.standing.recover(content, log.member, by);
      return true;
    }
    if (!charter || log.factRole === null) return false;
    const founding = log.member === charter.founder && log.device === charter.device;
    const place = founding ? seq : null;
    if (content.type === 'member.vouch') {
      if (log.factRole !== 0) return false;
      this.#vouches.note(log, seq, content.member);
      this.membership.vouch(content.member, log.member, place);
    } else if (content.type === 'member.admit') {
      if (log.factRole === 2) return false;
      this.#admit(log, { fact, by }, content, place);
    }
    return true;
  }

  #admit(
    log: FoldedLog,
    { fact, by }: WaitingFact,
    { member, invite }: MemberAdmit,
    place: number | null,
  ): void {
    if (certificatesOf(fact).length === 0) return;
    this.#certify(fact, by);
    this.#settleMembers(this.membership.admit(member, log.member, place));
    if (invite !== null) this.invites.use(invite.invitePub, member, log.member);
  }

  #settleMembers(joined: readonly MemberId[]): void {
    for (const member of joined) {
      this.transfers.settleMember(member);
      this.accounts.settleMember(member);
    }
  }
}

const noteFreeze = (log: FoldedLog, by: FoldedLog, seq: number): void => {
  log.freezes ??= new Map();
  log.freezes.set(by, Math.min(seq, log.freezes.get(by) ?? seq));
};
