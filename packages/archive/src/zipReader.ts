import { err, ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { equalBytes, toHex, utf8Bytes } from '@manyhands/codec';
import { startSha256 } from '@manyhands/keys/hash';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { archiveLimit, fileLimit, nameLimit } from './limits.ts';
import type { ArchiveRefused } from './refused.ts';
import {
  endLength,
  headerLength,
  methods,
  recordLength,
  sealLength,
  sealPrefix,
  signatures,
} from './zipFormat.ts';

/** One file as the directory of a ZIP describes it; nothing of it is unpacked yet. */
export interface ZipFile {
  /** Letters, digits, `.`, `_`, `-` and `/` between them; null: no name we would give. */
  readonly name: string | null;
  readonly method: number;
  readonly crc: number;
  readonly bytes: number;
  /** Where its header begins in the ZIP. */
  readonly header: number;
  readonly packed: Uint8Array;
}

export interface Zip {
  readonly files: readonly ZipFile[];
  /** What was written as the hash of all before it; null: packed by somebody else. */
  readonly seal: { readonly said: string; readonly over: Uint8Array } | null;
}

const damaged = (file: string | null = null): Result<never, ArchiveRefused> =>
  err({ type: 'Damaged', file });

/**
 * The directory of a ZIP, whoever packed it (V4): its files lie inside the bytes and none
 * in another, no two have one name, headers and directory agree. Never throws.
 */
export function readZip(bytes: Uint8Array): Result<Zip, ArchiveRefused> {
  if (bytes.length > archiveLimit) return err({ type: 'TooLarge', limit: 'bytes' });
  const view = viewOf(bytes);
  const seal = sealOf(bytes);
  const begins = bytes.length > 4 && view.getUint32(0, true) === signatures.header;
  if (!begins && !seal) return err({ type: 'NotAnArchive' });
  const end = bytes.length - (seal ? sealLength : 0) - endLength;
  if (end < 0 || view.getUint32(end, true) !== signatures.end) return damaged();
  const count = view.getUint16(end + 10, true);
  if (count > fileLimit) return err({ type: 'TooLarge', limit: 'files' });
  if (view.getUint16(end + 20, true) !== (seal ? sealLength : 0)) return damaged();
  const files = readDirectory(bytes, view, { count, end });
  return files.ok ? ok({ files: files.value, seal }) : files;
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  { count, end }: { count: number; end: number },
): Result<ZipFile[], ArchiveRefused> {
  const files: ZipFile[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + recordLength > end) return damaged();
    if (view.getUint32(at, true) !== signatures.record) return damaged();
    const title = bytes.subarray(
      at + recordLength,
      at + recordLength + view.getUint16(at + 28, true),
    );
    const file = readFile(bytes, view, at, title);
    if (!file.ok) return file;
    const key = new TextDecoder().decode(title).toLowerCase();
    if (names.has(key)) return damaged(file.value.name);
    names.add(key);
    files.push(file.value);
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += recordLength + title.length + extra;
  }
  if (at !== end) return damaged();
  const within = firstWithin(bytes, files);
  return within ? damaged(within.name) : ok(files);
}

/**
 * A file that begins before the one in front of it has ended; null: every byte is of one
 * file at most. Else a small ZIP would be any number of large files.
 */
function firstWithin(bytes: Uint8Array, files: readonly ZipFile[]): ZipFile | null {
  let ended = 0;
  for (const file of files.toSorted((a, b) => a.header - b.header)) {
    if (file.header < ended) return file;
    ended = file.packed.byteOffset - bytes.byteOffset + file.packed.length;
  }
  return null;
}

function readFile(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  title: Uint8Array,
): Result<ZipFile, ArchiveRefused> {
  const name = nameOf(title);
  const header = view.getUint32(at + 42, true);
  if (header + headerLength > at) return damaged(name);
  const start =
    header +
    headerLength +
    view.getUint16(header + 26, true) +
    view.getUint16(header + 28, true);
  const packedBytes = view.getUint32(at + 20, true);
  if (start + packedBytes > at || !agree(bytes, view, { at, header, title })) {
    return damaged(name);
  }
  return ok({
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    bytes: view.getUint32(at + 24, true),
    header,
    packed: bytes.subarray(start, start + packedBytes),
  });
}

/** Whether a file's own header says of it what the directory says. */
function agree(
  bytes: Uint8Array,
  view: DataView,
  { at, header, title }: { at: number; header: number; title: Uint8Array },
): boolean {
  if (view.getUint32(header, true) !== signatures.header) return false;
  const flags = view.getUint16(at + 8, true);
  if (flags & encrypted || view.getUint16(header + 6, true) !== flags) return false;
  if (view.getUint16(header + 8, true) !== view.getUint16(at + 10, true)) return false;
  const own = bytes.subarray(
    header + headerLength,
    header + headerLength + title.length,
  );
  if (view.getUint16(header + 26, true) !== title.length) return false;
  if (!equalBytes(own, title)) return false;
  // Written as a stream, a file has checksum and sizes behind it, and zeros here.
  const isStream = (flags & streamed) !== 0;
  return (
    isStream || [0, 4, 8].every((i) => sameUint32(view, header + 14 + i, at + 16 + i))
  );
}

/** Bits of the flags: encrypted, and sizes behind the content instead of before it. */
const encrypted = 0x0001;
const streamed = 0x0008;

const sameUint32 = (view: DataView, a: number, b: number): boolean =>
  view.getUint32(a, true) === view.getUint32(b, true);

const plainName = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** No `..`, no root, no backslash, nothing that two systems write differently. */
function nameOf(title: Uint8Array): string | null {
  if (title.length > nameLimit) return null;
  const name = String.fromCharCode(...title);
  return plainName.test(name) ? name : null;
}

function sealOf(bytes: Uint8Array): Zip['seal'] {
  const at = bytes.length - 64;
  const prefix = bytes.subarray(Math.max(0, at - sealPrefix.length), Math.max(0, at));
  if (!equalBytes(prefix, utf8Bytes(sealPrefix))) return null;
  const said = String.fromCharCode(...bytes.subarray(at));
  return { said, over: bytes.subarray(0, at) };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** So many packed bytes at a time: they unpack to a megabyte at most. */
const stepBytes = 1_024;

/**
 * The content of one file, step by step. Never more than the directory announced, which
 * whoever asks has compared with a limit; what comes to something else is damaged.
 */
export function* unpack(file: ZipFile): Generator<Uint8Array, boolean> {
  let crc = 0;
  let bytes = 0;
  for (const chunk of chunksOf(file)) {
    if (chunk === null) return false;
    bytes += chunk.length;
    if (bytes > file.bytes) return false;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  return bytes === file.bytes && crc === file.crc;
}

/** Null: these bytes unpack to nothing. */
function* chunksOf({ method, packed }: ZipFile): Generator<Uint8Array | null> {
  if (method !== methods.stored && method !== methods.deflated) {
    yield null;
    return;
  }
  const ready: Uint8Array[] = [];
  const inflating = new Inflate((part) => void ready.push(part));
  for (let at = 0; at === 0 || at < packed.length; at += stepBytes) {
    const step = packed.subarray(at, at + stepBytes);
    if (method === methods.stored) {
      yield step;
      continue;
    }
    try {
      inflating.push(step, at + stepBytes >= packed.length);
    } catch {
      yield null;
      return;
    }
    for (const part of ready.splice(0)) yield part;
  }
}

/** SHA-256 of bytes of any length, step by step; yields how many are done. */
export function* hashInSteps(bytes: Uint8Array): Generator<number, Hex> {
  const hash = startSha256();
  for (let at = 0; at < bytes.length; at += hashStep) {
    hash.update(bytes.subarray(at, at + hashStep));
    yield at;
  }
  return toHex(hash.digest());
}

const hashStep = 262_144;
