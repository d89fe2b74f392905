import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { checkCanonical, countEntries } from '@manyhands/replica';
import type {
  Attached,
  Journal,
  JournalRow,
  Notes,
  Store,
  StoreFault,
} from '@manyhands/replica';
import * as Y from 'yjs';

/**
 * A disk that is only memory: for tests, for the demo and for a private window. It
 * outlives the stores opened on it, so that a test can close one, or lose one, and
 * open the next; and it can be full, or gone.
 */
export interface MemoryDisk {
  updates: Uint8Array[];
  /** Entries that were durable when somebody last asked. */
  counted: number;
  /** By place; of what is written for another member, their name stands before it. */
  readonly journal: Map<string, JournalRow>;
  readonly notes: Map<string, Uint8Array>;
  /** What every write meets, or null. */
  fault: StoreFault | null;
}

export const createMemoryDisk = (): MemoryDisk => ({
  updates: [],
  counted: 0,
  journal: new Map(),
  notes: new Map(),
  fault: null,
});

export const createMemoryStore = (disk: MemoryDisk = createMemoryDisk()): Store =>
  new MemoryStore(disk);

class MemoryStore implements Store {
  readonly journal: Journal;
  readonly notes: Notes;
  readonly #disk: MemoryDisk;
  readonly #listeners = new Set<(fault: StoreFault) => void>();
  #doc: Y.Doc | null = null;
  /** A write was lost: the rows no longer say what the document says. */
  #broken = false;

  constructor(disk: MemoryDisk) {
    this.#disk = disk;
    this.journal = memoryJournal(disk);
    this.notes = memoryNotes(disk);
  }

  journalFor(member: MemberId): Journal {
    return memoryJournal(this.#disk, `${member}/`);
  }

  attach(doc: Y.Doc): Promise<Result<Attached, StoreFault>> {
    const disk = this.#disk;
    const good = disk.updates.filter((update) => checkCanonical(update).ok);
    const bad = disk.updates.filter((update) => !good.includes(update));
    for (const [i, update] of bad.entries()) disk.notes.set(`quarantine/${i}`, update);
    disk.updates = good;
    doc.transact(() => {
      for (const update of good) Y.applyUpdate(doc, update, this);
    });
    this.#listenTo(doc);
    const missing = Math.max(0, disk.counted - countEntries(doc));
    return resolved(ok({ updates: good.length, quarantined: bad.length, missing }));
  }

  settled(): Promise<Result<void, StoreFault>> {
    if (this.#broken) return this.rewrite();
    if (this.#doc) this.#disk.counted = countEntries(this.#doc);
    return resolved(ok(undefined));
  }

  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>> {
    if (doc) this.#listenTo(doc);
    const { fault } = this.#disk;
    this.#broken = fault !== null;
    if (fault) return resolved(err(fault));
    if (this.#doc) {
      this.#disk.updates = [Y.encodeStateAsUpdate(this.#doc)];
      this.#disk.counted = countEntries(this.#doc);
    }
    return resolved(ok(undefined));
  }

  onfault(listener: (fault: StoreFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#doc?.off('update', this.#keep);
    this.#doc = null;
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    await this.close();
    this.#disk.updates = [];
    this.#disk.counted = 0;
    this.#disk.journal.clear();
    this.#disk.notes.clear();
  }

  #listenTo(doc: Y.Doc): void {
    this.#doc?.off('update', this.#keep);
    this.#doc = doc;
    doc.on('update', this.#keep);
  }

  readonly #keep = (update: Uint8Array): void => {
    const { fault } = this.#disk;
    if (fault === null) {
      this.#disk.updates.push(update);
      return;
    }
    this.#broken = true;
    for (const tell of [...this.#listeners]) tell(fault);
  };
}

const resolved = <T>(value: T): Promise<T> => Promise.resolve(value);

function memoryJournal(disk: MemoryDisk, of = ''): Journal {
  const inOrder = (a: JournalRow, b: JournalRow): number =>
    a.kind === b.kind ? a.seq - b.seq : a.kind === 'ledger' ? -1 : 1;
  return {
    read: () => {
      const isOurs = ([place, { kind, seq }]: [string, JournalRow]) =>
        place === `${of}${kind}/${seq}`;
      const own = [...disk.journal].filter(isOurs).map(([, row]) => row);
      return resolved(ok(own.sort(inOrder)));
    },
    append: (row) => {
      const place = `${of}${row.kind}/${row.seq}`;
      if (disk.fault) return resolved(err(disk.fault));
      if (disk.journal.has(place)) {
        return resolved(err({ type: 'StoreRefused', why: `${place} is taken` }));
      }
      if (row.seq > 0 && !disk.journal.has(`${of}${row.kind}/${row.seq - 1}`)) {
        return resolved(err({ type: 'StoreLost', why: `nothing before ${place}` }));
      }
      disk.journal.set(place, row);
      return resolved(ok(undefined));
    },
    erase: (tombstones) => {
      if (disk.fault) return resolved(err(disk.fault));
      for (const { seq, bodyHash } of tombstones) {
        const row = disk.journal.get(`${of}board/${seq}`);
        if (row) disk.journal.set(`${of}board/${seq}`, { ...row, stored: bodyHash });
      }
      return resolved(ok(undefined));
    },
  };
}

function memoryNotes(disk: MemoryDisk): Notes {
  return {
    get: (name) => resolved(ok(disk.notes.get(name) ?? null)),
    put: (name, bytes) => {
      if (disk.fault) return resolved(err(disk.fault));
      disk.notes.set(name, bytes);
      return resolved(ok(undefined));
    },
    delete: (name) => {
      disk.notes.delete(name);
      return resolved(ok(undefined));
    },
    names: (prefix) =>
      resolved(ok([...disk.notes.keys()].filter((n) => n.startsWith(prefix)).sort())),
  };
}
