import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

export interface ShelfCaps {
  /** Of one file. */
  readonly fileBytes: number;
  /** Of all that is kept. */
  readonly bytes: number;
  /** Milliseconds between two clearings of a full shelf. */
  readonly clearedEvery: number;
}

/** One version of a file. */
export interface Version {
  readonly path: string;
  readonly size: number;
  readonly tag: string;
}

/**
 * The files that are asked for, read and packed once and shared by all answers. Otherwise
 * each answer costs a reader and a packer of its own, some 400 KB while it lasts.
 */
export class Shelf {
  readonly #caps: ShelfCaps;
  readonly #now: () => number;
  readonly #kept = new Map<string, Promise<Buffer>>();
  #bytes = 0;
  #clearedAt: number;

  constructor(caps: ShelfCaps, now: () => number) {
    this.#caps = caps;
    this.#now = now;
    this.#clearedAt = -caps.clearedEvery;
  }

  /** Its bytes, packed if wanted; null if it is too large, or there is no room for it. */
  async take(file: Version, isZipped: boolean): Promise<Buffer | null> {
    if (file.size > this.#caps.fileBytes) return null;
    const name = `${String(isZipped)} ${file.tag} ${file.path}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    // Packed it is smaller, if not always; what it is counted as is its size.
    if (!this.#hasRoom(file.size)) return null;
    this.#bytes += file.size;
    const bytes = readFile(file.path).then((read) => (isZipped ? zip(read) : read));
    this.#kept.set(name, bytes);
    // What could not be read is asked for again.
    bytes.catch(() => {
      if (this.#kept.get(name) !== bytes) return;
      this.#kept.delete(name);
      this.#bytes -= file.size;
    });
    return bytes;
  }

  /** Versions that are gone would fill it: so it is cleared, but not at anybody's will. */
  #hasRoom(size: number): boolean {
    if (this.#bytes + size <= this.#caps.bytes) return true;
    if (this.#now() - this.#clearedAt < this.#caps.clearedEvery) return false;
    this.#clearedAt = this.#now();
    this.#kept.clear();
    this.#bytes = 0;
    return size <= this.#caps.bytes;
  }
}
