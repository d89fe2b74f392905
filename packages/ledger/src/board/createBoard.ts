import type {
  AccountId,
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  ListingId,
  LogId,
  MemberId,
  NoteId,
} from '@manyhands/base';
import type {
  CategoryName,
  GiftOfHelp,
  Listing,
  Profile,
  Strangers,
  Wishes,
} from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { logIdOf } from '../log.ts';
import type { LogName } from '../log.ts';
import type { AccountCard } from '../sharedContent.ts';
import type { Handed, HandOver } from '../thingContent.ts';
import { boardHashOf } from './boardHash.ts';
import { SignedByBoth } from './bothSigned.ts';
import type { BothSigned } from './bothSigned.ts';
import { earliestFirst } from './earlier.ts';
import type { GatheringBoard } from './gatheringViews.ts';
import { named, nearestOf } from './nearest.ts';
import { NewestOf } from './newest.ts';
import { BoardParts } from './parts.ts';
import { SealedTexts } from './sealedTexts.ts';
import { posted } from './shown.ts';
import type { BoardOptions } from './boardOptions.ts';
import type {
  Board,
  GroupsBoard,
  NamedCategory,
  OpenInvite,
  OpenPoster,
  PostedListing,
  RoomsBoard,
  SealedText,
  SessionsShown,
  ShownProfile,
  ShownAccountCard,
  ShownWords,
  ThanksGiven,
} from './views.ts';

export const createBoard = (
  community: CommunityId,
  options: BoardOptions = {},
): Board => new CommunityBoard(community, options);

class CommunityBoard implements Board {
  readonly #community: CommunityId;
  readonly #entries = new Map<EntryId, Entry>();
  /** Of those, the ones without their chain. */
  readonly #alone = new Set<EntryId>();
  readonly #shownUpTo: (log: LogName) => number;
  readonly #isProven: (id: EntryId) => boolean;
  readonly #distanceOf: (member: MemberId) => number;
  /** What that last answered. */
  readonly #ends = new Map<LogId, number>();
  readonly #profiles = new NewestOf<Profile>();
  readonly #wishes = new NewestOf<Wishes>();
  readonly #strangers = new NewestOf<Strangers>();
  readonly #listings = new NewestOf<Listing>();
  readonly #categories = new NewestOf<CategoryName>();
  readonly #gifts = new SignedByBoth<GiftOfHelp>((of) => [of.helper, of.helped]);
  readonly #parts: BoardParts;
  readonly #sealed = new SealedTexts();
  /** Something shown was taken back: all is shown anew when somebody looks. */
  #isStale = false;
  #version = 0;

  constructor(community: CommunityId, options: BoardOptions) {
    this.#community = community;
    this.#shownUpTo = options.shownUpTo ?? (() => Number.POSITIVE_INFINITY);
    this.#isProven = options.isProven ?? (() => true);
    this.#parts = new BoardParts(community, options);
    this.#distanceOf = options.distanceOf ?? (() => 0);
  }

  get version(): number {
    return this.#version;
  }

  add(entries: Iterable<Entry>, alone = false): void {
    for (const entry of entries) {
      const { community, kind } = entry.log;
      if (community !== this.#community || kind !== 'board') continue;
      if (this.#entries.has(entry.id)) {
        if (!alone) this.#alone.delete(entry.id);
        continue;
      }
      this.#entries.set(entry.id, entry);
      if (alone) this.#alone.add(entry.id);
      this.#version += 1;
      if (this.#isShown(entry) && !this.#isStale) this.#take(entry);
    }
  }

  changed(logs: Iterable<LogName>): void {
    for (const log of logs) {
      const logId = logIdOf(log);
      const before = this.#ends.get(logId);
      if (before === undefined) continue;
      const now = this.#shownUpTo(log);
      if (now === before) continue;
      this.#ends.set(logId, now);
      this.#takeBack();
    }
  }

  drop(ids: Iterable<EntryId>): void {
    for (const id of ids) {
      if (!this.#entries.delete(id)) continue;
      this.#alone.delete(id);
      this.#takeBack();
    }
  }

  boardHash(): Hex {
    const chained = [...this.#entries.values()].filter(
      ({ id }) => !this.#alone.has(id),
    );
    return boardHashOf(chained.filter((entry) => this.#isShown(entry)));
  }

  entriesOf(member: MemberId): Entry[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.log.member === member)
      .sort((a, b) =>
        a.logId === b.logId ? a.seq - b.seq : a.logId < b.logId ? -1 : 1,
      );
  }

  /** Two entries at one place are both shown, until the fork is proven. */
  #isShown({ log, logId, seq }: Entry): boolean {
    const end = this.#ends.get(logId) ?? this.#shownUpTo(log);
    this.#ends.set(logId, end);
    return seq < end;
  }

  /** One way back for cuts and erases; many at once cost one showing (findings/B9). */
  #takeBack(): void {
    this.#version += 1;
    this.#isStale = true;
  }

  #look(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#profiles.clear();
    this.#wishes.clear();
    this.#strangers.clear();
    this.#listings.clear();
    this.#categories.clear();
    this.#gifts.clear();
    this.#parts.clear();
    this.#sealed.clear();
    for (const entry of this.#entries.values()) {
      if (this.#isShown(entry)) this.#take(entry);
    }
  }

  #take(entry: Entry): void {
    const { content } = entry;
    if (!this.#isProven(entry.id)) return;
    switch (content.type) {
      case 'profile':
        this.#profiles.take(entry.log.member, content, entry);
        break;
      case 'wishes':
        this.#wishes.take(entry.log.member, content, entry);
        break;
      case 'strangers':
        this.#strangers.take(entry.log.member, content, entry);
        break;
      case 'listing':
        this.#listings.take(nameOf(entry.log.member, content.listing), content, entry);
        break;
      case 'category':
        this.#categories.take(`${entry.log.member}/${content.code}`, content, entry);
        break;
      case 'gift':
        this.#gifts.take(content, entry);
        break;
      case 'sealed':
        this.#sealed.take({ entry, sealed: content });
        break;
      default:
        // Notes in the clear and types of tomorrow are kept by the log alone.
        this.#parts.take(entry);
        break;
    }
  }

  profileOf(member: MemberId): Profile | null {
    this.#look();
    return this.#profiles.get(member)?.content ?? null;
  }

  profiles(): ShownProfile[] {
    this.#look();
    return this.#profiles.all().map(({ content: profile, entry }) => ({
      member: entry.log.member,
      profile,
      entry,
    }));
  }

  wishesOf(member: MemberId): Wishes | null {
    this.#look();
    return this.#wishes.get(member)?.content ?? null;
  }

  mayStrangersWrite(member: MemberId): boolean {
    this.#look();
    return this.#strangers.get(member)?.content.mayWrite ?? true;
  }

  listings(): PostedListing[] {
    this.#look();
    return this.#listings.all().map(posted);
  }

  listing(member: MemberId, id: ListingId): PostedListing | null {
    this.#look();
    const held = this.#listings.get(nameOf(member, id));
    return held ? posted(held) : null;
  }

  handOvers(): BothSigned<HandOver>[] {
    this.#look();
    return this.#parts.things.handOvers();
  }

  handed(): BothSigned<Handed>[] {
    this.#look();
    return this.#parts.things.handed();
  }

  reservedAfter(member: MemberId, id: ListingId): number | null {
    this.#look();
    return this.#parts.things.reservedAfter(member, id);
  }

  get gatherings(): GatheringBoard {
    this.#look();
    return this.#parts.gatherings;
  }

  get sessions(): SessionsShown {
    this.#look();
    return this.#parts.shared.sessions;
  }

  gifts(): BothSigned<GiftOfHelp>[] {
    this.#look();
    return this.#gifts.all();
  }

  categories(): NamedCategory[] {
    this.#look();
    return [...nearestOf(this.#categories.all().map(named), this.#distanceOf).values()];
  }

  categoryBy(writer: MemberId, code: number): NamedCategory | null {
    this.#look();
    const own = this.#categories.get(`${writer}/${code}`);
    return own ? named(own) : null;
  }

  accountCard(account: AccountId): AccountCard | null {
    this.#look();
    return this.#parts.shared.cardOf(account);
  }

  accountCards(): ShownAccountCard[] {
    this.#look();
    return this.#parts.shared.cards();
  }

  wordsAbout(about: Hex): ShownWords[] {
    this.#look();
    return this.#parts.shared.wordsAbout(about).sort(earliestFirst);
  }

  accountOfListing(member: MemberId, id: ListingId): AccountId | null {
    this.#look();
    return this.#parts.shared.accountOf(member, id);
  }

  coverersOf(member: MemberId, bodyHash: Hex): MemberId[] {
    this.#look();
    return this.#parts.shared.coverersOf(member, bodyHash);
  }

  get groups(): GroupsBoard {
    this.#look();
    return this.#parts.groups;
  }

  get rooms(): RoomsBoard {
    this.#look();
    return this.#parts.rooms;
  }

  openInvites(): OpenInvite[] {
    this.#look();
    return this.#parts.notices.openInvites();
  }

  openPosters(): OpenPoster[] {
    this.#look();
    return this.#parts.notices.openPosters();
  }

  thanksFor(proposal: EntryId): ThanksGiven[] {
    this.#look();
    return this.#parts.notices.thanksFor(proposal);
  }

  sealedIn(thread: NoteId): SealedText[] {
    this.#look();
    return this.#sealed.inThread(thread);
  }

  sealedFor(device: DeviceKey): SealedText[] {
    this.#look();
    return this.#sealed.forDevice(device);
  }
}

/** Two members may call a listing by the same bytes: each has their own. */
const nameOf = (member: MemberId, id: ListingId): string => `${member}/${id}`;
