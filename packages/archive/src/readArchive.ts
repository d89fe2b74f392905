import { err, ok } from '@manyhands/base';
import type { Progress, Result, Work } from '@manyhands/base';
import { concat, toHex } from '@manyhands/codec';
import { startSha256 } from '@manyhands/keys/hash';
import { pageLimit } from '@manyhands/replica';
import { inSlices } from './inSlices.ts';
import {
  manifestLimit,
  pagesLimit,
  pagesPerByte,
  unpackedLimit,
  workPerByte,
} from './limits.ts';
import { readManifest } from './manifest.ts';
import type { ListedFile, Manifest } from './manifest.ts';
import type { ArchiveRefused } from './refused.ts';
import { hashInSteps, readZip, unpack } from './zipReader.ts';
import type { ZipFile } from './zipReader.ts';

/** One file of entries, as the wire has them. */
export interface ArchivedPage {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** An archive whose every byte is as it was written. Nothing of its entries is believed. */
export interface Archive {
  readonly manifest: Manifest;
  readonly pages: readonly ArchivedPage[];
}

/**
 * Reads an archive, or says which file is not what was written (V4, V5). Total: whatever
 * the bytes, it answers, and unpacks nothing beyond the limits. What its entries come to
 * is for `fillReplica` to find out.
 */
export async function readArchive(
  bytes: Uint8Array,
  work: Work = {},
): Promise<Result<Archive, ArchiveRefused>> {
  const read = await inSlices(readingArchive(bytes), work);
  return read.ok ? read.value : read;
}

/** The same as a work that can be stopped at every yield. */
export function* readingArchive(
  bytes: Uint8Array,
): Generator<Progress, Result<Archive, ArchiveRefused>> {
  const zip = readZip(bytes);
  if (!zip.ok) return zip;
  const { files, seal } = zip.value;
  const byName = new Map(files.map((file) => [file.name, file]));
  const manifest = readListing(byName.get('manifest.json'));
  if (!manifest.ok) return manifest;
  const listed = manifest.value.files;
  const refused = judgeListing(listed, byName, bytes.length);
  if (refused !== null) return err(refused);
  const pages: ArchivedPage[] = [];
  const of = bytes.length * (seal ? 2 : 1);
  let done = 0;
  for (const each of listed) {
    const file = byName.get(each.name);
    if (!file) return err({ type: 'Missing', file: each.name });
    const kept = isPage(each) ? ([] as Uint8Array[]) : null;
    const steps = comparing(file, each, kept);
    for (;;) {
      const step = steps.next();
      if (step.done !== true) yield { done, of };
      else if (step.value) break;
      else return err({ type: 'Damaged', file: each.name });
    }
    if (kept) pages.push({ file: each.name, bytes: concat(...kept) });
    done += file.packed.length;
  }
  if (seal === null) return ok({ manifest: manifest.value, pages });
  const sealing = hashInSteps(seal.over);
  for (;;) {
    const step = sealing.next();
    if (step.done !== true) yield { done: Math.min(of, done + step.value), of };
    else if (step.value === seal.said) break;
    else return err({ type: 'Damaged', file: yield* touched(listed, byName, of) });
  }
  const foreign = foreignIn(files, listed);
  if (foreign !== null) return err({ type: 'Foreign', file: foreign });
  return ok({ manifest: manifest.value, pages });
}

/** The manifest, which must be there, small, and as its own checksum has it. */
function readListing(file: ZipFile | undefined): Result<Manifest, ArchiveRefused> {
  if (!file) return err({ type: 'NotAnArchive' });
  if (file.bytes > manifestLimit) return err({ type: 'TooLarge', limit: 'manifest' });
  const chunks: Uint8Array[] = [];
  const unpacking = unpack(file);
  for (;;) {
    const step = unpacking.next();
    if (step.done !== true) chunks.push(step.value);
    else if (step.value) break;
    else return err({ type: 'Damaged', file: 'manifest.json' });
  }
  const manifest = readManifest(concat(...chunks));
  if (manifest.ok) return manifest;
  const isNewer = manifest.error.type === 'Newer';
  return err(isNewer ? { type: 'Newer' } : { type: 'Damaged', file: 'manifest.json' });
}

/** What can be refused before anything is unpacked; `size`: of the whole archive. */
function judgeListing(
  listed: readonly ListedFile[],
  byName: ReadonlyMap<string | null, ZipFile>,
  size: number,
): ArchiveRefused | null {
  let pageBytes = 0;
  let work = 0;
  for (const each of listed) {
    const { name, bytes } = each;
    const file = byName.get(name);
    if (!file) return { type: 'Missing', file: name };
    if (isPage(each) && bytes > pageLimit) return { type: 'TooLarge', limit: 'pages' };
    if (bytes > unpackedLimit) return { type: 'TooLarge', limit: 'unpacked' };
    if (file.bytes !== bytes) return { type: 'Damaged', file: name };
    if (isPage(each)) pageBytes += bytes;
    work += bytes;
  }
  if (pageBytes > pagesLimit) return { type: 'TooLarge', limit: 'pages' };
  const isWork = work > workPerByte * size || pageBytes > pagesPerByte * size;
  return isWork ? { type: 'TooLarge', limit: 'work' } : null;
}

/** Unpacks a file; true if it is the one listed. Its chunks are put into `kept`. */
function* comparing(
  file: ZipFile,
  listed: ListedFile,
  kept: Uint8Array[] | null,
): Generator<void, boolean> {
  const hash = startSha256();
  const unpacking = unpack(file);
  for (;;) {
    const step = unpacking.next();
    if (step.done === true) return step.value && toHex(hash.digest()) === listed.sha256;
    hash.update(step.value);
    kept?.push(step.value);
    yield;
  }
}

/** The file whose deflated bytes are others that unpack to the same; null if none is. */
function* touched(
  listed: readonly ListedFile[],
  byName: ReadonlyMap<string | null, ZipFile>,
  of: number,
): Generator<Progress, string | null> {
  for (const { name, deflated } of listed) {
    const file = byName.get(name);
    if (!file || deflated === null) continue;
    const hashing = hashInSteps(file.packed);
    for (;;) {
      const step = hashing.next();
      if (step.done !== true) yield { done: of, of };
      else if (step.value === deflated) break;
      else return name;
    }
  }
  return null;
}

/** A sealed archive holds what it lists, and no more. */
function foreignIn(
  files: readonly ZipFile[],
  listed: readonly ListedFile[],
): string | null {
  const known = new Set<string | null>(listed.map(({ name }) => name));
  const foreign = files.find(
    ({ name }) => !known.has(name) && name !== 'manifest.json',
  );
  return foreign ? (foreign.name ?? '?') : null;
}

const isPage = ({ name }: ListedFile): boolean => /^entries\/\d+\.mhpage$/.test(name);
