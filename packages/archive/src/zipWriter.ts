import { toHex, utf8Bytes } from '@manyhands/codec';
import { startSha256 } from '@manyhands/keys/hash';
import {
  endLength,
  fixedDate,
  fixedTime,
  headerLength,
  recordLength,
  sealLength,
  sealPrefix,
  signatures,
} from './zipFormat.ts';
import type { PackedFile } from './pack.ts';

/** Puts packed files one after another and seals them (V3); why not fflate: decision 0057. */
export class ZipWriter {
  readonly parts: Uint8Array[] = [];
  readonly #directory: Uint8Array[] = [];
  readonly #seal = startSha256();
  #offset = 0;

  add(name: string, packed: PackedFile): void {
    const title = utf8Bytes(name);
    this.#directory.push(recordOf(title, packed, this.#offset));
    this.#put(headerOf(title, packed));
    for (const part of packed.parts) this.#put(part);
  }

  /** The whole archive; nothing can be added afterwards. */
  finish(): Uint8Array[] {
    const start = this.#offset;
    for (const record of this.#directory) this.#put(record);
    this.#put(endOf(this.#directory.length, start, this.#offset - start));
    this.#put(utf8Bytes(sealPrefix));
    this.parts.push(utf8Bytes(toHex(this.#seal.digest())));
    return this.parts;
  }

  #put(part: Uint8Array): void {
    this.parts.push(part);
    this.#seal.update(part);
    this.#offset += part.length;
  }
}

/** What header and record say alike: versions, method, time, checksum, sizes, names. */
function describe(
  view: DataView,
  at: number,
  name: Uint8Array,
  packed: PackedFile,
): void {
  view.setUint16(at, 20, true); // version 2.0: folders and deflate
  view.setUint16(at + 2, 0, true);
  view.setUint16(at + 4, packed.method, true);
  view.setUint16(at + 6, fixedTime, true);
  view.setUint16(at + 8, fixedDate, true);
  view.setUint32(at + 10, packed.crc, true);
  view.setUint32(at + 14, packed.packedBytes, true);
  view.setUint32(at + 18, packed.bytes, true);
  view.setUint16(at + 22, name.length, true);
}

function headerOf(name: Uint8Array, packed: PackedFile): Uint8Array {
  const header = new Uint8Array(headerLength + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, signatures.header, true);
  describe(view, 4, name, packed);
  header.set(name, headerLength);
  return header;
}

function recordOf(name: Uint8Array, packed: PackedFile, offset: number): Uint8Array {
  const record = new Uint8Array(recordLength + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, signatures.record, true);
  view.setUint16(4, 20, true); // made by version 2.0
  describe(view, 6, name, packed);
  view.setUint32(42, offset, true);
  record.set(name, recordLength);
  return record;
}

function endOf(files: number, start: number, bytes: number): Uint8Array {
  const end = new Uint8Array(endLength);
  const view = new DataView(end.buffer);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, files, true);
  view.setUint16(10, files, true);
  view.setUint32(12, bytes, true);
  view.setUint32(16, start, true);
  view.setUint16(20, sealLength, true);
  return end;
}
