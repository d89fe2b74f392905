import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Port: the few things a disk is asked for, each by the name of a file in one folder.
 * They reject with what the system says; nothing is durable before `sync` or `replace`
 * resolves. A test puts one in its place that fails, or ends in the middle of a write.
 */
export interface Files {
  /** Null when there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes at that place; a file that is not there is made. */
  write(name: string, at: number, bytes: Uint8Array): Promise<void>;
  /** Forgets what stands from `at` on. */
  cut(name: string, at: number): Promise<void>;
  /** Resolves once all that was written to this file is on the disk itself. */
  sync(name: string): Promise<void>;
  /** Puts a whole file in place of what was there, in one step and durably. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
  close(): Promise<void>;
  /** Closes, and leaves neither files nor folder. */
  destroy(): Promise<void>;
}

/** Ends the names of what is half written, and in place of nothing yet. */
export const unfinished = '.unfinished';
/** Nobody but whoever runs the keeper reads what it keeps. */
const forOwner = { file: 0o600, folder: 0o700 };

/** Opens a folder of this machine, which is made if it is not there. */
export async function openFolder(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: forOwner.folder });
  const files = new Folder(folder);
  await files.tidy();
  return files;
}

class Folder implements Files {
  readonly #folder: string;
  readonly #open = new Map<string, FileHandle>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Removes what a crash left half written. */
  async tidy(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (name.endsWith(unfinished)) await rm(this.#at(name));
    }
  }

  async read(name: string): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(await readFile(this.#at(name)));
    } catch (cause) {
      if (errorCodeOf(cause) === 'ENOENT') return null;
      throw cause;
    }
  }

  async write(name: string, at: number, bytes: Uint8Array): Promise<void> {
    const handle = await this.#handle(name);
    for (let done = 0; done < bytes.length;) {
      const rest = bytes.subarray(done);
      const { bytesWritten } = await handle.write(rest, 0, rest.length, at + done);
      done += bytesWritten;
    }
  }

  async cut(name: string, at: number): Promise<void> {
    await (await this.#handle(name)).truncate(at);
  }

  async sync(name: string): Promise<void> {
    await (await this.#handle(name)).sync();
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    const fresh = this.#at(name + unfinished);
    const handle = await open(fresh, 'w', forOwner.file);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await this.#release(name);
    await rename(fresh, this.#at(name));
    await this.#syncFolder();
  }

  async remove(name: string): Promise<void> {
    await this.#release(name);
    await rm(this.#at(name), { force: true });
  }

  async names(): Promise<string[]> {
    return (await readdir(this.#folder)).sort();
  }

  async close(): Promise<void> {
    for (const name of [...this.#open.keys()]) await this.#release(name);
  }

  async destroy(): Promise<void> {
    await this.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #handle(name: string): Promise<FileHandle> {
    const known = this.#open.get(name);
    if (known) return known;
    const flags = constants.O_RDWR | constants.O_CREAT;
    const handle = await open(this.#at(name), flags, forOwner.file);
    this.#open.set(name, handle);
    await this.#syncFolder();
    return handle;
  }

  async #release(name: string): Promise<void> {
    const handle = this.#open.get(name);
    this.#open.delete(name);
    await handle?.close();
  }

  /** A new name is durable once its folder is. Windows knows no such thing. */
  async #syncFolder(): Promise<void> {
    if (process.platform === 'win32') return;
    const handle = await open(this.#folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  #at(name: string): string {
    return join(this.#folder, name);
  }
}

/** The system's name for what went wrong, or an empty text. */
export const errorCodeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';
