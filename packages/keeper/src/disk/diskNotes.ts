import { SerialQueue } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Notes, StoreFault } from '@manyhands/replica';
import { tryDisk } from './fileFaultOf.ts';
import type { Files } from './files.ts';

/** Each note is a file: what is written over or deleted is gone from the disk. */
export class DiskNotes implements Notes {
  readonly #files: Files;
  /** One after the other: two at once would write one unfinished file. */
  readonly #queue = new SerialQueue();

  constructor(files: Files) {
    this.#files = files;
  }

  get(name: string): Promise<Result<Uint8Array | null, StoreFault>> {
    return tryDisk(() => this.#files.read(fileOf(name)));
  }

  put(name: string, bytes: Uint8Array): Promise<Result<void, StoreFault>> {
    return this.#inTurn(() => this.#files.replace(fileOf(name), bytes));
  }

  delete(name: string): Promise<Result<void, StoreFault>> {
    return this.#inTurn(() => this.#files.remove(fileOf(name)));
  }

  names(prefix: string): Promise<Result<string[], StoreFault>> {
    return tryDisk(async () => {
      const files = await this.#files.names();
      return files
        .filter((name) => name.endsWith(suffix))
        .map((name) => decodeURIComponent(name.slice(0, -suffix.length)))
        .filter((name) => name.startsWith(prefix))
        .sort();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<Result<void, StoreFault>> {
    return this.#queue.run(() => tryDisk(work));
  }
}

const suffix = '.note';
const fileOf = (name: string): string => `${encodeURIComponent(name)}${suffix}`;
