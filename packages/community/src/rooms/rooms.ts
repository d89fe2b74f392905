/**
 * What is said in a room, as this phone reads it (C33).
 *
 * 1. Words that all may read stand in the clear; those of a group that asks are opened here, so
 *    many at a time, and kept by the id of their entry. Nobody's many crowd out another's few.
 * 2. The order is the record's (ledger/B21). What is not shown is this reader's own affair: of whom
 *    they have blocked, what they hid, what is older than rooms keep it by this phone's clock.
 * 3. Up to where it was read is a place in each writer's log, kept on this phone alone.
 */
import type { EntryId, LogId, MemberId, MinuteOfTime } from '@manyhands/base';
import { inTurns, listUnder, minutesPerDay, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { inRoomOrder, readRoomWord } from '@manyhands/ledger';
import type { Entry, RoomName, RoomSign, SaidWordInRoom } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { keepsOfEach, pinsShown, wordsAtOnce, wordsOfRoom } from '../limits.ts';
import {
  mySealedInRooms,
  oneEach,
  readNoteAs,
  roomTextsOf,
  sealedOf,
} from '../opened/index.ts';
import type { Place, TalkText } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { accessTo } from './access.ts';

/** A word in a room, as this reader sees it. */
export interface WordInRoom extends SaidWordInRoom {
  readonly id: EntryId;
  readonly by: MemberId;
  /** By its writer's clock: for people to read. */
  readonly at: MinuteOfTime;
  readonly entry: Entry;
  readonly isMine: boolean;
  /** Another's, and not read on this phone. */
  readonly isNew: boolean;
  /** Those in it alone may read it. */
  readonly isSealed: boolean;
}

/** Signs under a word, as they stand. */
interface SignsUnder {
  /** Of those of thanks, in their order, who gave it. */
  readonly thanks: readonly {
    readonly sign: (typeof thankSigns)[number];
    readonly by: readonly MemberId[];
  }[];
  readonly isPinned: boolean;
  /** Who asks its writer to keep it. */
  readonly keptFor: readonly MemberId[];
  /** My own. */
  readonly mine: ReadonlySet<RoomSign>;
}

/** The signs of thanks, in the order in which they are offered. */
export const thankSigns = ['thanks', 'joy', 'meToo', 'withYou'] as const;

/** Days for which rooms keep words where nothing else was decided (key 12). */
const roomDaysAtFirst = 90;

/** For how many days rooms keep words. */
export const daysKept = (place: Place): number =>
  place.replica.ledger.rule('roomDays') ?? roomDaysAtFirst;

type ReadPlaces = ReadonlyMap<LogId, number>;
const readShape: Shape<{ log: LogId; seq: number }[]> = list(
  tuple({ log: hex<LogId>(32), seq: integer(0, Number.MAX_SAFE_INTEGER) }),
  0,
  1_000,
);
const readLimits = { bytes: 65_536, depth: 3 };

interface Said {
  readonly entry: Entry;
  readonly said: () => SaidWordInRoom | null;
}

const roomKeyOf = ({ kind, of }: RoomName): string => `${kind}-${of ?? ''}`;

class Rooms {
  readonly #place: Place;
  /** Null of what is no word of its writer's, in its own room. */
  readonly #opened = new Map<EntryId, SaidWordInRoom | null>();
  readonly #asked = new Map<EntryId, TalkText>();
  readonly #read = new Map<string, ReadPlaces>();
  /** Asked by each that draws: found once for as long as nothing changes. */
  readonly #shown = new Map<
    string,
    { readonly turn: string; readonly words: readonly WordInRoom[] }
  >();
  #opening: Promise<void> | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * What this reader sees of a room, in order, as far as it is opened by now; the rest is begun,
   * and told under `board`. Empty of a room whose words are not for them.
   */
  in(room: RoomName): readonly WordInRoom[] {
    const { ledger, board } = this.#place.replica;
    const told = (['ledger', 'board', 'disk'] as const).map((topic) =>
      this.#place.told(topic),
    );
    const turn = [...told, board.version, ledger.version, this.#place.now()].join('/');
    const known = this.#shown.get(roomKeyOf(room));
    if (known?.turn === turn) return known.words;
    const words = this.all(room).filter((word) => this.#isShown(room, word));
    this.#shown.set(roomKeyOf(room), { turn, words });
    return words;
  }

  /** The same with what is not shown: whoever says something says it behind all of it. */
  all(room: RoomName): WordInRoom[] {
    const access = accessTo(this.#place, room);
    if (access === null) return [];
    const read = this.#readPlaces(room);
    const me = this.#place.membership.member;
    const byWriter = new Map<MemberId, Said[]>();
    for (const { entry, word } of this.#place.replica.board.rooms.saidIn(room))
      listUnder(byWriter, entry.log.member, { entry, said: () => word });
    for (const text of roomTextsOf(this.#place, room)) {
      const said = (): SaidWordInRoom | null => this.#openedOr(text, room);
      listUnder(byWriter, text.by, { entry: text.entry, said });
    }
    const newest = [...byWriter]
      .filter(([writer]) => access.isHeard(writer))
      .flatMap(([, own]) =>
        own.sort((a, b) => b.entry.seq - a.entry.seq).slice(0, wordsOfRoom),
      );
    const some = inTurns(newest, ({ entry }) => entry.log.member).slice(0, wordsOfRoom);
    const words = some.flatMap(({ entry, said }): WordInRoom[] => {
      const word = said();
      if (word === null) return [];
      const { id, log, logId, seq, time: at, content } = entry;
      const isMine = log.member === me;
      const isNew = !isMine && seq >= (read.get(logId) ?? 0);
      const isSealed = content.type === 'sealed';
      return [{ ...word, id, by: log.member, at, entry, isMine, isNew, isSealed }];
    });
    return inRoomOrder(words);
  }

  /** The last word that is shown and how many are unread. */
  inShort(room: RoomName): {
    readonly last: WordInRoom | null;
    readonly unread: number;
  } {
    const words = this.in(room);
    return {
      last: words.at(-1) ?? null,
      unread: words.filter(({ isNew }) => isNew).length,
    };
  }

  /** Once all that is asked for by now is opened, and what was read is known. */
  async readIn(room: RoomName): Promise<readonly WordInRoom[]> {
    await peaceOf(this.#place).loaded();
    await this.#loadRead(room);
    this.all(room);
    while (this.#opening) await this.#opening;
    return this.in(room);
  }

  /** Remembers on this phone that these were read. */
  async markRead(
    room: RoomName,
    words: readonly WordInRoom[],
  ): Promise<Result<void, StoreFault>> {
    await this.#loadRead(room);
    const places = new Map(this.#readPlaces(room));
    let isMore = false;
    for (const { entry } of words) {
      const before = places.get(entry.logId) ?? 0;
      if (entry.seq < before) continue;
      places.delete(entry.logId);
      places.set(entry.logId, entry.seq + 1);
      isMore = true;
    }
    if (!isMore) return ok(undefined);
    // Those read last stand last, and stay.
    const kept = [...places].slice(-1_000);
    this.#read.set(roomKeyOf(room), new Map(kept));
    this.#place.tell('disk');
    const bytes = encodeAs(
      readShape,
      kept.map(([log, seq]) => ({ log, seq })),
    );
    return this.#place.notes.put(`room/${roomKeyOf(room)}`, bytes);
  }

  signsUnder(room: RoomName, about: EntryId): SignsUnder {
    const standing = this.#place.replica.board.rooms.signsUnder(about);
    // Most words have none, and a screen asks of each.
    const access = standing.length > 0 ? accessTo(this.#place, room) : null;
    const me = this.#place.membership.member;
    const peace = peaceOf(this.#place);
    const signs = standing
      .filter(({ member }) => access?.isHeard(member) === true)
      .filter(({ member }) => !peace.isBlocked(member));
    const by = (which: RoomSign): MemberId[] =>
      signs.filter(({ sign }) => sign === which).map(({ member }) => member);
    return {
      thanks: thankSigns
        .map((sign) => ({ sign, by: by(sign) }))
        .filter((each) => each.by.length > 0),
      isPinned: by('pin').some((member) => access?.mayPin(member) === true),
      keptFor: by('keep'),
      mine: new Set(
        signs.filter(({ member }) => member === me).map(({ sign }) => sign),
      ),
    };
  }

  /** Those pinned by whose pin counts, the latest last. */
  pinnedIn(room: RoomName): WordInRoom[] {
    return this.in(room)
      .filter(({ id }) => this.signsUnder(room, id).isPinned)
      .slice(-pinsShown);
  }

  /** Of this member's own words those that are past their days, and that nobody asks to keep. */
  toForget(): Entry[] {
    const { replica, membership } = this.#place;
    const before = this.#place.now() - daysKept(this.#place) * minutesPerDay;
    const plain = replica.board
      .entriesOf(membership.member)
      .filter(({ content }) => content.type === 'room.word')
      .map((entry) => ({ entry, keys: [] as readonly Entry[] }));
    return [...plain, ...mySealedInRooms(this.#place)]
      .filter(({ entry }) => entry.time < before && !this.#isKept(entry.id))
      .flatMap(({ entry, keys }) => [entry, ...keys]);
  }

  /** Said here: it stands in the room before anybody is asked to draw it. */
  wasSaid(id: EntryId, word: SaidWordInRoom): void {
    this.#opened.set(id, word);
  }

  #isShown(room: RoomName, { id, by, at, isMine }: WordInRoom): boolean {
    const peace = peaceOf(this.#place);
    if (peace.isBlocked(by) || peace.isHiddenWord(id)) return false;
    const before = this.#place.now() - daysKept(this.#place) * minutesPerDay;
    return isMine || at >= before || this.#isKept(id) || this.#isPinned(room, id);
  }

  #isPinned = (room: RoomName, id: EntryId): boolean =>
    this.signsUnder(room, id).isPinned;

  /** Somebody asks to keep it who does not ask that of everything. */
  #isKept(id: EntryId): boolean {
    const { rooms } = this.#place.replica.board;
    return rooms.signsUnder(id).some(({ member, sign, entry }) => {
      if (sign !== 'keep') return false;
      return rooms.keepsOf(member, keepsOfEach).includes(entry.id);
    });
  }

  #readPlaces(room: RoomName): ReadPlaces {
    const known = this.#read.get(roomKeyOf(room));
    if (known) return known;
    void this.#loadRead(room);
    return new Map();
  }

  async #loadRead(room: RoomName): Promise<void> {
    const key = roomKeyOf(room);
    if (this.#read.has(key)) return;
    this.#read.set(key, new Map());
    const read = await readNoteAs(
      this.#place.notes,
      `room/${key}`,
      readShape,
      readLimits,
    );
    if (!read.ok || read.value === null) return;
    this.#read.set(key, new Map(read.value.map(({ log, seq }) => [log, seq])));
    this.#place.tell('disk');
  }

  #openedOr(text: TalkText, room: RoomName): SaidWordInRoom | null {
    const known = this.#opened.get(text.id);
    if (known !== undefined)
      return known && roomKeyOf(known.room) === roomKeyOf(room) ? known : null;
    this.#asked.set(text.id, text);
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    return null;
  }

  async #open(): Promise<void> {
    // Whoever looks may be drawing: nothing changes before they have done.
    await Promise.resolve();
    while (this.#asked.size > 0) {
      const waiting = [...this.#asked.values()].sort(
        (a, b) => b.entry.seq - a.entry.seq,
      );
      const some = inTurns(waiting, ({ by }) => by).slice(0, wordsAtOnce);
      await Promise.all(
        some.map(async ({ id, by, way }) => {
          const opened = await this.#place.openSealed(sealedOf(way));
          const read = opened.ok ? readRoomWord(opened.value, by) : opened;
          this.#opened.set(id, read.ok ? read.value : null);
          this.#asked.delete(id);
        }),
      );
      // What was erased while it was opened, or since, is nowhere in memory either.
      for (const id of this.#opened.keys())
        if (this.#place.replica.entry(id) === null) this.#opened.delete(id);
      this.#place.tell('board');
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

/** The rooms of a place: the same ones for every screen. */
export const roomsOf = oneEach((place: Place) => new Rooms(place));
