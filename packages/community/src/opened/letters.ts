import type { EntryId, MemberId, MinuteOfTime, NoteId } from '@manyhands/base';
import {
  arrangementIdOf,
  meetingThreadOf,
  readArrangement,
  readMeeting,
  readReport,
  reportIdOf,
} from '@manyhands/ledger';
import type { ArrangementWord, Meeting, Report, SealedText } from '@manyhands/ledger';
import type { Place } from './place.ts';
import { sealedOf, waysInto } from './sealing.ts';
import type { WayIn } from './sealing.ts';
import { oneEach } from './oneEach.ts';
import { isInRoom } from './roomTexts.ts';
import { isTalk } from './talkTexts.ts';

interface Sent {
  readonly by: MemberId;
  readonly id: EntryId;
  readonly at: MinuteOfTime;
}

type Says =
  | { readonly type: 'arrangement'; readonly word: ArrangementWord }
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'meeting'; readonly meeting: Meeting };

/** What was sealed to this device and is no note of an hour and no word, with who signed it. */
export type Letter = Sent & Says;

/**
 * All that is sealed to this device beside the notes of hours and the words of two, opened once
 * each, one after another, the newest first: however much others send, the screen stays free.
 */
class Letters {
  readonly #place: Place;
  /** By the entry that has the key: the words' own, or one that passed it on. */
  readonly #read = new Map<EntryId, Letter | null>();
  #reading: Promise<void> | null = null;
  #known: { readonly versions: string; readonly texts: SealedText[] } | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Those that stand and are opened by now, earliest first. The rest is begun. */
  get all(): Letter[] {
    const { replica } = this.#place;
    const standing = this.#standing();
    if (standing.some(({ entry }) => !this.#read.has(entry.id))) void this.settled();
    return standing
      .map(({ entry }) => this.#read.get(entry.id) ?? null)
      .filter((letter) => letter !== null)
      .filter(({ id }) => replica.entry(id) !== null);
  }

  /** Once all that stands by then is opened. */
  settled(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    // Whoever looks may be drawing: nothing changes before they have done.
    await Promise.resolve();
    for (;;) {
      const unread = this.#standing().filter(({ entry }) => !this.#read.has(entry.id));
      const notes = this.#notes();
      for (const text of unread.toReversed()) {
        const isNote = notes.has(text.sealed.thread);
        const [way] = isNote ? [] : this.#waysBy(text);
        const letter = way ? await this.#open(way) : null;
        this.#read.set(text.entry.id, letter);
        if (letter) this.#place.tell('board');
      }
      if (unread.length === 0) return;
    }
  }

  /** Without words of two and in rooms: whoever reads those opens them, so many at a time. */
  #standing(): SealedText[] {
    const { board, ledger } = this.#place.replica;
    const versions = `${String(board.version)}/${String(ledger.version)}`;
    if (this.#known?.versions !== versions) {
      const texts = board
        .sealedFor(this.#place.membership.device)
        .filter((text) => !isTalk(this.#place, text) && !isInRoom(this.#place, text));
      this.#known = { versions, texts };
    }
    return this.#known.texts;
  }

  /** The notebook opens those. */
  #notes(): Set<string | null> {
    const { replica, membership } = this.#place;
    const hours = replica.ledger.transfersOf(membership.member);
    return new Set(hours.map(({ note }) => note));
  }

  #waysBy({ entry, sealed }: SealedText): WayIn[] {
    const ways = waysInto(this.#place.replica.board, sealed.thread);
    return ways.filter(({ key }) => key.entry.id === entry.id);
  }

  async #open(way: WayIn): Promise<Letter | null> {
    const opened = await this.#place.openSealed(sealedOf(way));
    if (!opened.ok) return null;
    const bytes = opened.value;
    const { entry, sealed } = way.words;
    const sent = { by: entry.log.member, id: entry.id, at: entry.time };
    const read = this.#readAs(bytes);
    // What stands in another thread than its own was copied there.
    return read?.thread === sealed.thread ? { ...sent, ...read.says } : null;
  }

  #readAs(bytes: Uint8Array): { thread: NoteId; says: Says } | null {
    const word = readArrangement(bytes);
    if (word.ok) {
      const says = { type: 'arrangement', word: word.value } as const;
      return { thread: arrangementIdOf(word.value), says };
    }
    const report = readReport(bytes);
    if (report.ok) {
      const says = { type: 'report', report: report.value } as const;
      return { thread: reportIdOf(report.value), says };
    }
    const meeting = readMeeting(bytes);
    if (!meeting.ok) return null;
    const { one, other } = meeting.value;
    const thread = meetingThreadOf(this.#place.membership.community, one, other);
    return { thread, says: { type: 'meeting', meeting: meeting.value } };
  }
}

/** The letters of a place: the same ones for every screen. */
export const lettersOf = oneEach((place: Place) => new Letters(place));
