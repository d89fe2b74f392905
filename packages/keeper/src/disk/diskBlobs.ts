import { ok, SerialQueue } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import type { BlobRow, Blobs, StoreFault } from '@manyhands/replica';
import { oldestFirst } from '@manyhands/storage';
import { tryDisk } from './fileFaultOf.ts';
import type { Files } from './files.ts';

/**
 * Blobs as files of a folder, one each, named after what a list must say of them:
 * `<when it came>-<bytes>-<sha>.picture`. What is deleted is gone from the disk.
 */
export class DiskBlobs implements Blobs {
  readonly #files: Files;
  /** One after the other: a blob has one file, however often it is put. */
  readonly #queue = new SerialQueue();

  constructor(files: Files) {
    this.#files = files;
  }

  get(sha: Hex): Promise<Result<Uint8Array | null, StoreFault>> {
    return this.#inTurn(async () => {
      const found = (await this.#rows()).find((row) => row.sha === sha);
      return found ? this.#files.read(fileOf(found)) : null;
    });
  }

  put(
    { sha, at }: Pick<BlobRow, 'sha' | 'at'>,
    bytes: Uint8Array,
  ): Promise<Result<void, StoreFault>> {
    return this.#inTurn(async () => {
      const fresh = fileOf({ sha, at, bytes: bytes.length });
      const before = (await this.#rows()).filter((row) => row.sha === sha).map(fileOf);
      await this.#files.replace(fresh, bytes);
      for (const file of before) if (file !== fresh) await this.#files.remove(file);
    });
  }

  delete(shas: readonly Hex[]): Promise<Result<void, StoreFault>> {
    return this.#inTurn(async () => {
      const gone = (await this.#rows()).filter(({ sha }) => shas.includes(sha));
      for (const row of gone) await this.#files.remove(fileOf(row));
    });
  }

  async list(): Promise<Result<BlobRow[], StoreFault>> {
    const rows = await this.#inTurn(() => this.#rows());
    if (!rows.ok) return rows;
    return ok(rows.value.sort(oldestFirst));
  }

  async close(): Promise<void> {
    await this.#queue.idle();
  }

  async #rows(): Promise<BlobRow[]> {
    const names = await this.#files.names();
    return names.flatMap((name) => {
      const [, at, bytes, sha] =
        /^(\d+)-(\d+)-([0-9a-f]{64})\.picture$/.exec(name) ?? [];
      if (sha === undefined) return [];
      return [{ sha, at: Number(at), bytes: Number(bytes) }];
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<Result<T, StoreFault>> {
    return this.#queue.run(() => tryDisk(work));
  }
}

const fileOf = ({ at, bytes, sha }: BlobRow): string => `${at}-${bytes}-${sha}.picture`;
