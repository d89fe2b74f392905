import type {
  AccountId,
  DeviceKey,
  EntryId,
  GroupId,
  Hex,
  ListingId,
  MemberId,
  NoteId,
} from '@manyhands/base';
import type {
  CategoryName,
  GiftOfHelp,
  Listing,
  Profile,
  SealedContent,
  Wishes,
} from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import type {
  Belongs,
  GroupHeader,
  RoomName,
  RoomSign,
  RoomWord,
} from '../groupContent.ts';
import type { LogName } from '../log.ts';
import type { AccountCard } from '../sharedContent.ts';
import type { PlannedSession } from '../sessionContent.ts';
import type { Handed, HandOver } from '../thingContent.ts';
import type { BothSigned } from './bothSigned.ts';
import type { GatheringBoard } from './gatheringViews.ts';

/** An invite that a member's devices may admit with. */
export interface OpenInvite {
  readonly member: MemberId;
  readonly invitePub: Hex;
  readonly uses: number;
  readonly label: string;
  readonly entry: Entry;
}

/** A poster that a member hung up: who knocks with it may be greeted. */
export interface OpenPoster {
  readonly member: MemberId;
  readonly posterPub: Hex;
  readonly label: string;
  readonly entry: Entry;
}

export interface SealedText {
  readonly entry: Entry;
  readonly sealed: SealedContent;
}

export interface ThanksGiven {
  readonly member: MemberId;
  readonly text: string;
  readonly entry: Entry;
}

/** A kind of help that a member named for all. */
export interface NamedCategory extends CategoryName {
  readonly member: MemberId;
  readonly entry: Entry;
}

/** How somebody shows themself, and the entry that says so. */
export interface ShownProfile {
  readonly member: MemberId;
  readonly profile: Profile;
  readonly entry: Entry;
}

/** How an account shows itself, and who says so. */
export interface ShownAccountCard {
  readonly member: MemberId;
  readonly card: AccountCard;
  readonly entry: Entry;
}

/** What a member wrote about a motion or a proposal, as it reads now. */
export interface ShownWords {
  readonly member: MemberId;
  readonly text: string;
  readonly entry: Entry;
}

/** A group as it stands: who organises it and who is in it are B19 and B20. */
export interface ShownGroup {
  readonly id: GroupId;
  readonly founder: MemberId;
  readonly header: GroupHeader;
  readonly entry: Entry;
  /** By their names; nobody, once all who did have left or laid it down. */
  readonly organisers: readonly MemberId[];
  /** By their names. */
  readonly members: readonly MemberId[];
  /** Who would be in it and is not let in. */
  readonly asking: readonly MemberId[];
}

export interface GroupsBoard {
  /** Those of which a header stands that counts, in no order. */
  all(): ShownGroup[];
  /** Those of which any header stands, counted or not. */
  ids(): Iterable<GroupId>;
  get(id: GroupId): ShownGroup | null;
  /** The newest word of this member on each group, in no order: also of those nobody shows. */
  ofMember(member: MemberId): Belongs[];
  /** The newest header of this member's own of a group. */
  headerBy(member: MemberId, id: GroupId): GroupHeader | null;
}

/** A word in a room that all may read. */
export interface SaidInRoom {
  readonly entry: Entry;
  readonly word: RoomWord;
}

export interface ShownSign {
  readonly member: MemberId;
  readonly sign: RoomSign;
  readonly entry: Entry;
}

export interface RoomsBoard {
  /** In no order: the newest are by their places in logs, and what order they stand in B21. */
  saidIn(room: RoomName): readonly SaidInRoom[];
  /** Those that are on, by member. */
  signsUnder(about: EntryId): ShownSign[];
  /** The latest words of a member that ask to keep something, by their places. */
  keepsOf(member: MemberId, most: number): EntryId[];
  /** The group for which this card is first, as its member says. */
  groupOf(member: MemberId, listing: ListingId): GroupId | null;
}

/** Hours for many at once as one member wrote them down, as it reads now. */
export interface ShownSession {
  readonly organiser: MemberId;
  readonly session: PlannedSession;
  /** How often its organiser has asked once more. */
  readonly reminders: number;
  readonly entry: Entry;
}

/** Sessions as they read now (B25). */
export interface SessionsShown {
  /** In no order. */
  all(): ShownSession[];
  get(organiser: MemberId, session: Hex): ShownSession | null;
}

/** A listing that stands, whose it is, and the entry that says so. */
export interface PostedListing {
  readonly member: MemberId;
  readonly listing: Listing;
  readonly entry: Entry;
}

/**
 * What stands on the boards of a community. How far each log is shown it asks of whoever
 * feeds it (`shownUpTo`): whether its device stands for its member, and where its log is
 * cut, the board alone cannot know; nor which erases hold, so whoever feeds it drops what is
 * erased. What it shows is a function of the set of entries it has, and of those answers.
 */
export interface Board {
  /**
   * Any order, any number of times; entries of ledgers or other communities are ignored.
   * `alone`: their chain is not here, so that others may never get them.
   */
  add(entries: Iterable<Entry>, alone?: boolean): void;
  /**
   * How far these logs are shown may be another answer now, and is asked anew (L9, findings/B14): a
   * fork or an identity ends one, a later statement moves its end (L12), or its device has
   * come to stand.
   */
  changed(logs: Iterable<LogName>): void;
  /** Takes back entries that their log holds no longer: erased, or covered by nothing. */
  drop(ids: Iterable<EntryId>): void;
  /** Grows with each entry that is new or dropped, and each log that is shown otherwise. */
  readonly version: number;
  /** The hash of F9, of what everybody gets: entries that stand in their chain. */
  boardHash(): Hex;
  /**
   * What is held of this member, in the order of the logs, beyond a cut as well: all that
   * can be erased.
   */
  entriesOf(member: MemberId): Entry[];
  /** The profile with the highest `rev`, then the highest id (B12). */
  profileOf(member: MemberId): Profile | null;
  /** Of each member who shows themself that profile, in no order. */
  profiles(): ShownProfile[];
  /** What would help this member, by the same rule. */
  wishesOf(member: MemberId): Wishes | null;
  /** Every listing as it reads now, paused and closed ones too, in no order. */
  listings(): PostedListing[];
  listing(member: MemberId, id: ListingId): PostedListing | null;
  /** Things that changed hands, or are said to have by one of the two; earliest first. */
  handOvers(): BothSigned<HandOver>[];
  /** The same of entries of today, each hand-over once (B17); what is open by each letter. */
  handed(): BothSigned<Handed>[];
  /** How often a thing had gone out when its owner promised it; null: it is to be had. */
  reservedAfter(member: MemberId, id: ListingId): number | null;
  /** Gatherings, who comes to them and who has a place (B22–B24), as they stand now. */
  readonly gatherings: GatheringBoard;
  /** Hours for many at once, as they are written down. */
  readonly sessions: SessionsShown;
  /** Help that was given for thanks alone, in the same way. */
  gifts(): BothSigned<GiftOfHelp>[];
  /**
   * The kinds of help that members have named, in the order of their numbers. Only who
   * named one renames it; of several that took the same number whoever is nearest to the
   * founder by admissions has it, then the lower place.
   */
  categories(): NamedCategory[];
  /** What this member calls a kind, whoever else took its number: for their own cards. */
  categoryBy(writer: MemberId, code: number): NamedCategory | null;
  /** Whether this member lets those write first with whom they share nothing. */
  mayStrangersWrite(member: MemberId): boolean;
  /** How an account shows itself, by who signs for it now (B18). */
  accountCard(account: AccountId): AccountCard | null;
  /** Those of all accounts, in no order. */
  accountCards(): ShownAccountCard[];
  /** Words about a motion or a proposal, of each member the newest; earliest first. */
  wordsAbout(about: Hex): ShownWords[];
  /** Whose card this is, if its member says that it is an account's and signs for it (B18). */
  accountOfListing(member: MemberId, listing: ListingId): AccountId | null;
  /** Who says that this body of a member is to be covered, by their names; of anybody. */
  coverersOf(member: MemberId, bodyHash: Hex): MemberId[];
  /** Groups of neighbours (B19, B20). */
  readonly groups: GroupsBoard;
  /** What stands in rooms, and under words. */
  readonly rooms: RoomsBoard;
  openInvites(): OpenInvite[];
  openPosters(): OpenPoster[];
  /** Earliest first, as all lists of a board. */
  thanksFor(proposal: EntryId): ThanksGiven[];
  sealedIn(thread: NoteId): SealedText[];
  /** What says to be readable on this device, in whatever thread it stands. */
  sealedFor(device: DeviceKey): SealedText[];
}
