import type {
  Day,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  MinuteOfTime,
  Minutes,
  NoteId,
  PartyId,
} from '@manyhands/base';
import type { Charter } from '../charter.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { TransferKind } from '../ledgerContent.ts';
import type { LogName } from '../log.ts';

/**
 * An entry as the gate hands it on. Not proven: a signature inside it is bad. Alone:
 * held without its chain, so that others may not have it; it counts all the same, and
 * may be given a second time once its chain brings it.
 */
export interface FoldEntry {
  readonly entry: Entry;
  readonly proven: boolean;
  readonly alone?: boolean;
}

export interface MemberDevice {
  readonly device: DeviceKey;
  readonly role: Role;
  /** The sealing key. */
  readonly box: Hex;
}

/** Somebody whom at least one member let in, or who founded the community. */
export interface Member {
  readonly member: MemberId;
  readonly devices: readonly MemberDevice[];
  /** The members who admitted them, in the order of their ids. */
  readonly admittedBy: readonly MemberId[];
  /** Whether enough have: hours count, and for good (L8). */
  readonly everMember: boolean;
  readonly voice: boolean;
  /** Left for good. Their hours stay. */
  readonly left: boolean;
  /** A log of theirs has two histories: paused as the one helped (L9). A view, no rule. */
  readonly paused: boolean;
}

/**
 * `void` is kept for the decisions of a later version (L11); nothing is void yet.
 * `declined` and `withdrawn` are advice and never outlive a confirmation (L4).
 */
export type TransferStatus = 'open' | 'exists' | 'declined' | 'withdrawn' | 'void';

/** One line of a proposal: one helper, one helped. The same object until it changes. */
export interface Transfer {
  readonly proposal: EntryId;
  readonly proposer: PartyId;
  /** The other side: whose confirmation it takes. */
  readonly party: PartyId;
  readonly helper: PartyId;
  readonly helped: PartyId;
  readonly minutes: Minutes;
  readonly day: Day;
  readonly kind: TransferKind;
  readonly ref: EntryId | null;
  readonly note: NoteId | null;
  readonly status: TransferStatus;
  readonly proposedAt: MinuteOfTime;
  readonly confirmedAt: MinuteOfTime | null;
  /** The lowest id among the transfers that put this one right, both sides agreeing. */
  readonly undoneBy: EntryId | null;
  /**
   * `witness`: a side of it stands beyond the cut of its log, and counts only because
   * somebody carried it over (L9).
   */
  readonly rests: 'place' | 'witness';
}

/** Where a log was cut: from `seq` on nothing counts by its place (L9). */
export interface Cut {
  readonly log: LogName;
  readonly seq: number;
  /** Whether a proof stands in a chain, before its cut, so that everybody gets it. */
  readonly isFirm: boolean;
}

/**
 * What a set of entries comes to. Answers are read live and are cheap; compare
 * `version` to know whether anything may have changed.
 */
export interface Ledger {
  /**
   * Takes entries in any order, any number of times (L2). Entries of boards or of other
   * communities are ignored. Never throws, and the cost of a transfer does not grow
   * with the number already held.
   */
  add(entries: Iterable<FoldEntry>): void;
  readonly version: number;

  charter(): Charter | null;
  /** Everybody whom a member let in, in the order of their ids. */
  members(): Member[];
  member(member: MemberId): Member | null;
  isEverMember(party: PartyId): boolean;
  hasStanding(member: MemberId, device: DeviceKey): boolean;
  roleOf(member: MemberId, device: DeviceKey): Role | null;
  /**
   * Whose device this is. A stranger can certify somebody else's device as their own,
   * but that device never signs for them: a member for whom it has signed comes first.
   */
  memberOfDevice(device: DeviceKey): MemberId | null;
  /** Whom members let in by an invite: apps keep to its uses, the fold does not. */
  admittedWith(invitePub: Hex): MemberId[];

  /** Minutes to ask for; below zero, minutes to give back. */
  balanceOf(party: PartyId): Minutes;
  /** A warning, never a rule (L5). */
  pastLimit(party: PartyId): boolean;

  transfer(proposal: EntryId, party: PartyId): Transfer | null;
  /** The lines of one proposal, in the order of their parties. */
  linesOf(proposal: EntryId): Transfer[];
  /** What the party said to a proposal, yes or no: ids of entries, earliest first. */
  answersTo(proposal: EntryId, party: PartyId): EntryId[];
  transfers(): Iterable<Transfer>;
  /** Newest day first; of one day, what was recorded last. */
  transfersOf(party: PartyId): Transfer[];
  /** Open transfers that wait for this member's word. */
  waitingFor(member: MemberId): Transfer[];
  /** Open transfers that this member proposed. */
  askedBy(member: MemberId): Transfer[];

  /** An entry of a kind this version does not know may have moved hours (L15). */
  needsUpdate(): boolean;

  /** Every log with a proven fork, of either kind (L9). */
  cuts(): Cut[];
  cutOf(log: LogName): number | null;
  /** Whether a member is paused as the one helped. A view: no rule of hours asks (B13). */
  isPaused(party: PartyId): boolean;
  /** Whether a witness that everybody gets carries this entry. */
  isWitnessed(entry: EntryId): boolean;
  /** Acts beyond a cut that a transfer of `member` rests on and no such witness carries. */
  unwitnessedOf(member: MemberId): EntryId[];
  /** The same of everybody's transfers. */
  unwitnessed(): EntryId[];
  /** Equal on all replicas of one version that hold the same entries (annex §8). */
  stateHash(): Hex;
}
