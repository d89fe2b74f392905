import type {
  AccountId,
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
import type { AccountKind, MandateClaim } from '../accountContent.ts';
import type { Charter } from '../charter.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { KeptEntry } from '../keptEntry.ts';
import type { ListedDevice } from '../identityContent.ts';
import type { TransferKind } from '../ledgerContent.ts';
import type { LogName } from '../log.ts';
import type { Matter, MemberStanding, RuleKey, Rules } from '../motionContent.ts';

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
  /** Where its two logs end, by a fork or by the member's identity; null if nowhere. */
  readonly ledgerCut: number | null;
  readonly boardCut: number | null;
  /** A full device of the same member says not to trust it: advice (L12). */
  readonly frozen: boolean;
}

/** Which key, devices and guardians a member has, by the newest statement that counts. */
export interface Identity {
  readonly version: number;
  readonly key: Hex;
  readonly devices: readonly ListedDevice[];
  readonly g: number;
  readonly guardians: readonly MemberId[];
}

/** A key that has become rightly claimed as a member's of that version. */
export interface ClaimedKey {
  readonly member: MemberId;
  readonly version: number;
  readonly key: Hex;
}

/** What some guardians have written in equal words, and does not count, or not yet. */
export interface Recovery {
  readonly version: number;
  readonly key: Hex;
  readonly devices: readonly ListedDevice[];
  /** The guardians who wrote it, and how many it takes. */
  readonly by: readonly MemberId[];
  readonly g: number;
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
  /** A log of theirs has two histories, and their identity does not end it: paused as the
   * one helped (L9). A view, no rule. */
  readonly paused: boolean;
}

/**
 * `void`: both sides signed, and a decision says that it does not stand (L23).
 * `declined` and `withdrawn` are advice and never outlive a confirmation (L4).
 */
export type TransferStatus = 'open' | 'exists' | 'declined' | 'withdrawn' | 'void';

/**
 * What an hour rests on that is not plain (L19): on what only witnesses carry from beyond an
 * end, or on who signed for the account before. It counts like any other; a decision can say
 * that it does not stand.
 */
export type TransferMark = 'witness' | 'former';

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
  /** Null for a plain one, and where there is none. */
  readonly mark: TransferMark | null;
}

/** Who signs for an account, and how many of them it takes (L17). */
export interface SigningMandate {
  /** The account itself for its opening, else the hash of the change. */
  readonly id: Hex;
  readonly threshold: number;
  /** Ascending. */
  readonly signers: readonly MemberId[];
}

/** A change of who signs that some signers wrote, and not yet enough of them. */
export interface ChangeUnderWay extends MandateClaim {
  readonly id: Hex;
  readonly by: readonly MemberId[];
  /** How many of the signers it takes. */
  readonly of: number;
}

/** An organisation, a pot or an opening: a side of transfers that people sign for. */
export interface AccountView {
  readonly account: AccountId;
  readonly kind: AccountKind;
  /** Of an opening the minutes that it may hand out; else null. */
  readonly total: Minutes | null;
  readonly openedBy: MemberId;
  /** Mandates that nothing counted follows: one, or several if they agree or are contested. */
  readonly newest: readonly SigningMandate[];
  /** Whether two of these differ: nobody's phone confirms by itself until it is decided. */
  readonly isContested: boolean;
  readonly underWay: readonly ChangeUnderWay[];
}

/** A motion that somebody with a voice opened, and what it came to (L20 to L22). */
export interface DecidedMotion {
  readonly motion: EntryId;
  readonly by: MemberId;
  readonly matter: Matter;
  readonly replaces: readonly EntryId[];
  /** Members with a voice, by their names. */
  readonly yes: readonly MemberId[];
  readonly no: readonly MemberId[];
  /** How many are asked: who has a word on it, and who could have one. */
  readonly of: number;
  /** How many yes it takes as things stand. */
  readonly needed: number;
  readonly isTaken: boolean;
  /** Of each line whether it holds there; of others one place. */
  readonly holds: readonly boolean[];
  /** Not so if its opening stands beyond a cut and nobody else has a word on it. */
  readonly isShown: boolean;
}

/** Where a log was cut: from `seq` on nothing counts by its place (L9). */
export interface Cut {
  readonly log: LogName;
  readonly seq: number;
  /** Not so, if it is a fork's whose proofs stand in no chain before its cut. */
  readonly isFirm: boolean;
}

/** All help that both signed and nobody has put right. Read live, and each answer is at hand. */
export interface HelpView {
  /** Rises with each that comes or goes. */
  readonly version: number;
  /** How many have gone: as long as it is the same, what comes stands behind all others. */
  readonly gone: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  /** How many on each day that has any. */
  readonly perDay: ReadonlyMap<Day, number>;
  /** In the order in which they came to stand; what they are marked with may be old. */
  transfers(): Iterable<Transfer>;
}

/** Whether a motion that nobody else has a word on is wanted: by who opened it, and what it is about. */
export type IsAsked = (motion: Pick<DecidedMotion, 'by' | 'matter'>) => boolean;

/**
 * What a set of entries comes to. Answers are read live and are cheap; compare
 * `version` to know whether anything may have changed.
 */
export interface Ledger {
  /**
   * Takes entries in any order, any number of times (L2). Of those of boards it sees only
   * whose device has signed (L14); those of other communities are ignored. Never throws, and the cost of a transfer does not grow
   * with the number already held.
   */
  add(entries: Iterable<FoldEntry>): void;
  /** Hours that are kept wait from now on, until `takeHours` says what comes of them. */
  holdHours(): void;
  /**
   * What waits comes to what `keptHours` said of these very entries, the first that are held; null
   * where all is to be folded anew. Answers whether it could be read.
   */
  takeHours(kept: Uint8Array | null, entries: readonly KeptEntry[]): boolean;
  /** What came of the hours in these logs, one behind the other; nothing may be added meanwhile. */
  keptHours(entries: readonly Entry[]): Generator<undefined, Uint8Array>;
  readonly version: number;
  /** Rises with whatever may change anything but hours and their sums; hours alone leave it as it is. */
  readonly peopleVersion: number;
  /**
   * Rises with whatever may change the lines of this party, what was said to them, or its sum;
   * hours between others leave it as it is.
   */
  hoursVersionOf(party: PartyId): number;
  /** Rises with each device whose standing, role or cut becomes another; hours leave it as it is. */
  readonly standingVersion: number;

  charter(): Charter | null;
  /** Everybody whom a member let in, in the order of their ids. */
  members(): Member[];
  member(member: MemberId): Member | null;
  isEverMember(party: PartyId): boolean;
  /**
   * Whether somebody other than an ordinary member answers for them: they have a voice, or
   * were let in by the founding log below `circle`, as long as no second history of it
   * begins there. Nobody else can make such members by the dozen. No rule of hours asks.
   */
  isRooted(member: MemberId): boolean;
  /** The members who said that they know them, with a voice or not (L8), by their names. */
  vouchersOf(member: MemberId): MemberId[];
  /** The devices on which they said, where it counts, that they leave. */
  leftOn(member: MemberId): DeviceKey[];
  hasStanding(member: MemberId, device: DeviceKey): boolean;
  roleOf(member: MemberId, device: DeviceKey): Role | null;
  /**
   * Whose device this is: of whom it signed for, on either log; before that of the one
   * member who names it, and if several do, nobody's. Anybody can name a device (L14).
   */
  memberOfDevice(device: DeviceKey): MemberId | null;
  /** Whom members let in by an invite: apps keep to its uses, the fold does not. */
  admittedWith(invitePub: Hex): MemberId[];

  /**
   * By how many admissions a member is away from the founder: nobody comes nearer by what
   * they say themself. Infinite for whom no member let in.
   */
  distanceOf(member: MemberId): number;

  /** The newest version that counts (L12); version 0, and K0, before anything was stated. */
  identityOf(member: MemberId): Identity;
  /** Every counted version, from 0 on. */
  identitiesOf(member: MemberId): readonly Identity[];
  /**
   * Whether the next number has rival claims of one rank: nothing new counts until the
   * guardians decide it.
   */
  isContested(member: MemberId): boolean;
  /** In the order of their keys; with a cut, switched off or never let in. */
  devicesOf(member: MemberId): MemberDevice[];
  /**
   * Whether the member's newest counted statement names this device and ends its hours;
   * of an agent's device also whether its owner's does. Not so of a device that only ends
   * by a fork, by rival statements, or because the statement that would let it last is
   * not here yet.
   */
  isSwitchedOff(member: MemberId, device: DeviceKey): boolean;
  /**
   * Whether this device is *out*: it stands, and its member's newest counted identity ends
   * its hours, by listing it so or, unless a number is contested, by neither listing it nor
   * being followed by it (L12). An agent is out with its owner. Out is refused as a link, a
   * parcel and a go-between; what its log said before its end still counts.
   */
  isOut(member: MemberId, device: DeviceKey): boolean;
  /**
   * Whether this device *speaks*: it stands, and nothing its member's identity says, rival
   * statements included, ends its hours; an agent's owner's neither. Only such a device is
   * sealed to, counts as keeping, and lets somebody in by itself.
   */
  speaks(member: MemberId, device: DeviceKey): boolean;
  /** Where the member's identity ends this log (L12), whatever forks say; null: nowhere. */
  endOf(log: LogName): number | null;
  /** Whether this was rightly claimed to be the member's key of that version (L12). */
  isClaimed(member: MemberId, version: number, key: Hex): boolean;
  /** The keys rightly claimed since this was last asked; asked by one feeder alone. */
  takeClaimedKeys(): ClaimedKey[];
  /**
   * The entries that an enrolment, a statement or a recovery rests on: those that rightly
   * claim the key which signed it, or the guardians who write it; or witnesses of these.
   */
  statementsBehind(entry: Entry): EntryId[];
  /** What guardians have written of this member; by number, most guardians first. */
  recoveriesUnderWay(member: MemberId): Recovery[];
  /**
   * The members whose counted key this is: one, unless somebody names another's key as
   * their own. First comes whom the key has signed for, which nobody else can bring about;
   * before it has, who is nearest the founder by admissions, then the lowest name.
   */
  membersWithKey(key: Hex): MemberId[];
  /**
   * Entries that somebody who knows less may not ask for by their place: the statements
   * and attestations of members whose identity ends a log (replica/P7), or witnesses of these.
   */
  identityEvidence(): EntryId[];

  /** Minutes to ask for; below zero, minutes to give back. */
  balanceOf(party: PartyId): Minutes;
  /** A warning, never a rule (L5). */
  pastLimit(party: PartyId): boolean;
  /**
   * How far below zero that is: as decided for the account or for all, else by the charter;
   * of an opening its total (decision 0067). Null before the charter is here.
   */
  limitOf(party: PartyId): Minutes | null;

  transfer(proposal: EntryId, party: PartyId): Transfer | null;
  /** The lines of one proposal, in the order of their parties. */
  linesOf(proposal: EntryId): Transfer[];
  /** What the party said to a proposal, yes or no: ids of entries, earliest first. */
  answersTo(proposal: EntryId, party: PartyId): EntryId[];
  /** Who signed for an account's side of a line so that it counts (L18), by their names. */
  signersOf(proposal: EntryId, party: PartyId, account: AccountId): MemberId[];
  /** Whether a yes of the party is present; with accounts it may take more (L18). */
  hasConfirmed(proposal: EntryId, party: PartyId): boolean;
  transfers(): Iterable<Transfer>;
  /** All of them that are standing help (`isStandingHelp`). */
  readonly help: HelpView;
  /** Newest day first; of one day, what was recorded last. */
  transfersOf(party: PartyId): Transfer[];
  /**
   * Open transfers that wait for this member's word; not those of an account to which they
   * said yes, and which lack its signers.
   */
  waitingFor(member: MemberId): Transfer[];
  /** Open transfers that this member proposed. */
  askedBy(member: MemberId): Transfer[];

  /**
   * Whether entries of a kind this version does not know may have moved anybody's hours:
   * three members with a voice have written some before their cuts, or two of at most
   * three (L15). One alone hides their own sums: see `hidesSumsOf`.
   */
  needsUpdate(): boolean;
  /** The same of one member's sums: they have written some, or so many others have. */
  hidesSumsOf(member: MemberId): boolean;

  /** Every log that ends by a proven fork or by its member's identity (L9, L12). */
  cuts(): Cut[];
  cutOf(log: LogName): number | null;
  /** Every account that was opened by a member, in the order of their ids. */
  accounts(): AccountView[];
  account(id: PartyId): AccountView | null;
  /** Whether a member signs under a newest mandate of this account. */
  signsFor(member: MemberId, account: PartyId): boolean;
  /** Every motion that a voice opened, in the order of their ids. */
  motions(): DecidedMotion[];
  /**
   * The same, but of those that nobody else has a word on, of each who opened them only the first
   * few that are asked for and shown, in no order: however many one voice opens, no more are looked at.
   */
  fewMotions(most: number, isAsked: IsAsked): DecidedMotion[];
  /**
   * Of these the ones that two members ever said yes to, in no order: only they can come to
   * anything, and however many one voice opens, there are no more of them.
   */
  secondedMotions(): DecidedMotion[];
  motion(id: EntryId): DecidedMotion | null;
  /** What is decided of a rule; null: what the charter says, or nothing (F5, keys). */
  rule<K extends RuleKey>(key: K, account?: AccountId | null): Rules[K] | null;
  /** How the community decided to stand to a member. Apps act on it, the fold does not. */
  standingOf(member: MemberId): MemberStanding;
  /**
   * How many motions to remove somebody are taken, or were at some past of the logs (L24):
   * no word that comes later makes it fewer. No secret is of a later epoch (mesh/M12).
   */
  removals(): number;
  /** What is decided of a line; of an open one it advises its signers. */
  shouldStand(proposal: EntryId, party: PartyId): boolean | null;
  /** Whether a member is paused as the one helped. A view: no rule of hours asks (findings/B13). */
  isPaused(party: PartyId): boolean;
  /** Whether a witness that everybody gets carries this entry. */
  isWitnessed(entry: EntryId): boolean;
  /** Acts beyond a cut that a transfer of `member` rests on and no such witness carries. */
  unwitnessedOf(member: MemberId): EntryId[];
  /** The same of everybody's transfers. */
  unwitnessed(): EntryId[];
  /** Equal on all replicas of one version that hold the same entries (F9). */
  stateHash(): Hex;
  /** The same, of the moment of its first step, for whoever must not stop for long. */
  hashState(): Generator<undefined, Hex>;
}
