/**
 * What two members say to each other: words, sealed to both, in a thread of the pair.
 *
 * 1. A word is read once and kept by the id of its entry. What nobody looks at is not opened:
 *    a list of conversations opens the newest word of each and those that are unread.
 * 2. Of whom I have blocked nothing is opened. Of whoever shares nothing with me, and has no
 *    word of mine in answer, the first few are, or none where I let no strangers write.
 * 3. Which words are the newest, and which are read, goes by their places in the logs of
 *    their devices: nobody can be ahead there by a number or a clock of their own.
 */
import type { EntryId, LogId, MemberId, Result } from '@manyhands/base';
import { SerialQueue, assert, err, inTurns, ok } from '@manyhands/base';
import {
  encodeWord,
  lastTurn,
  readWord,
  talkThreadOf,
  wordLimit,
  wordsInOrder,
} from '@manyhands/ledger';
import type { Entry, PlacedWord, Word } from '@manyhands/ledger';
import { wordsAtOnce, wordsFromStranger, wordsOfEach } from '../limits.ts';
import {
  hasLeft,
  isOff,
  keysTo,
  oneEach,
  ownReadersOf,
  sealedOf,
  sealWords,
  talkTextsOf,
  textBytes,
} from '../opened/index.ts';
import type { Place, TalkText, WriteRefused } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { arrangementsRead } from './arrangements.ts';
import { meetingsOf } from './meetings.ts';
import { partnersOf, partnerTo } from './partners.ts';

/** A word as one of the two sees it. */
export interface WordHere extends PlacedWord {
  readonly entry: Entry;
  readonly isMine: boolean;
  /** Theirs, and not read on any phone of mine that has said so. */
  readonly isNew: boolean;
}

/** What a list of conversations shows of one: as far as it is opened by now. */
interface WordsInShort {
  readonly last: WordHere | null;
  readonly unread: number;
}

export type SayRefused =
  | WriteRefused
  /** Nothing but spaces, or more than fits. */
  | { readonly type: 'NoWords' | 'NoteTooLong' }
  | { readonly type: 'NotHere' | 'HasLeft' | 'Blocked' }
  /** They let only those write first with whom they share something. */
  | { readonly type: 'DoorClosed' }
  /** They have not answered yet, and see no more until they do. */
  | { readonly type: 'WaitsForAnswer' };

/** How words of theirs are taken up at this place. */
type Hearing = 'all' | 'few' | 'none';

class Words {
  readonly #place: Place;
  readonly #read = new Map<EntryId, Word | null>();
  /** What somebody has asked for and is not opened yet. */
  readonly #asked = new Map<EntryId, TalkText>();
  readonly #saying = new SerialQueue();
  #opening: Promise<void> | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * All that the two have said and that counts here, in order, as far as it is opened by now;
   * the rest is begun, and told under `board`. The newest `wordsOfEach` of each of the two.
   */
  with(other: MemberId, partners = partnersOf(this.#place)): WordHere[] {
    return this.#opened(this.#heard(other, partners));
  }

  /** The last word and how many are unread: opens no more than that takes. */
  inShort(other: MemberId, partners: ReadonlySet<MemberId>): WordsInShort {
    const texts = this.#heard(other, partners);
    const isNewest = new Set<EntryId>();
    for (const by of [this.#me, other]) {
      const own = texts.filter((each) => each.by === by);
      // The last of each log: they stand by their places.
      const logs = new Map(own.map((each) => [each.entry.logId, each]));
      for (const { id } of logs.values()) isNewest.add(id);
    }
    const few = texts.filter((each) => isNewest.has(each.id) || this.#isUnread(each));
    const words = this.#opened(few);
    const unread = words.filter(({ isNew }) => isNew).length;
    return { last: words.at(-1) ?? null, unread };
  }

  /** Once all that was asked for by then is opened. */
  async settled(): Promise<void> {
    await Promise.all([
      arrangementsRead(this.#place),
      meetingsOf(this.#place).settled(),
    ]);
    while (this.#opening) await this.#opening;
  }

  /** Once all that counts of the two is opened. */
  async readWith(other: MemberId): Promise<WordHere[]> {
    await this.settled();
    this.with(other);
    await this.settled();
    return this.with(other);
  }

  /** Says on all my phones that these were read; nobody else is told. */
  async markRead(words: readonly WordHere[]): Promise<void> {
    const places = new Map<LogId, number>();
    for (const { entry, isNew } of words) {
      if (!isNew) continue;
      const { logId, seq } = entry;
      places.set(logId, Math.max(seq + 1, places.get(logId) ?? 0));
    }
    if (places.size > 0) await peaceOf(this.#place).markReadUpTo(places);
  }

  /**
   * Says `text` to them, sealed to all devices of both that speak. Whoever answers has read
   * what stands here. One after another, so that each has a turn of its own.
   */
  say(other: MemberId, text: string): Promise<Result<EntryId, SayRefused>> {
    return this.#saying.run(() => this.#say(other, text.trim()));
  }

  /** Takes a word of mine away again, at once and everywhere, with every key to it. */
  async erase(other: MemberId, id: EntryId): Promise<Result<void, SayRefused>> {
    const { replica, writer } = this.#place;
    const entry = replica.entry(id);
    if (entry?.log.member !== this.#me || entry.content.type !== 'sealed')
      return ok(undefined);
    if (isOff(this.#place)) return err({ type: 'SwitchedOff' });
    const keys = keysTo(this.#place, other, { entry, sealed: entry.content });
    const erased = await writer.erase([entry, ...keys]);
    this.#forgetErased();
    return erased;
  }

  get #me(): MemberId {
    return this.#place.membership.member;
  }

  /** Which texts of the two are words here, earliest places first; none is opened for it. */
  #heard(other: MemberId, partners: ReadonlySet<MemberId>): TalkText[] {
    if (other === this.#me || peaceOf(this.#place).isBlocked(other)) return [];
    if (!this.#place.replica.ledger.isEverMember(other)) return [];
    const texts = talkTextsOf(this.#place, other);
    if (texts.length === 0) return texts;
    const mine = texts.filter(({ by }) => by !== other);
    const theirs = texts.filter(({ by }) => by === other);
    const hearing = this.#hearingOf(partners.has(other) || mine.length > 0);
    const few = { all: newest(theirs), few: first(theirs), none: [] }[hearing];
    return [...newest(mine), ...few].sort((a, b) => a.entry.seq - b.entry.seq);
  }

  #hearingOf(isKnown: boolean): Hearing {
    if (isKnown) return 'all';
    return this.#place.replica.board.mayStrangersWrite(this.#me) ? 'few' : 'none';
  }

  #isUnread({ by, entry: { logId, seq } }: TalkText): boolean {
    return by !== this.#me && seq >= peaceOf(this.#place).readUpTo(logId);
  }

  #opened(texts: readonly TalkText[]): WordHere[] {
    const byId = new Map(texts.map((each) => [each.id, each]));
    this.#ask(texts);
    const said = texts.flatMap(({ id, entry }) => {
      const word = this.#read.get(id);
      return word ? [{ id, seq: entry.seq, at: entry.time, word }] : [];
    });
    return wordsInOrder(said).map((word): WordHere => {
      const text = byId.get(word.id);
      assert(text, 'a word in order is one of those that were put in order');
      const isMine = text.by === this.#me;
      return { ...word, entry: text.entry, isMine, isNew: this.#isUnread(text) };
    });
  }

  #ask(texts: readonly TalkText[]): void {
    for (const text of texts)
      if (!this.#read.has(text.id)) this.#asked.set(text.id, text);
    if (this.#asked.size > 0)
      this.#opening ??= this.#open().finally(() => (this.#opening = null));
  }

  /** So many at a time, in turns by writer, the newest first; in between the screen has its turn. */
  async #open(): Promise<void> {
    // Whoever looks may be drawing: nothing changes before they have done.
    await Promise.resolve();
    while (this.#asked.size > 0) {
      const waiting = [...this.#asked.values()].sort(
        (a, b) => b.entry.seq - a.entry.seq,
      );
      const some = inTurns(waiting, ({ by }) => by).slice(0, wordsAtOnce);
      await Promise.all(
        some.map(async (text) => {
          this.#read.set(text.id, await this.#openOne(text));
          this.#asked.delete(text.id);
        }),
      );
      this.#forgetErased();
      this.#place.tell('board');
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** Null of what is no word of its writer's, in its own thread. */
  async #openOne({ by, way }: TalkText): Promise<Word | null> {
    const opened = await this.#place.openSealed(sealedOf(way));
    const read = opened.ok ? readWord(opened.value) : opened;
    if (!read.ok || read.value.from !== by) return null;
    const { from, to } = read.value;
    const thread = talkThreadOf(this.#place.membership.community, from, to);
    return thread === way.words.sealed.thread ? read.value : null;
  }

  /** What was erased while it was opened, or since, is nowhere in memory either. */
  #forgetErased(): void {
    for (const id of this.#read.keys())
      if (this.#place.replica.entry(id) === null) this.#read.delete(id);
  }

  async #say(other: MemberId, text: string): Promise<Result<EntryId, SayRefused>> {
    const { replica, membership, writer } = this.#place;
    const refused = this.#refusalOf(other, text);
    if (refused) return err(refused);
    const words = await this.readWith(other);
    if (this.#isTooEarly(other)) return err({ type: 'WaitsForAnswer' });
    const highest = (isMine: boolean): number =>
      Math.max(
        0,
        ...words.filter((each) => each.isMine === isMine).map(({ word }) => word.turn),
      );
    const { length } = replica.head({ ...membership, kind: 'board' });
    const turn = Math.min(lastTurn, Math.max(length, highest(true)) + 1);
    const word = { from: this.#me, to: other, turn, seen: highest(false), text };
    const devices = [this.#me, other].flatMap((each) =>
      ownReadersOf(replica, each, membership.device),
    );
    const thread = talkThreadOf(membership.community, this.#me, other);
    const sealed = await sealWords(devices, thread, encodeWord(word));
    const said = await writer.append('board', sealed);
    if (!said.ok) return said;
    // It stands in the conversation before anybody is asked to draw it.
    this.#read.set(said.value.id, word);
    await this.markRead(words);
    return ok(said.value.id);
  }

  #refusalOf(other: MemberId, text: string): SayRefused | null {
    const { ledger, board } = this.#place.replica;
    const { isBehalf } = this.#place.membership;
    if (isOff(this.#place)) return { type: 'SwitchedOff' };
    // From the phone of who writes for them it would be heard nowhere (C8).
    if (isBehalf === true) return { type: 'NotHere' };
    if (other === this.#me || !ledger.isEverMember(other)) return { type: 'NotHere' };
    if (hasLeft(ledger, other)) return { type: 'HasLeft' };
    if (peaceOf(this.#place).isBlocked(other)) return { type: 'Blocked' };
    if (text === '') return { type: 'NoWords' };
    if (textBytes(text) > wordLimit) return { type: 'NoteTooLong' };
    const isClosed = !board.mayStrangersWrite(other) && this.#isStrangerTo(other);
    return isClosed ? { type: 'DoorClosed' } : null;
  }

  /** They would hear no more of me, for now. */
  #isTooEarly(other: MemberId): boolean {
    const mine = talkTextsOf(this.#place, other).filter(({ by }) => by !== other);
    return mine.length >= wordsFromStranger && this.#isStrangerTo(other);
  }

  /** We share nothing that they can know of, and they have not said a word. */
  #isStrangerTo(other: MemberId): boolean {
    const texts = talkTextsOf(this.#place, other);
    return texts.every(({ by }) => by !== other) && !partnerTo(this.#place).has(other);
  }
}

/** The newest of one writer, whichever of their devices wrote them. */
const newest = (texts: readonly TalkText[]): TalkText[] =>
  inTurns(
    texts.toSorted((a, b) => b.entry.seq - a.entry.seq),
    ({ entry }) => entry.logId,
  ).slice(0, wordsOfEach);

const first = (texts: readonly TalkText[]): TalkText[] =>
  inTurns(
    texts.toSorted((a, b) => a.entry.seq - b.entry.seq),
    ({ entry }) => entry.logId,
  ).slice(0, wordsFromStranger);

/** The words of a place: the same ones for every screen. */
export const wordsOf = oneEach((place: Place) => new Words(place));
