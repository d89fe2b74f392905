import { createHash } from 'node:crypto';
import { concat, equalBytes, utf8Bytes } from '@manyhands/codec';
import type { Files } from './files.ts';

/**
 * A file of rows, one after the other, that only grows and is now and then written anew.
 *
 *   file = "mhrows1\n" || row …      row = length u32 || sum b8 || bytes
 *
 * 1. `sum` is the beginning of the SHA-256 of the bytes.
 * 2. What a crash left half written at the end is cut off when the file is opened: nobody
 *    was told that it is there.
 * 3. A row that is not what it was, with good ones behind it, is put aside (`damaged`).
 * 4. After a write that failed, its place is cut before anything else is written there.
 */
export interface Rows {
  readonly rows: readonly Uint8Array[];
  /** Bytes of rows whose sum is wrong. */
  readonly damaged: readonly Uint8Array[];
}

const mark = utf8Bytes('mhrows1\n');
const sumBytes = 8;
const headBytes = 4 + sumBytes;

export class RowFile {
  readonly #files: Files;
  readonly #name: string;
  #length = 0;
  /** Something may stand behind what we know of. */
  #isUnsure = false;
  #count = 0;

  constructor(files: Files, name: string) {
    this.#files = files;
    this.#name = name;
  }

  /** Rows that were written since the file was last written as a whole. */
  get count(): number {
    return this.#count;
  }

  /** Reads all there is, and cuts what is no row. Null: there is no such file. */
  async open(): Promise<Rows | null> {
    const bytes = await this.#files.read(this.#name);
    if (bytes === null || !equalBytes(bytes.subarray(0, mark.length), mark))
      return null;
    const { end, ...found } = rowsIn(bytes);
    this.#length = end;
    this.#count = found.rows.length + found.damaged.length;
    this.#isUnsure = end < bytes.length;
    return found;
  }

  /** Adds rows at the end. They are durable once `sync` has resolved. */
  async add(rows: readonly Uint8Array[]): Promise<void> {
    if (this.#isUnsure) await this.#files.cut(this.#name, this.#length);
    this.#isUnsure = true;
    const bytes = concat(...rows.map(framed));
    await this.#files.write(this.#name, this.#length, bytes);
    this.#length += bytes.length;
    this.#count += rows.length;
    this.#isUnsure = false;
  }

  sync(): Promise<void> {
    return this.#files.sync(this.#name);
  }

  /** These rows in place of all, in one step and durably. */
  async replace(rows: readonly Uint8Array[]): Promise<void> {
    const bytes = concat(mark, ...rows.map(framed));
    await this.#files.replace(this.#name, bytes);
    this.#length = bytes.length;
    this.#count = rows.length;
    this.#isUnsure = false;
  }
}

const sumOf = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(bytes).digest().subarray(0, sumBytes);

function framed(bytes: Uint8Array): Uint8Array {
  const head = new Uint8Array(headBytes);
  new DataView(head.buffer).setUint32(0, bytes.length);
  head.set(sumOf(bytes), 4);
  return concat(head, bytes);
}

interface Row {
  readonly bytes: Uint8Array;
  readonly isGood: boolean;
  readonly end: number;
}

/** What stands at this place, if it is as long as it says. */
function rowAt(file: Uint8Array, at: number): Row | null {
  if (at + headBytes > file.length) return null;
  const view = new DataView(file.buffer, file.byteOffset + at, headBytes);
  const start = at + headBytes;
  const end = start + view.getUint32(0);
  if (end > file.length) return null;
  const bytes = file.subarray(start, end);
  const isGood = equalBytes(file.subarray(at + 4, start), sumOf(bytes));
  return { bytes, isGood, end };
}

function rowsIn(file: Uint8Array): Rows & { readonly end: number } {
  const rows: Uint8Array[] = [];
  const damaged: Uint8Array[] = [];
  let at = mark.length;
  for (let row = rowAt(file, at); row !== null; row = rowAt(file, at)) {
    if (!row.isGood && rowAt(file, row.end)?.isGood !== true) break;
    (row.isGood ? rows : damaged).push(row.bytes);
    at = row.end;
  }
  return { rows, damaged, end: at };
}
