import { err } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import type { Journal, JournalRow, Notes, Store, StoreFault } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import type { MemoryDisk } from '@manyhands/storage';

type Doc = Parameters<Store['attach']>[0];

/**
 * What goes wrong with one operation of a disk. `refused`: not done, and said so.
 * `full`: the same for want of room. `unsure`: done, and the answer says it was not.
 * `lost`: the answer says it was done, and it was not. `crashBefore` and `crashAfter`:
 * the app ends there, and with the first also what nobody had waited for.
 */
export const mishapKinds = [
  'refused',
  'full',
  'unsure',
  'lost',
  'crashBefore',
  'crashAfter',
] as const;
export type MishapKind = (typeof mishapKinds)[number];

/** One thing that goes wrong (T7), once, however often the disk is opened: at operation `at`. */
export class Mishap {
  readonly kind: MishapKind;
  readonly at: number;
  /** What it happened to, or null while it has not. */
  happened: string | null = null;
  /** Resolves with what is left on the disk when the app has ended. */
  readonly crashed: Promise<MemoryDisk>;
  isOver = false;
  /** What has been asked of the disk so far. */
  readonly operations: string[] = [];
  #end: (left: MemoryDisk) => void = () => undefined;

  constructor(kind: MishapKind, at: number) {
    this.kind = kind;
    this.at = at;
    this.crashed = new Promise((resolve) => (this.#end = resolve));
  }

  /** Counts one operation, and says whether it is the one. */
  meets(operation: string): boolean {
    const isIt = this.operations.length === this.at;
    this.operations.push(operation);
    if (isIt) this.happened = operation;
    return isIt;
  }

  crash(left: MemoryDisk): void {
    this.isOver = true;
    this.#end(left);
  }
}

/** The memory store on `disk`, in which one operation goes wrong as `mishap` says. */
export const createFaultyStore = (disk: MemoryDisk, mishap: Mishap): Store =>
  new FaultyStore(disk, mishap);

class FaultyStore implements Store {
  readonly journal: Journal;
  readonly notes: Notes;
  readonly #disk: MemoryDisk;
  readonly #mishap: Mishap;
  readonly #inner: Store;
  /** Rows of the document that a crash cannot take any more. */
  #settled: number;
  #isAttaching = false;
  /** What is to happen once the write under way is done. */
  #ending: (() => void) | null = null;

  constructor(disk: MemoryDisk, mishap: Mishap) {
    this.#disk = disk;
    this.#mishap = mishap;
    this.#inner = createMemoryStore(disk);
    this.#settled = disk.updates.length;
    const { journal, notes } = this.#inner;
    this.journal = this.#journalOn(journal);
    this.notes = {
      get: (name) => this.#do('notes.get', () => notes.get(name)),
      // What these cannot say costs time, and nobody is told of that (replica/R9, replica/R13).
      put: (name, bytes) => {
        const isOwn = name === 'checkpoint' || name === 'unchanged';
        return this.#do(isOwn ? name : 'notes.put', () => notes.put(name, bytes));
      },
      delete: (name) => this.#do('notes.delete', () => notes.delete(name)),
      names: (prefix) => this.#do('notes.names', () => notes.names(prefix)),
    };
  }

  journalFor(member: MemberId): Journal {
    return this.#journalOn(this.#inner.journalFor(member));
  }

  #journalOn(journal: Journal): Journal {
    return {
      read: () => this.#do('journal.read', () => journal.read()),
      append: (row: JournalRow) =>
        this.#do('journal.append', () => journal.append(row)),
      erase: (marks) => this.#do('journal.erase', () => journal.erase(marks)),
    };
  }

  attach(doc: Doc) {
    return this.#do('attach', () => this.#around(doc, () => this.#inner.attach(doc)));
  }

  async settled() {
    const settled = await this.#do('settled', () => this.#inner.settled());
    if (settled.ok) this.#settled = this.#disk.updates.length;
    return settled;
  }

  async rewrite(doc?: Doc) {
    const rewrite = () => this.#inner.rewrite(doc);
    const written = await this.#do('rewrite', () =>
      doc ? this.#around(doc, rewrite) : rewrite(),
    );
    if (written.ok) this.#settled = this.#disk.updates.length;
    return written;
  }

  onfault(listener: (fault: StoreFault) => void): () => void {
    return this.#inner.onfault(listener);
  }

  async close(): Promise<void> {
    if (this.#mishap.isOver) return never();
    if (this.#mishap.meets('close') && this.#mishap.kind.startsWith('crash')) {
      return this.#crash();
    }
    return this.#inner.close();
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }

  async #do<T>(
    operation: string,
    work: () => Promise<Result<T, StoreFault>>,
  ): Promise<Result<T, StoreFault>> {
    if (this.#mishap.isOver) return never();
    if (!this.#mishap.meets(operation)) return work();
    const before = copyOf(this.#disk);
    switch (this.#mishap.kind) {
      case 'refused':
        return err(gone);
      case 'full':
        return err(full);
      case 'unsure':
        await work();
        return err(gone);
      case 'lost': {
        const answer = await work();
        Object.assign(this.#disk, before);
        return answer;
      }
      case 'crashBefore':
        return this.#crash();
      case 'crashAfter':
        await work();
        return this.#crash();
    }
  }

  /** Watches over the document's own writes, which nobody waits for. */
  async #around<T>(doc: Doc, work: () => Promise<T>): Promise<T> {
    doc.on('update', (update: Uint8Array) => this.#beforeWrite(update));
    this.#isAttaching = true;
    const done = await work();
    this.#isAttaching = false;
    doc.on('update', () => this.#afterWrite());
    return done;
  }

  #beforeWrite(update: Uint8Array): void {
    const disk = this.#disk;
    if (this.#isAttaching || this.#mishap.isOver || !this.#mishap.meets('write'))
      return;
    const { length } = disk.updates;
    switch (this.#mishap.kind) {
      case 'unsure':
        disk.updates.push(update);
        disk.fault = gone;
        break;
      case 'refused':
        disk.fault = gone;
        break;
      case 'full':
        disk.fault = full;
        break;
      case 'crashBefore':
        void this.#crash();
        break;
      case 'lost':
        this.#ending = () => (disk.updates.length = length);
        break;
      case 'crashAfter':
        this.#ending = () => void this.#crash();
        break;
    }
  }

  #afterWrite(): void {
    this.#disk.fault = null;
    this.#ending?.();
    this.#ending = null;
  }

  /** What runs on in the old app writes into memory that nobody will read. */
  #crash(): Promise<never> {
    const left = copyOf(this.#disk);
    if (this.#mishap.kind === 'crashBefore') {
      left.updates.length = Math.min(this.#settled, left.updates.length);
    }
    this.#mishap.crash(left);
    return never();
  }
}

const full: StoreFault = { type: 'StoreFull' };
const gone: StoreFault = { type: 'StoreLost', why: 'a mishap' };

/** An app that has ended answers nothing. */
const never = (): Promise<never> => new Promise(() => undefined);

const copyOf = (disk: MemoryDisk): MemoryDisk => ({
  updates: [...disk.updates],
  counted: disk.counted,
  journal: new Map(disk.journal),
  notes: new Map(disk.notes),
  fault: null,
});
