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
 * log's device stands for its member: the board alone cannot know. Erasing has no
 * effect in this version.
 */
export interface Board {
  /** Any order, any number of times; entries of ledgers or other communities are ignored. */
  add(entries: Iterable<Entry>): void;
  /** Grows with each entry that is new. */
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
  readonly #places = new Map<LogId, Map<number, EntryId>>();
  readonly #profiles = new Map<MemberId, { profile: Profile; id: EntryId }>();
  readonly #invites: OpenInvite[] = [];
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
      if (!this.#place(entry)) continue;
      this.#version += 1;
      this.#take(entry);
    }
  }

  /** True for a place that was empty: of two entries at one place, the first stays. */
  #place({ logId, seq, id }: Entry): boolean {
    const places = this.#places.get(logId) ?? new Map<number, EntryId>();
    if (places.has(seq)) return false;
    this.#places.set(logId, places.set(seq, id));
    return true;
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
