import type {
  CommunityId,
  EntryId,
  Hex,
  LogId,
  MemberId,
  NoteId,
} from '@manyhands/base';
import type { InviteOpen, Profile, Sealed, Thanks } from '../boardContent.ts';
import type { Entry } from '../entry.ts';

/** An invite that a member's devices may admit with. */
export interface OpenInvite {
  readonly member: MemberId;
  readonly invitePub: Hex;
  readonly uses: number;
  readonly label: string;
  readonly entry: Entry;
}

export interface SealedText {
  readonly entry: Entry;
  readonly sealed: Sealed;
}

export interface ThanksGiven {
  readonly member: MemberId;
  readonly text: string;
  readonly entry: Entry;
}

/**
 * What stands on the boards of a community. Whoever feeds it has asked whether each
 * log's device stands for its member, and where its log was cut: the board alone cannot
 * know. Erasing has no effect in this version.
 */
export interface Board {
  /** Any order, any number of times; entries of ledgers or other communities are ignored. */
  add(entries: Iterable<Entry>): void;
  /**
   * Of this log only what stands before place `seq` is shown from now on (L9, B14): a fork
   * or an identity ends it there, and a later statement may move the end (L12).
   */
  cut(log: LogId, seq: number): void;
  /** Grows with each entry that is new, and each cut. */
  readonly version: number;
  /** The profile with the highest `rev`, then the highest id (B12). */
  profileOf(member: MemberId): Profile | null;
  openInvites(): OpenInvite[];
  /** Earliest first, as all lists of a board. */
  thanksFor(proposal: EntryId): ThanksGiven[];
  sealedIn(thread: NoteId): SealedText[];
}

export const createBoard = (community: CommunityId): Board =>
  new CommunityBoard(community);

class CommunityBoard implements Board {
  readonly #community: CommunityId;
  readonly #entries = new Map<EntryId, Entry>();
  readonly #cuts = new Map<LogId, number>();
  readonly #profiles = new Map<MemberId, { profile: Profile; id: EntryId }>();
  #invites: OpenInvite[] = [];
  readonly #thanks = new Map<EntryId, ThanksGiven[]>();
  readonly #threads = new Map<NoteId, SealedText[]>();
  #version = 0;

  constructor(community: CommunityId) {
    this.#community = community;
  }

  get version(): number {
    return this.#version;
  }

  add(entries: Iterable<Entry>): void {
    for (const entry of entries) {
      const { community, kind } = entry.log;
      if (community !== this.#community || kind !== 'board') continue;
      if (this.#entries.has(entry.id)) continue;
      this.#entries.set(entry.id, entry);
      this.#version += 1;
      this.#show(entry);
    }
  }

  cut(log: LogId, seq: number): void {
    if ((this.#cuts.get(log) ?? Number.POSITIVE_INFINITY) === seq) return;
    this.#cuts.set(log, seq);
    this.#version += 1;
    this.#profiles.clear();
    this.#invites = [];
    this.#thanks.clear();
    this.#threads.clear();
    for (const entry of this.#entries.values()) this.#show(entry);
  }

  /** Two entries at one place are both shown, until the fork is proven. */
  #show(entry: Entry): void {
    const cut = this.#cuts.get(entry.logId) ?? Number.POSITIVE_INFINITY;
    if (entry.seq < cut) this.#take(entry);
  }

  #take(entry: Entry): void {
    const { content } = entry;
    switch (content.type) {
      case 'profile':
        this.#takeProfile(entry, content);
        break;
      case 'invite.open':
        this.#invites.push(openInvite(entry, content));
        break;
      case 'thanks':
        put(this.#thanks, content.proposal, thanksGiven(entry, content));
        break;
      case 'sealed':
        put(this.#threads, content.thread, { entry, sealed: content });
        break;
      default:
        // Notes in the clear, erases and types of tomorrow are kept by the log alone.
        break;
    }
  }

  #takeProfile({ id, log }: Entry, profile: Profile): void {
    const held = this.#profiles.get(log.member);
    const later =
      !held ||
      profile.rev > held.profile.rev ||
      (profile.rev === held.profile.rev && id > held.id);
    if (later) this.#profiles.set(log.member, { profile, id });
  }

  profileOf(member: MemberId): Profile | null {
    return this.#profiles.get(member)?.profile ?? null;
  }

  openInvites(): OpenInvite[] {
    return this.#invites.toSorted(earliestFirst);
  }

  thanksFor(proposal: EntryId): ThanksGiven[] {
    return (this.#thanks.get(proposal) ?? []).toSorted(earliestFirst);
  }

  sealedIn(thread: NoteId): SealedText[] {
    return (this.#threads.get(thread) ?? []).toSorted(earliestFirst);
  }
}

const openInvite = (
  entry: Entry,
  { invitePub, uses, label }: InviteOpen,
): OpenInvite => ({
  member: entry.log.member,
  invitePub,
  uses,
  label,
  entry,
});

const thanksGiven = (entry: Entry, { text }: Thanks): ThanksGiven => ({
  member: entry.log.member,
  text,
  entry,
});

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** By the writers' clocks, for people; equal minutes by id, so that replicas agree. */
function earliestFirst(
  a: { readonly entry: Entry },
  b: { readonly entry: Entry },
): number {
  return a.entry.time - b.entry.time || (a.entry.id < b.entry.id ? -1 : 1);
}
