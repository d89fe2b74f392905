/**
 * Hashing without an engine: pure, synchronous, the same bytes everywhere. This is
 * the one part of the package that the ledger may import; nothing here knows a
 * clock, chance or Web Crypto. SHA-256 of 200,000 ids of 104 bytes takes about a
 * quarter of a second; Web Crypto would take longer, a promise each.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { assert } from '@manyhands/base';
import { concat, utf8Bytes } from '@manyhands/codec';

const unused = nobleSha256.create();
/** One for all: what a hasher is made of costs as much as hashing an id. */
const hasher = nobleSha256.create();

/** SHA-256 over the parts, one after another. The caller's tag or widths keep them apart. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  unused._cloneInto(hasher);
  for (const part of parts) hasher.update(part);
  return hasher.digest();
}

const tags = new Map<string, Uint8Array>();

/**
 * The ASCII bytes of `manyhands/v1/<name>` and one zero (formats §1), which begin
 * whatever is hashed or signed, so that a signature for one purpose is no signature
 * for another. Shared: not to be written into.
 */
export function tag(name: string): Uint8Array {
  const known = tags.get(name);
  if (known) return known;
  assert(/^[a-z-]+$/.test(name), `${name} is no name of a tag`);
  const bytes = utf8Bytes(`manyhands/v1/${name}\0`);
  tags.set(name, bytes);
  return bytes;
}

/** SHA-256 over a tag and the parts: how communities, logs and notes. */
export const taggedHash = (name: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  sha256(tag(name), ...parts);

const salt = utf8Bytes('manyhands/v1');

/**
 * `length` bytes that only who holds `secret` can know, one set for each `info` and
 * `context`: HKDF-SHA-256 (RFC 5869), salt `manyhands/v1`, info ‖ context.
 */
export function deriveKey(
  secret: Uint8Array,
  info: string,
  length: number,
  context: Uint8Array = new Uint8Array(),
): Uint8Array {
  return hkdf(nobleSha256, secret, salt, concat(utf8Bytes(info), context), length);
}

/** SHA-256 over parts that come one after another. */
export interface Sha256 {
  update(part: Uint8Array): void;
  /** Once, when all has come. */
  digest(): Uint8Array;
}

/** For what is too long to be hashed without a pause, or does not come whole. */
export function startSha256(): Sha256 {
  const begun = nobleSha256.create();
  return {
    update: (part) => void begun.update(part),
    digest: () => begun.digest(),
  };
}
