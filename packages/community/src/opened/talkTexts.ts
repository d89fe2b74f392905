/**
 * What stands sealed in the thread of this member and another one, before it is opened.
 *
 * 1. Only boards of the two are asked, and of them only devices that speak for their member:
 *    not a keeper's, and none that has ended (the board shows nothing of it).
 * 2. A key that was passed on is taken from this member's own phones alone: nobody else's
 *    are needed to read, however many there are.
 */
import type { DeviceKey, EntryId, MemberId, NoteId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { talkThreadOf } from '@manyhands/ledger';
import type { Entry, SealedText } from '@manyhands/ledger';
import { oneEach } from './oneEach.ts';
import type { Place } from './place.ts';
import { isKeyAlone, markOf } from './sealing.ts';
import type { WayIn } from './sealing.ts';

/** One text between the two that a device can open. */
export interface TalkText {
  readonly id: EntryId;
  readonly by: MemberId;
  readonly entry: Entry;
  readonly way: WayIn;
}

type Here = Pick<Place, 'replica' | 'membership'>;

class TalkThreads {
  readonly #here: Here;
  readonly #threads = new Map<MemberId, NoteId>();
  readonly #ofMembers = new Set<NoteId>();
  /** The version of the record of which every member is in there. */
  #known = -1;

  constructor(here: Here) {
    this.#here = here;
  }

  with(other: MemberId): NoteId {
    const known = this.#threads.get(other);
    if (known) return known;
    const { community, member } = this.#here.membership;
    const thread = talkThreadOf(community, member, other);
    this.#threads.set(other, thread);
    this.#ofMembers.add(thread);
    return thread;
  }

  /** Whether a text stands in the thread of its writer and me; of mine, in any thread of mine. */
  has({ entry: { log }, sealed: { thread } }: SealedText): boolean {
    const { member } = this.#here.membership;
    if (log.member !== member) return this.with(log.member) === thread;
    const { ledger } = this.#here.replica;
    if (!this.#ofMembers.has(thread) && this.#known !== ledger.version) {
      for (const each of ledger.members()) this.with(each.member);
      this.#known = ledger.version;
    }
    return this.#ofMembers.has(thread);
  }
}

const threadsOf = oneEach((here: Here) => new TalkThreads(here));

/** Whether this is a word between two: it is opened by who reads their conversation. */
export const isTalk = (here: Here, text: SealedText): boolean =>
  threadsOf(here).has(text);

/** What stands between this member and `other` and can be opened on `device`, in no order. */
export function talkTextsOf(
  here: Here,
  other: MemberId,
  device: DeviceKey = here.membership.device,
): TalkText[] {
  const { member } = here.membership;
  const standing = standingOf(here, other);
  const isFor = ({ sealed }: SealedText): boolean =>
    sealed.wraps.some(({ hint }) => device.startsWith(hint));
  const keys = new Map(
    standing
      .filter((text) => isKeyAlone(text) && text.entry.log.member === member)
      .filter(isFor)
      .map((text) => [toHex(text.sealed.ciphertext), text]),
  );
  return standing.flatMap((words): TalkText[] => {
    if (isKeyAlone(words)) return [];
    const passedOn = (): SealedText | undefined =>
      keys.size > 0 ? keys.get(toHex(markOf(words.sealed.ciphertext))) : undefined;
    const key = isFor(words) ? words : passedOn();
    if (!key) return [];
    const { entry } = words;
    const way = { id: `${entry.id}/${key.entry.id}`, words, key };
    return [{ id: entry.id, by: entry.log.member, entry, way }];
  });
}

/** The keys to this text that this member has passed on: they are erased with it. */
export function keysTo(here: Here, other: MemberId, text: SealedText): Entry[] {
  const mark = toHex(markOf(text.sealed.ciphertext));
  return standingOf(here, other)
    .filter((each) => isKeyAlone(each) && toHex(each.sealed.ciphertext) === mark)
    .map(({ entry }) => entry)
    .filter(({ log }) => log.member === here.membership.member);
}

function standingOf(here: Here, other: MemberId): SealedText[] {
  const { replica, membership } = here;
  return replica.board
    .sealedIn(threadsOf(here).with(other))
    .filter(({ entry: { log } }) => {
      const isOfUs = log.member === membership.member || log.member === other;
      return isOfUs && replica.ledger.roleOf(log.member, log.device) === 0;
    });
}
