import { minutesPerDay } from '@manyhands/base';
import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { happeningsOf } from './conversationItems.ts';
import type { Happening } from './conversationItems.ts';
import { inOneOrder } from './conversationOrder.ts';
import { inboxOf } from './inbox.ts';
import type { InboxItem } from './inbox.ts';
import { whoKeeps } from './keeping/index.ts';
import { ofBoard, ofBoardAndMine, peopleHere, remembered } from './opened/index.ts';
import type { Person } from './opened/index.ts';
import type { OpenedCommunity } from './openedCommunity.ts';
import { peaceOf } from './safety/index.ts';
import { partnersOf, wordsOf } from './talk/index.ts';
import type { WordHere } from './talk/index.ts';

/**
 * How far a word of mine has come, as far as it is known here. `read`: they have answered it.
 * `kept`: so many other members have said to have stored it, `isThere` if they are among them.
 * `written`: it is on this phone, and nobody has said more.
 */
export type WordState =
  | { readonly is: 'read' }
  | { readonly is: 'kept'; readonly by: number; readonly isThere: boolean }
  | { readonly is: 'written' };

/** A word in a conversation. */
interface WordItem {
  readonly kind: 'word';
  /** The id of its entry: what `wordsOf(place).erase` takes. */
  readonly key: string;
  readonly by: MemberId;
  readonly at: MinuteOfTime;
  readonly word: WordHere;
  /** Null of a word of theirs. */
  readonly state: WordState | null;
}

/** One thing that happened between the two. */
export type ConversationItem = (WordItem | Happening) & {
  /**
   * When, by the clock of who did it: for reading only. Null while that clock is more than a
   * day ahead of this phone's, for then one of the two is wrong.
   */
  readonly when: MinuteOfTime | null;
  /** What waits for me here, as the inbox has it; of an introduction see `meeting.mine`. */
  readonly need: InboxItem | null;
};

/** One conversation in a list. */
export interface ConversationInShort {
  readonly with: Person;
  /** What happened last, as far as it is opened by now. */
  readonly last: ConversationItem;
  /** Words of theirs that none of my phones has shown. */
  readonly unread: number;
  /** Things that wait for my yes. */
  readonly waiting: number;
}

/**
 * All that happened between me and `other`, in one order that is the same for both of us as far
 * as we hold the same (`conversationOrder.ts`): the earliest first. An hour, a gift, a
 * hand-over stands once, where it began, with where it stands now; what was erased is not here.
 * Empty of whom I have blocked, but for the hour of the key `at`: their hours wait where all
 * hours stand, and each is looked at by itself.
 *
 * It is what is opened by now; the rest is begun, and told under `board`. Once all is to be
 * there, wait for `wordsOf(place).readWith(other)`. To say, erase or mark words as read, see
 * `wordsOf`; all else is done by what its own part exports for its kind.
 */
export function conversationWith(
  community: OpenedCommunity,
  other: MemberId,
  at: string | null = null,
): ConversationItem[] {
  const happenings = happeningsOf(community).get(other) ?? [];
  const finish = finisherOf(community);
  if (community.see((place) => peaceOf(place).isBlocked(other), 'disk'))
    return happenings
      .filter(({ kind, key }) => kind === 'hour' && key === at)
      .map(finish);
  const words = community
    .see((place) => wordsOf(place).with(other), ...ofBoard)
    .map(wordItemOf(community, other));
  return inOneOrder(words, happenings).map(finish);
}

/**
 * Everybody with whom anything has happened, who I have not blocked: newest first, by what the
 * clocks say that can be right. To be drawn as it is now; what is opened meanwhile is told
 * under `board`, and it is asked again.
 */
export const conversationsOf = (community: OpenedCommunity): ConversationInShort[] =>
  inShort(community, community.people);

/** Those of them with words of theirs that none of my phones has shown. */
export function unreadConversations(community: OpenedCommunity): ConversationInShort[] {
  const unread = community.see(unreadHere, ...ofBoard);
  return unread.length === 0 ? [] : inShort(community, unread);
}

const unreadHere = remembered(
  (place) => {
    const [words, partners] = [wordsOf(place), partnersOf(place)];
    return peopleHere(place).filter(({ id }) => words.inShort(id, partners).unread > 0);
  },
  ...ofBoardAndMine,
);

function inShort(
  community: OpenedCommunity,
  people: readonly Person[],
): ConversationInShort[] {
  const peace = community.see((place) => peaceOf(place), 'disk');
  const partners = community.see((place) => partnersOf(place), ...ofBoard);
  const happenings = happeningsOf(community);
  const finish = finisherOf(community);
  const since = sinceBy(community);
  return people
    .filter(({ id }) => !peace.isBlocked(id))
    .flatMap((person) => {
      const { last, unread } = community.see(
        (place) => wordsOf(place).inShort(person.id, partners),
        ...ofBoard,
      );
      const items = (happenings.get(person.id) ?? []).map(finish);
      if (last) items.push(finish(wordItemOf(community, person.id)(last)));
      const newest = newestOf(items, since);
      if (!newest) return [];
      const waiting = items.filter(({ need }) => need !== null).length;
      return [{ with: person, last: newest, unread, waiting }];
    })
    .sort((a, b) => since(b.last) - since(a.last));
}

const wordItemOf =
  (community: OpenedCommunity, other: MemberId) =>
  (word: WordHere): WordItem => {
    const { id, at, isMine, entry } = word;
    const state = isMine ? stateOf(community, other, word) : null;
    return { kind: 'word', key: id, by: entry.log.member, at, word, state };
  };

function stateOf(
  community: OpenedCommunity,
  other: MemberId,
  { id, isRead }: WordHere,
): WordState {
  if (isRead) return { is: 'read' };
  const keepers = community.see((place) => whoKeeps(place, id), 'links');
  if (keepers.length === 0) return { is: 'written' };
  return { is: 'kept', by: keepers.length, isThere: keepers.includes(other) };
}

/** What each item says beyond itself; the inbox is read once for all. */
function finisherOf(community: OpenedCommunity) {
  const needs = new Map(inboxOf(community).map((need) => [need.key, need]));
  const latest = latestOf(community);
  return (item: WordItem | Happening): ConversationItem => ({
    ...item,
    when: item.at <= latest ? item.at : null,
    need: needs.get(item.key) ?? null,
  });
}

/** When something came to what it is now; 0 by a clock that cannot be right. */
function sinceBy(community: OpenedCommunity): (item: ConversationItem) => number {
  const latest = latestOf(community);
  return (item) => {
    const since = item.kind === 'word' ? item.at : item.since;
    return since <= latest ? since : 0;
  };
}

/** A clock may be a day ahead of this phone's. */
const latestOf = ({ now }: OpenedCommunity): number => now + minutesPerDay;

/** Of two of one minute the later of the list, which is a word. */
const newestOf = (
  items: readonly ConversationItem[],
  since: (item: ConversationItem) => number,
): ConversationItem | null =>
  items.reduce<ConversationItem | null>(
    (best, each) => (best && since(best) > since(each) ? best : each),
    null,
  );
