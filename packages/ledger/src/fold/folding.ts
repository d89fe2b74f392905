/**
 * The fold: entries in, state out. Pure, total and incremental, and equal to what a
 * fold of the whole set would say (L2; the tests keep a slow one to compare with).
 *
 * Its steps, in the annex's order, none of which reads a later one:
 *
 *   certificates, ─► what may ─► identities ─► roles, ends ─┐
 *   additions        be stated   (identities.ts)   of logs  ├─► transfers ─► balances
 *   (logs.ts)        │           (standing.ts)              │   (transfers.ts, undos.ts)
 *                    └─► membership, voice ─────────────────┘   member.leave
 *
 * What a log says before its certificate is here waits in the log. Facts (found, enrol,
 * identity.set, recover, admit, vouch, proofs, witnesses) hold wherever they are seen;
 * acts (add, freeze, leave, transfer.*) hold before the end of their log, transfers and
 * leaving also inside a witness (L9, presence.ts). Accounts and motions come later: their
 * entries are `unknown`, and `needsUpdate` says so (L15).
 */
import type { CommunityId, EntryId, Hex, MemberId } from '@manyhands/base';
import { carriedBy, certificatesOf, foundedBy } from '../certificates.ts';
import type { Entry } from '../entry.ts';
import type { ForkProof } from '../forkContent.ts';
import type { MemberAdmit } from '../ledgerContent.ts';
import { kindOf } from '../log.ts';
import { Balances } from './balances.ts';
import { Invites } from './invites.ts';
import { isOwner, Logs } from './logs.ts';
import type { HeldLog, Source } from './logs.ts';
import { Membership } from './membership.ts';
import { prove } from './presence.ts';
import type { Way } from './presence.ts';
import { Standing } from './standing.ts';
import { Transfers } from './transfers.ts';
import type { FoldEntry } from './views.ts';

/** The steps, as far as the entries so far have moved them. What they come to: createLedger.ts. */
export class Folding {
  readonly #community: CommunityId;
  readonly logs = new Logs();
  readonly standing = new Standing(this.logs);
  readonly membership = new Membership();
  readonly balances = new Balances();
  readonly transfers = new Transfers(this.logs, this.membership, this.balances);
  readonly invites = new Invites();
  readonly withUnknown = new Set<HeldLog>();
  /** What is held, in its chain or alone: adding twice is the same as once. */
  readonly #placed = new Set<EntryId>();
  /** Of those, what is held without its chain. */
  readonly #alone = new Set<EntryId>();
  /** Facts that were heard, from their own log or through a witness. */
  readonly #facts = new Set<EntryId>();
  /** Logs whose waiting facts may now be stated. */
  readonly #released: HeldLog[] = [];
  /** Statements whose later key was not known when they came. */
  readonly #unsigned = new Set<EntryId>();
  version = 0;

  constructor(community: CommunityId) {
    this.#community = community;
  }

  add(entries: Iterable<FoldEntry>): void {
    for (const { entry, proven, signer, alone = false } of entries) {
      const { community, kind, member, device } = entry.log;
      if (community !== this.#community || kind !== 'ledger') continue;
      const log = this.logs.open(member, device);
      const isNew = !this.#placed.has(entry.id);
      const isSigned = signer !== undefined && this.#unsigned.delete(entry.id);
      const isChained = !alone && (isNew || this.#alone.delete(entry.id));
      if (!isNew && !isSigned && !isChained) continue;
      this.version += 1;
      if (isNew && alone) this.#alone.add(entry.id);
      if (proven && isChained) this.#confirm(log, entry);
      if (!isNew && !isSigned) continue;
      this.#placed.add(entry.id);
      this.#hearFrom(log);
      if (proven) this.#take(log, entry, 'place', signer ?? null);
    }
    this.#settle();
  }

  /**
   * Once for all that came together: many certificates of one member, or proofs of one
   * log, would each count its devices anew. Facts first, until none moves another.
   */
  #settle(): void {
    for (;;) {
      for (const log of this.standing.settleFacts()) this.#released.push(log);
      if (this.#released.length === 0) break;
      this.#release();
    }
    for (const log of this.standing.settleActs()) {
      this.transfers.settleLog(log);
      this.#settleAgents(log);
    }
  }

  /** The log's device has signed for its member. */
  #hearFrom(log: HeldLog): void {
    const wasOwner = isOwner(log);
    log.signed = true;
    if (isOwner(log) !== wasOwner) this.#settleAgents(log);
  }

  /** Notes where a proof or a witness stands, so that everybody gets it (L10). */
  #confirm(log: HeldLog, entry: Entry): void {
    const { content, seq } = entry;
    if (content.type === 'witness') {
      this.transfers.witness(carriedBy(entry).id, { log, seq });
    } else if (content.type === 'fork.proof') {
      const forked = this.logs.open(content.member, content.device);
      this.#cutLog(forked, content, { log, seq });
    }
  }

  #take(log: HeldLog, entry: Entry, way: Way, signer: Hex | null): void {
    const { content } = entry;
    switch (content.type) {
      case 'community.found':
        this.#found(entry);
        break;
      case 'device.enrol':
        if (content.version === 0) this.#certify(entry, content.member);
        else if (signer === null) this.#unsigned.add(entry.id);
        else this.#certify(entry, signer);
        break;
      case 'identity.set': {
        const key = content.version === 1 ? content.member : signer;
        if (key === null) this.#unsigned.add(entry.id);
        else this.standing.claim(content, key, entry.id);
        break;
      }
      case 'device.add':
        this.standing.add(log, content, entry);
        break;
      case 'device.freeze': {
        const named = this.logs.open(log.member, content.device);
        noteFreeze(named, log, entry.seq);
        break;
      }
      case 'guardian.recover':
      case 'member.admit':
      case 'member.vouch':
        if (this.#facts.has(entry.id)) break;
        this.#facts.add(entry.id);
        if (!this.#state(log, entry)) log.waiting.push(entry);
        break;
      case 'member.leave':
        log.leavesAt = Math.min(log.leavesAt, way === 'place' ? entry.seq : -1);
        break;
      case 'transfer.propose':
        this.transfers.propose(log, entry, content, way);
        break;
      case 'transfer.confirm':
      case 'transfer.decline':
      case 'transfer.withdraw':
        this.transfers.reply(log, entry, content, way);
        break;
      case 'fork.proof':
        this.#cutLog(this.logs.open(content.member, content.device), content, null);
        break;
      case 'witness':
        this.#carry(entry, signer);
        break;
      case 'unknown':
        this.withUnknown.add(log);
        break;
      default:
        // Meaningless: it keeps its place, and that is all.
        break;
    }
  }

  /** Whoever states it: two signatures of one device need no author (L9). */
  #cutLog(forked: HeldLog, proof: ForkProof, at: Source | null): void {
    prove(forked, kindOf(proof.kind), proof.seq, at);
    this.standing.touch(forked.member);
    this.#hearFrom(forked);
  }

  /** A witness says no more than the entry it carries, and needs no author either. */
  #carry(entry: Entry, signer: Hex | null): void {
    const carried = carriedBy(entry);
    const { id, log: name } = carried;
    const its = this.logs.open(name.member, name.device);
    this.#hearFrom(its);
    this.#take(its, carried, 'witness', signer);
    // Whoever learns the key later names the entry that was added: the witness.
    if (this.#unsigned.has(id)) this.#unsigned.add(entry.id);
  }

  #found(entry: Entry): void {
    const charter = foundedBy(entry);
    if (!charter) return;
    const first = this.membership.charter === null;
    this.#settleMembers(this.membership.found(charter));
    this.#certify(entry, entry.log.member);
    // Whether a vouch is within the circle could not be told without the charter.
    if (first) for (const log of this.logs.all()) this.#released.push(log);
  }

  #certify(entry: Entry, key: Hex): void {
    for (const certificate of certificatesOf(entry)) {
      this.standing.certify(certificate, key, entry.id);
    }
  }

  #settleAgents(owner: HeldLog): void {
    for (const log of this.logs.ofDevice(owner.device)) {
      if (log.role === 2) this.transfers.settleLog(log);
    }
  }

  /** A worklist, not recursion: who lets in whom may be a chain of thousands. */
  #release(): void {
    for (let log = this.#released.pop(); log; log = this.#released.pop()) {
      const facts = log.waiting;
      log.waiting = [];
      for (const fact of facts) {
        if (!this.#state(log, fact)) log.waiting.push(fact);
      }
    }
  }

  /** States a fact that needs standing; false while its log may not. */
  #state(log: HeldLog, fact: Entry): boolean {
    const { charter } = this.membership;
    const { content, id, seq } = fact;
    if (content.type === 'guardian.recover') {
      if (log.factRole !== 0) return false;
      this.standing.recover(content, log.member, id);
      return true;
    }
    if (!charter || log.factRole === null) return false;
    const founding = log.member === charter.founder && log.device === charter.device;
    const place = founding ? seq : null;
    if (content.type === 'member.vouch') {
      if (log.factRole !== 0) return false;
      this.membership.vouch(content.member, log.member, place);
    } else if (content.type === 'member.admit') {
      if (log.factRole === 2) return false;
      this.#admit(log, fact, content, place);
    }
    return true;
  }

  #admit(
    log: HeldLog,
    fact: Entry,
    { member, invitePub }: MemberAdmit,
    place: number | null,
  ): void {
    if (certificatesOf(fact).length === 0) return;
    this.#certify(fact, member);
    this.#settleMembers(this.membership.admit(member, log.member, place));
    if (invitePub !== null) this.invites.use(invitePub, member, log.member);
  }

  #settleMembers(joined: readonly MemberId[]): void {
    for (const member of joined) this.transfers.settleMember(member);
  }
}

const noteFreeze = (log: HeldLog, by: HeldLog, seq: number): void => {
  log.freezes ??= new Map();
  log.freezes.set(by, Math.min(seq, log.freezes.get(by) ?? seq));
};
