import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import type { Attached, Store, StoreFault } from '@manyhands/replica';
import type * as Y from 'yjs';
import { DiskDocument } from './diskDocument.ts';
import { DiskJournal } from './diskJournal.ts';
import { DiskNotes } from './diskNotes.ts';
import { tryDisk } from './fileFaultOf.ts';
import type { Files } from './files.ts';

/**
 * Makes an empty store. Whoever writes down that it is there does so afterwards: a store
 * whose journal is missing is a lost one (replica/R5).
 */
export async function beginDiskStore(files: Files): Promise<Result<void, StoreFault>> {
  return tryDisk(async () => {
    await new DiskJournal(files).begin();
    await new DiskDocument(files, () => undefined).begin();
  });
}

/** The replica's store in one folder of this machine (storage/S1–S6). */
export const openDiskStore = (files: Files): Store => new DiskStore(files);

class DiskStore implements Store {
  readonly journal: DiskJournal;
  readonly notes: DiskNotes;
  readonly #files: Files;
  readonly #document: DiskDocument;
  readonly #listeners = new Set<(fault: StoreFault) => void>();

  constructor(files: Files) {
    this.#files = files;
    this.journal = new DiskJournal(files);
    this.notes = new DiskNotes(files);
    this.#document = new DiskDocument(files, (fault) => {
      for (const listener of [...this.#listeners]) listener(fault);
    });
  }

  journalFor(member: MemberId): DiskJournal {
    return new DiskJournal(this.#files, member);
  }

  attach(doc: Y.Doc): Promise<Result<Attached, StoreFault>> {
    return this.#document.attach(doc, (rows) => this.#quarantine(rows));
  }

  settled(): Promise<Result<void, StoreFault>> {
    return this.#document.settled();
  }

  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>> {
    return this.#document.rewrite(doc);
  }

  onfault(listener: (fault: StoreFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#document.close();
    await this.#files.close();
  }

  async destroy(): Promise<void> {
    await this.#document.close();
    await this.#files.destroy();
  }

  async #quarantine(rows: readonly Uint8Array[]): Promise<Result<void, StoreFault>> {
    const before = await this.notes.names('quarantine/');
    if (!before.ok) return before;
    for (const [i, row] of rows.entries()) {
      const put = await this.notes.put(`quarantine/${before.value.length + i}`, row);
      if (!put.ok) return err(put.error);
    }
    return ok(undefined);
  }
}
