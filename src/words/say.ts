/**
 * Every refusal as a sentence: what happened, whether anything is lost, what to do.
 *
 * The types name what the app's code can refuse; a refusal that is not named here does
 * not compile where it is shown, and one named without a sentence does not compile here.
 */
import type {
  AccountRefused,
  MotionRefused,
  ProposeRefused,
  ReplyRefused,
  VoteRefused,
  VouchRefused,
} from '@manyhands/ledger';
import { later } from './later.ts';
import { sayPhone } from './sayPhone.ts';
import type { PhoneRefusal } from './sayPhone.ts';
import { words } from './words.ts';
import type { Trouble } from './words.ts';

/** Why this phone, or whoever holds it, may not write here. */
type WriterRefusal =
  | 'NotLetInYet'
  | 'Unsigned'
  | 'SwitchedOff'
  | 'PasskeyRefused'
  | 'NoPasskey'
  | 'PartMissing';

/** Why a message did not lead to its hour, or could not be written. */
type MessageRefusal =
  | 'Malformed'
  | 'AnotherCommunity'
  | 'NotForYou'
  | 'NothingInIt'
  | 'WaitsForMore'
  | 'Unknown'
  | 'NothingToSay';

export type RefusalType =
  | PhoneRefusal
  | WriterRefusal
  | MessageRefusal
  | 'NoteTooLong'
  | 'Paused'
  | 'KindsClosed'
  | DecisionRefused['type']
  | ProposeRefused['type']
  | ReplyRefused['type']
  | AccountRefused['type']
  | 'NameMissing'
  | 'TooFewSigners'
  | 'BeyondTotal'
  | 'OpeningNotCounted'
  | 'WritesForThem'
  | 'WritesNoMore'
  | 'NoPhoneToAsk'
  | 'NoHoursLeft'
  | 'NotTheirAgent'
  | SessionRefusal;

/** Why hours for many at once were not written down, or my part of them not said yes to. */
type SessionRefusal =
  | 'SessionGone'
  | 'PartSaid'
  | 'SessionNotNow'
  | 'NobodyHelped'
  | 'NobodyToGive'
  | 'NoGiver'
  | 'NoTitle'
  | 'TooManyInSession'
  | 'TwiceInSession'
  | 'LeftBeforeSession'
  | 'LongerThanADay'
  | 'NotEven';

/** Why all were not asked, or no word was said to what they are asked. */
type DecisionRefused = MotionRefused | VoteRefused | VouchRefused;

export interface Refusal {
  readonly type: RefusalType;
}

export function say({ type }: Refusal): Trouble {
  const { trouble } = later();
  switch (type) {
    case 'StoreFull':
    case 'StoreLost':
    case 'StoreRefused':
    case 'StoreCleared':
    case 'KeyLost':
    case 'KeyUnusable':
    case 'JournalBehind':
    case 'LockLost':
    case 'Closed':
    case 'OpenElsewhere':
    case 'NotHere':
    case 'Update':
      return sayPhone({ type });

    case 'NoVoice':
    case 'AgainstOneself':
    case 'UnknownLine':
    case 'UnknownAccount':
    case 'UnknownMandate':
    case 'UnknownMotion':
    case 'OutOfRange':
    case 'AsItStands':
    case 'AlreadyAsked':
    case 'AlreadyHolds':
    case 'AlreadySaid':
    case 'AlreadyVouched':
    case 'AlreadyHasVoice':
    case 'NotAFullDevice':
    case 'Paused':
    case 'KindsClosed':
      return sayDecision(type);

    case 'NotLetInYet':
    case 'NotAMember':
      return trouble.notAdmitted;
    case 'Unsigned':
      return trouble.hourUnsigned;
    case 'SwitchedOff':
    case 'NotTheirAgent':
      return trouble.deviceOff;
    case 'WritesForThem':
      return trouble.writesForThem;
    case 'WritesNoMore':
      return trouble.writesNoMore;
    case 'NoHoursLeft':
      return trouble.noHoursLeft;
    case 'NoPhoneToAsk':
      return trouble.noPhoneToAsk;

    case 'PasskeyRefused':
      return trouble.lockRefused;
    case 'NoPasskey':
      return trouble.noPasskey;
    case 'PartMissing':
      return words.trouble.partMissing;

    case 'Malformed':
      return trouble.messageDamaged;
    case 'AnotherCommunity':
      return trouble.messageForeign;
    case 'NotForYou':
      return trouble.messageNotYours;
    case 'NothingInIt':
      return trouble.messageEmpty;
    case 'WaitsForMore':
      return trouble.messageWaits;
    case 'Unknown':
      return trouble.messageOfUnknown;
    case 'NothingToSay':
      return trouble.nothingToSend;

    case 'NoteTooLong':
      return trouble.noteTooLong;
    case 'NobodyNamed':
      return trouble.nobodyNamed;
    case 'TooManyLines':
      return trouble.tooManyPeople;
    case 'WithOneself':
      return trouble.withOneself;
    case 'DuplicateParty':
      return trouble.samePersonTwice;
    case 'UnknownMember':
      return trouble.unknownMember;
    case 'Minutes':
      return trouble.wrongMinutes;
    case 'FutureDay':
    case 'ImpossibleDay':
      return trouble.wrongDay;

    case 'NoSuchTransfer':
      return trouble.unknownHour;
    case 'NotYours':
      return trouble.notYours;
    case 'AlreadyConfirmed':
      return trouble.alreadySettled;
    case 'NotConfirmed':
      return trouble.doesNotCountYet;
    case 'AlreadyUndone':
      return trouble.alreadyPutRight;
    case 'HasLeft':
      return trouble.otherHasLeft;

    case 'NotASigner':
      return trouble.notASigner;
    case 'AlreadySigned':
      return trouble.signedAlready;
    case 'BothSides':
      return trouble.onBothSides;
    case 'TooFewApart':
      return trouble.tooFewApart;
    case 'NobodySigns':
      return trouble.nobodySigns;
    case 'TooManySigners':
      return trouble.tooManySign;
    case 'SamePersonSigns':
      return trouble.signsTwice;
    case 'SignerNotAMember':
      return trouble.signerUnknown;
    case 'TooFewSigners':
    case 'Total':
    case 'BeyondTotal':
    case 'OpeningNotCounted':
      return later().brought.refused[type];
    case 'Threshold':
      return trouble.wrongThreshold;
    case 'SameSigners':
      return trouble.sameSigners;
    case 'NoSuchChange':
      return trouble.noSuchChange;
    case 'NoSuchAccount':
      return trouble.unknownOrganisation;
    case 'TooManyDevices':
      return trouble.tooManyPhones;
    case 'NameMissing':
      return trouble.nameMissing;

    case 'SessionGone':
    case 'PartSaid':
    case 'SessionNotNow':
    case 'NobodyHelped':
    case 'NobodyToGive':
    case 'NoGiver':
    case 'NoTitle':
    case 'TooManyInSession':
    case 'TwiceInSession':
    case 'LeftBeforeSession':
    case 'LongerThanADay':
    case 'NotEven':
      return saySession(type);
  }
}

function saySession(type: SessionRefusal): Trouble {
  const { trouble } = later().sessions;
  switch (type) {
    case 'SessionGone':
      return trouble.gone;
    case 'PartSaid':
      return trouble.said;
    case 'SessionNotNow':
      return trouble.notNow;
    default:
      return trouble.plan;
  }
}

/** What was asked of all or said to it, and what a decision stands in the way of. */
function sayDecision(
  type: DecisionRefused['type'] | 'Paused' | 'KindsClosed',
): Trouble {
  const { refused } = later().decisions;
  switch (type) {
    case 'NoVoice':
      return refused.noVoice;
    case 'AgainstOneself':
      return refused.againstOneself;
    case 'OutOfRange':
      return refused.outOfRange;
    case 'AsItStands':
      return refused.asItStands;
    case 'AlreadyAsked':
    case 'AlreadyHolds':
      return refused.alreadyAsked;
    case 'AlreadySaid':
    case 'AlreadyVouched':
    case 'AlreadyHasVoice':
      return refused.alreadySaid;
    case 'NotAFullDevice':
      return refused.keeper;
    case 'Paused':
      return refused.paused;
    case 'KindsClosed':
      return refused.kindsClosed;
    default:
      return refused.unknown;
  }
}

/** Why an archive was not taken, in the types of `@manyhands/archive`. */
export type ArchiveRefusal =
  | { readonly type: 'NotAnArchive' | 'Newer' | 'Differs' | 'Cancelled' | 'TooLarge' }
  | { readonly type: 'Damaged'; readonly file: string | null }
  | { readonly type: 'Missing' | 'Foreign' | 'Unproven'; readonly file: string };

export function sayArchive(refused: ArchiveRefusal): Trouble {
  const { trouble } = later();
  switch (refused.type) {
    case 'NotAnArchive':
      return trouble.notAnArchive;
    case 'Newer':
      return trouble.archiveNewer;
    case 'TooLarge':
      return trouble.archiveTooLarge;
    case 'Damaged':
      return refused.file === null
        ? trouble.archiveCut
        : trouble.archiveDamaged(refused.file);
    case 'Missing':
      return trouble.archiveMissing(refused.file);
    case 'Foreign':
      return trouble.archiveForeign(refused.file);
    case 'Unproven':
      return trouble.archiveUnproven(refused.file);
    case 'Differs':
      return trouble.archiveDiffers;
    case 'Cancelled':
      return trouble.calledOff;
  }
}

/** The same, or why this phone could not keep it. */
export function sayRestore(refused: ArchiveRefusal | Refusal): Trouble {
  return isOfArchive(refused) ? sayArchive(refused) : say(refused);
}

const ofArchive: Record<ArchiveRefusal['type'], true> = {
  NotAnArchive: true,
  Newer: true,
  Differs: true,
  Cancelled: true,
  TooLarge: true,
  Damaged: true,
  Missing: true,
  Foreign: true,
  Unproven: true,
};

const isOfArchive = (refused: ArchiveRefusal | Refusal): refused is ArchiveRefusal =>
  Object.hasOwn(ofArchive, refused.type);
