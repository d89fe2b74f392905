/**
 * The fold: entries in, state out. Pure, total and incremental, and equal to what a
 * fold of the whole set would say (L2; the tests keep a slow one to compare with).
 *
 * Its steps, in the annex's order, none of which reads a later one:
 *
 *   certificates ─► standing ─┬─► membership, voice ─┬─► transfers ─► balances
 *   (logs.ts)                 └─► facts released     │   (transfers.ts, undos.ts)
 *                                                    └─► member.leave, unknown types
 *
 * What a log says before its certificate is here waits in the log. Facts (found, enrol,
 * admit, vouch, proofs, witnesses) hold wherever they are seen; acts (leave, transfer.*)
 * hold before the cut of their log, or inside a witness (L9, presence.ts). Identities
 * beyond the first, accounts and motions come later: their entries are `unknown`, and
 * `needsUpdate` says so (L15).
 */
import type {
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  Minutes,
  PartyId,
} from '@manyhands/base';
import { carriedBy, certificatesOf, foundedBy } from '../certificates.ts';
import type { Charter } from '../charter.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { ForkProof } from '../forkContent.ts';
import type { MemberAdmit } from '../ledgerContent.ts';
import { kindOf } from '../log.ts';
import type { LogName } from '../log.ts';
import { Balances } from './balances.ts';
import { Invites } from './invites.ts';
import { isOwner, Logs } from './logs.ts';
import type { HeldLog, Source } from './logs.ts';
import { Membership } from './membership.ts';
import { newestFirst } from './newestFirst.ts';
import { cutsOf, hasLeft, isPaused, prove } from './presence.ts';
import type { Way } from './presence.ts';
import { stateHashOf } from './stateHash.ts';
import { Transfers } from './transfers.ts';
import type { Cut, FoldEntry, Ledger, Member, Transfer } from './views.ts';

/** An empty ledger of a community, to which entries are added as they come. */
export const createLedger = (community: CommunityId): Ledger =>
  new CommunityLedger(community);

class CommunityLedger implements Ledger {
  readonly #community: CommunityId;
  readonly #logs = new Logs();
  readonly #membership = new Membership();
  readonly #balances = new Balances();
  readonly #transfers = new Transfers(this.#logs, this.#membership, this.#balances);
  readonly #invites = new Invites();
  readonly #withUnknown = new Set<HeldLog>();
  /** Logs whose waiting facts may now be stated. */
  readonly #released: HeldLog[] = [];
  /** Logs that were cut since their lines were last settled. */
  readonly #cut = new Set<HeldLog>();
  readonly #forked = new Set<HeldLog>();
  version = 0;
  #hash: { readonly version: number; readonly hash: Hex } | null = null;

  constructor(community: CommunityId) {
    this.#community = community;
  }

  add(entries: Iterable<FoldEntry>): void {
    for (const { entry, proven, alone = false } of entries) {
      const { community, kind, member, device } = entry.log;
      if (community !== this.#community || kind !== 'ledger') continue;
      const log = this.#logs.open(member, device);
      const isKnown = log.placed.has(entry.id);
      if (isKnown && (alone || !log.alone.delete(entry.id))) continue;
      this.version += 1;
      if (alone) log.alone.add(entry.id);
      if (proven && !alone) this.#confirm(log, entry);
      if (isKnown) continue;
      log.placed.add(entry.id);
      this.#hearFrom(log);
      if (proven) this.#take(log, entry, 'place');
      this.#release();
    }
    // Once for all proofs that came together: many of one log move its cut many times.
    for (const log of this.#cut) this.#transfers.settleLog(log);
    this.#cut.clear();
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
      this.#transfers.witness(carriedBy(entry).id, { log, seq });
    } else if (content.type === 'fork.proof') {
      const forked = this.#logs.open(content.member, content.device);
      this.#cutLog(forked, content, { log, seq });
    }
  }

  #take(log: HeldLog, entry: Entry, way: Way): void {
    const { content } = entry;
    switch (content.type) {
      case 'community.found':
        this.#found(entry);
        break;
      case 'device.enrol':
        this.#certify(entry);
        break;
      case 'member.admit':
      case 'member.vouch':
        if (log.facts.has(entry.id)) break;
        log.facts.add(entry.id);
        if (!this.#state(log, entry)) log.waiting.push(entry);
        break;
      case 'member.leave':
        log.leavesAt = Math.min(log.leavesAt, way === 'place' ? entry.seq : -1);
        break;
      case 'transfer.propose':
        this.#transfers.propose(log, entry, content, way);
        break;
      case 'transfer.confirm':
      case 'transfer.decline':
      case 'transfer.withdraw':
        this.#transfers.reply(log, entry, content, way);
        break;
      case 'fork.proof':
        this.#cutLog(this.#logs.open(content.member, content.device), content, null);
        break;
      case 'witness':
        this.#carry(entry);
        break;
      case 'unknown':
        this.#withUnknown.add(log);
        break;
      default:
        // Meaningless: it keeps its place, and that is all.
        break;
    }
  }

  /** Whoever states it: two signatures of one device need no author (L9). */
  #cutLog(forked: HeldLog, proof: ForkProof, at: Source | null): void {
    this.#forked.add(forked);
    const kind = kindOf(proof.kind);
    if (prove(forked, kind, proof.seq, at) && kind === 'ledger') this.#cut.add(forked);
    this.#hearFrom(forked);
  }

  /** A witness says no more than the entry it carries, and needs no author either. */
  #carry(entry: Entry): void {
    const carried = carriedBy(entry);
    const { member, device } = carried.log;
    const its = this.#logs.open(member, device);
    this.#hearFrom(its);
    this.#take(its, carried, 'witness');
  }

  #found(entry: Entry): void {
    const charter = foundedBy(entry);
    if (!charter) return;
    const first = this.#membership.charter === null;
    this.#settleMembers(this.#membership.found(charter));
    this.#certify(entry);
    // Whether a vouch is within the circle could not be told without the charter.
    if (first) for (const log of this.#logs.all()) this.#released.push(log);
  }

  #certify(entry: Entry): void {
    for (const certificate of certificatesOf(entry)) {
      const log = this.#logs.open(certificate.member, certificate.device);
      const wasOwner = isOwner(log);
      if (!this.#logs.certify(certificate)) continue;
      this.#transfers.settleLog(log);
      if (isOwner(log) !== wasOwner) this.#settleAgents(log);
      this.#released.push(log);
    }
  }

  #settleAgents(owner: HeldLog): void {
    for (const log of this.#logs.ofDevice(owner.device)) {
      if (log.role === 2) this.#transfers.settleLog(log);
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
    const { charter } = this.#membership;
    if (!charter || log.role === null) return false;
    const { content, seq } = fact;
    const founding = log.member === charter.founder && log.device === charter.device;
    const place = founding ? seq : null;
    if (content.type === 'member.vouch') {
      if (log.role !== 0) return false;
      this.#membership.vouch(content.member, log.member, place);
    } else if (content.type === 'member.admit') {
      if (log.role === 2) return false;
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
    this.#certify(fact);
    this.#settleMembers(this.#membership.admit(member, log.member, place));
    if (invitePub !== null) this.#invites.use(invitePub, member, log.member);
  }

  #settleMembers(joined: readonly MemberId[]): void {
    for (const member of joined) this.#transfers.settleMember(member);
  }

  charter(): Charter | null {
    return this.#membership.charter;
  }

  members(): Member[] {
    return this.#membership.known().map((member) => this.#describe(member));
  }

  member(member: MemberId): Member | null {
    return this.#membership.isKnown(member) ? this.#describe(member) : null;
  }

  #describe(member: MemberId): Member {
    return {
      member,
      devices: this.#logs.devicesOf(member),
      admittedBy: this.#membership.admittersOf(member),
      everMember: this.#membership.isEverMember(member),
      voice: this.#membership.hasVoice(member),
      left: this.#hasLeft(member),
      paused: this.isPaused(member),
    };
  }

  #hasLeft(member: MemberId): boolean {
    return [...this.#logs.ofMember(member)].some(hasLeft);
  }

  isEverMember(party: PartyId): boolean {
    return this.#membership.isEverMember(party);
  }

  hasStanding(member: MemberId, device: DeviceKey): boolean {
    return this.roleOf(member, device) !== null;
  }

  roleOf(member: MemberId, device: DeviceKey): Role | null {
    return this.#logs.find(member, device)?.role ?? null;
  }

  memberOfDevice(device: DeviceKey): MemberId | null {
    return this.#logs.speakerOf(device, (member) => this.#membership.isKnown(member));
  }

  admittedWith(invitePub: Hex): MemberId[] {
    return this.#invites.usesOf(invitePub, (by) => this.isEverMember(by));
  }

  balanceOf(party: PartyId): Minutes {
    return this.#balances.of(party);
  }

  pastLimit(party: PartyId): boolean {
    const charter = this.#membership.charter;
    return charter !== null && this.balanceOf(party) + charter.limit < 0;
  }

  transfer(proposal: EntryId, party: PartyId): Transfer | null {
    return this.#transfers.line(proposal, party);
  }

  linesOf(proposal: EntryId): Transfer[] {
    return this.#transfers.linesOf(proposal);
  }

  answersTo(proposal: EntryId, party: PartyId): EntryId[] {
    return this.#transfers.answersTo(proposal, party);
  }

  transfers(): Iterable<Transfer> {
    return this.#transfers.all();
  }

  transfersOf(party: PartyId): Transfer[] {
    return [...this.#transfers.of(party)].sort(newestFirst);
  }

  waitingFor(member: MemberId): Transfer[] {
    return this.#openOf(member).filter(({ party }) => party === member);
  }

  askedBy(member: MemberId): Transfer[] {
    return this.#openOf(member).filter(({ proposer }) => proposer === member);
  }

  #openOf(member: MemberId): Transfer[] {
    return this.transfersOf(member).filter(({ status }) => status === 'open');
  }

  needsUpdate(): boolean {
    for (const { role, member } of this.#withUnknown) {
      if (role !== null && this.#membership.isKnown(member)) return true;
    }
    return false;
  }

  cuts(): Cut[] {
    return cutsOf(this.#community, this.#forked);
  }

  cutOf({ kind, member, device }: LogName): number | null {
    return this.#logs.find(member, device)?.forks[kind]?.seq ?? null;
  }

  isPaused(party: PartyId): boolean {
    return isPaused(this.#logs.ofMember(party as MemberId));
  }

  isWitnessed(entry: EntryId): boolean {
    return this.#transfers.isWitnessed(entry);
  }

  unwitnessedOf(member: MemberId): EntryId[] {
    return this.#transfers.unwitnessedOf(member);
  }

  unwitnessed(): EntryId[] {
    return this.#transfers.unwitnessedIn(this.#forked);
  }

  stateHash(): Hex {
    if (this.#hash?.version !== this.version) {
      const hash = stateHashOf(this.#community, {
        logs: this.#logs,
        membership: this.#membership,
        transfers: this.#transfers,
        balances: this.#balances,
        hasLeft: (member) => this.#hasLeft(member),
        isPaused: (member) => this.isPaused(member),
      });
      this.#hash = { version: this.version, hash };
    }
    return this.#hash.hash;
  }
}
