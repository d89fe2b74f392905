/**
 * Entries that a disk has kept as they were, by the ids that were found when they came. Nothing
 * of them is hashed, and nothing is read before somebody asks what they say.
 */
import type { EntryId, LogId, MinuteOfTime } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { bodyOf, readPlaced } from './entry.ts';
import type { Entry } from './entry.ts';
import { logIdOf, zeroId } from './log.ts';
import type { LogName } from './log.ts';

/** How many bytes an id takes in a list of them. */
export const idLength = 32;

/** The id at place `at` of a list of ids. */
const idAt = (ids: Uint8Array, at: number): EntryId =>
  toHex(ids.subarray(idLength * at, idLength * (at + 1))) as EntryId;

/** What is known of all that is kept, by its places in a row. */
export interface KeptPlaces {
  /** Their ids, `idLength` bytes each. */
  readonly ids: Uint8Array;
  /** One for each: 1 says something about hours (`transfer.*`), and nothing else. */
  readonly hours: Uint8Array;
}

/** Where one log's entries stand in what is kept. */
export interface KeptLog {
  readonly log: LogName;
  readonly logId: LogId;
  readonly places: KeptPlaces;
  /** Where this log begins among them. */
  readonly first: number;
}

/**
 * An entry of which is known, without looking, that these bytes have this id. A town has two
 * hundred thousand, so that they have as few fields as they can.
 */
export class KeptEntry implements Entry {
  readonly seq: number;
  readonly stored: Uint8Array;
  readonly #kept: KeptLog;
  /** What somebody has asked it for. */
  #known: Known | null = null;

  constructor(kept: KeptLog, seq: number, stored: Uint8Array) {
    this.seq = seq;
    this.stored = stored;
    this.#kept = kept;
  }

  get log(): LogName {
    return this.#kept.log;
  }

  get logId(): LogId {
    return this.#kept.logId;
  }

  /** It says something about hours (`transfer.*`), and nothing else. */
  get isOfHours(): boolean {
    return this.#kept.places.hours[this.at] === 1;
  }

  /** Its place among all that is kept. */
  get at(): number {
    return this.#kept.first + this.seq;
  }

  get id(): EntryId {
    const known = (this.#known ??= {});
    return (known.id ??= idAt(this.#kept.places.ids, this.at));
  }

  /** The first four bytes of its id, as a number. */
  get firstOfId(): number {
    const { ids } = this.#kept.places;
    const at = idLength * this.at;
    const [a = 0, b = 0] = [ids[at], ids[at + 1]];
    const [c = 0, d = 0] = [ids[at + 2], ids[at + 3]];
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  get prev(): EntryId {
    return this.seq === 0 ? zeroId : idAt(this.#kept.places.ids, this.at - 1);
  }

  get time(): MinuteOfTime {
    return this.reading.time;
  }

  get content(): Entry['content'] {
    return this.reading.content;
  }

  // A private method would be one field more.
  private get reading(): Reading {
    const known = (this.#known ??= {});
    return (known.reading ??= readPlaced(this.log, bodyOf(this)));
  }
}

type Reading = Pick<Entry, 'time' | 'content'>;

interface Known {
  id?: EntryId;
  reading?: Reading;
}

/** Where a log begins that is kept from place `first` on. */
export const keptLog = (log: LogName, places: KeptPlaces, first: number): KeptLog => ({
  log,
  logId: logIdOf(log),
  places,
  first,
});

const empty = 0xffff_ffff;

/** Entries by the first bytes of their ids: these are hashes, no better spread is needed. */
export class IdIndex {
  readonly #entryAt: (at: number) => KeptEntry | undefined;
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(count: number, entryAt: (at: number) => KeptEntry | undefined) {
    this.#entryAt = entryAt;
    const size = 2 ** Math.ceil(Math.log2(2 * count + 1));
    this.#slots = new Uint32Array(size).fill(empty);
    this.#mask = size - 1;
    for (let at = 0; at < count; at++) {
      let slot = (entryAt(at)?.firstOfId ?? 0) & this.#mask;
      while (this.#slots[slot] !== empty) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = at;
    }
  }

  /** The place of the entry with this id, if it is one of them. */
  find(id: EntryId): number | undefined {
    let slot = Number.parseInt(id.slice(0, 8), 16) & this.#mask;
    for (let at = this.#slots[slot]; at !== empty && at !== undefined;) {
      if (this.#entryAt(at)?.id === id) return at;
      slot = (slot + 1) & this.#mask;
      at = this.#slots[slot];
    }
    return undefined;
  }
}

/** Whether an entry says nothing but hours. Of one that was kept nothing is read for it. */
export const isOfHours = (entry: Entry): boolean =>
  entry instanceof KeptEntry
    ? entry.isOfHours
    : entry.content.type.startsWith('transfer.');
