import { err, ok } from '@manyhands/base';
import type { CommunityId, Hex, Result } from '@manyhands/base';
import {
  fromBase64Url,
  malformed,
  toBase64Url,
  fromHex,
  toHex,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { fileLimit, manifestLimit } from './limits.ts';

/** One file of an archive, as the manifest lists it. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Hex;
  /**
   * SHA-256 of what lies in the ZIP, where that is another thing. Deflated bytes can
   * differ and unpack to the same, so that only this tells which file was touched.
   */
  readonly deflated: Hex | null;
}

/** What an archive says of itself (V2). */
export interface Manifest {
  /** The version of the app that wrote it: for people. */
  readonly app: string;
  readonly community: CommunityId;
  readonly name: string;
  readonly members: number;
  /** Help that both sides have signed and nobody has put right since, and its minutes. */
  readonly exchanges: number;
  readonly minutes: number;
  /** Entries on its pages. */
  readonly entries: number;
  /** The newest entry's time by its writer's clock, as minutes since 1970: for people. */
  readonly newest: number;
  readonly stateHash: Hex;
  readonly boardHash: Hex;
  /** SHA-256 of the vector: every log, its length and its last id (formats §7). */
  readonly vectorHash: Hex;
  readonly files: readonly ListedFile[];
}

const format = 'manyhands archive';
const version = 1;

/** JSON, indented, so that it can be read; one spelling for one manifest. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const written = {
    format,
    version,
    app: manifest.app,
    community: toBase64Url(fromHex(manifest.community)),
    name: manifest.name,
    members: manifest.members,
    exchanges: manifest.exchanges,
    minutes: manifest.minutes,
    entries: manifest.entries,
    newest: manifest.newest,
    stateHash: manifest.stateHash,
    boardHash: manifest.boardHash,
    vectorHash: manifest.vectorHash,
    files: manifest.files.map(({ name, bytes, sha256, deflated }) => ({
      name,
      bytes,
      sha256,
      deflated,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(written, null, 2)}\n`);
}

export type ManifestRefused = Malformed | { readonly type: 'Newer' };

/** Never throws. What is read leads back to the same bytes. */
export function readManifest(bytes: Uint8Array): Result<Manifest, ManifestRefused> {
  if (bytes.length > manifestLimit) return err(malformed('too long'));
  const value = parse(bytes);
  if (!isObject(value) || value['format'] !== format) {
    return err(malformed('not a manifest'));
  }
  if (isCount(value['version']) && value['version'] > version) {
    return err({ type: 'Newer' });
  }
  const manifest = manifestOf(value);
  if (manifest === null) return err(malformed('a field is not what it should be'));
  const again = encodeManifest(manifest);
  const isSame = again.length === bytes.length && again.every((b, i) => b === bytes[i]);
  return isSame ? ok(manifest) : err(malformed('another spelling'));
}

function manifestOf(value: Fields): Manifest | null {
  const { app, name, members, exchanges, minutes, entries, newest } = value;
  const { stateHash, boardHash, vectorHash } = value;
  const community = communityOf(value['community']);
  const files = filesOf(value['files']);
  if (community === null || files === null) return null;
  if (!isText(app, 40) || !isText(name, 200)) return null;
  if (!isCount(members) || !isCount(exchanges) || !isCount(minutes)) return null;
  if (!isCount(entries) || !isCount(newest)) return null;
  if (!isHash(stateHash) || !isHash(boardHash) || !isHash(vectorHash)) return null;
  return {
    app,
    community,
    name,
    members,
    exchanges,
    minutes,
    entries,
    newest,
    stateHash,
    boardHash,
    vectorHash,
    files,
  };
}

function filesOf(value: unknown): ListedFile[] | null {
  if (!Array.isArray(value) || value.length > fileLimit) return null;
  const files: ListedFile[] = [];
  for (const file of value as unknown[]) {
    if (!isObject(file)) return null;
    const { name, bytes, sha256, deflated } = file;
    if (!isText(name, 100) || !isCount(bytes) || !isHash(sha256)) return null;
    if (deflated !== null && !isHash(deflated)) return null;
    files.push({ name, bytes, sha256, deflated });
  }
  return new Set(files.map(({ name }) => name)).size === files.length ? files : null;
}

function communityOf(value: unknown): CommunityId | null {
  const bytes = isText(value, 64) ? fromBase64Url(value) : null;
  return bytes?.ok === true && bytes.value.length === 32
    ? (toHex(bytes.value) as CommunityId)
    : null;
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
    return JSON.parse(text) as unknown;
  } catch {
    return null; // what is no JSON says nothing
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length;
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): value is Hex =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
