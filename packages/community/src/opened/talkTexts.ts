/**
 * What stands sealed in the thread of this member and another one, before it is opened.
 *
 * 1. Only boards of the two are asked, and of them only devices that speak for their member:
 *    not a keeper's, and none that has ended (the board shows nothing of it).
 * 2. A key that was passed on is taken from this member's own phones alone: nobody else's
 *    are needed to read, however many there are.
 */
import type { DeviceKey, MemberId, NoteId } from '@manyhands/base';
import { talkThreadOf } from '@manyhands/ledger';
import type { Entry, SealedText } from '@manyhands/ledger';
import { oneEach } from './oneEach.ts';
import type { Place } from './place.ts';
import { keysAmong, textsFor } from './threadTexts.ts';
import type { TalkText } from './threadTexts.ts';

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
export const talkTextsOf = (
  here: Here,
  other: MemberId,
  device: DeviceKey = here.membership.device,
): TalkText[] =>
  textsFor(device, standingOf(here, other), () => [here.membership.member]);

/** The keys to this text that this member has passed on: they are erased with it. */
export const keysTo = (here: Here, other: MemberId, text: SealedText): Entry[] =>
  keysAmong(standingOf(here, other), text, here.membership.member);

function standingOf(here: Here, other: MemberId): SealedText[] {
  const { replica, membership } = here;
  return replica.board
    .sealedIn(threadsOf(here).with(other))
    .filter(({ entry: { log } }) => {
      const isOfUs = log.member === membership.member || log.member === other;
      return isOfUs && replica.ledger.roleOf(log.member, log.device) === 0;
    });
}
