import { toHex } from '@manyhands/codec';
import { sha256, startSha256 } from '@manyhands/keys/hash';
import type { Hex } from '@manyhands/base';
import { Deflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { methods } from './zipFormat.ts';
import type { Method } from './zipFormat.ts';

/** One file, ready for the archive, and what is said of it. */
export interface PackedFile {
  readonly method: Method;
  readonly parts: readonly Uint8Array[];
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  readonly sha256: Hex;
  /** SHA-256 of the bytes as they lie in the archive; null where they are the content. */
  readonly deflated: Hex | null;
}

/** As it is: pages are signatures and hashes, and do not get smaller. */
export const store = (bytes: Uint8Array): PackedFile => ({
  method: methods.stored,
  parts: [bytes],
  packedBytes: bytes.length,
  bytes: bytes.length,
  crc: crc32(bytes),
  sha256: toHex(sha256(bytes)),
  deflated: null,
});

/** Smaller, chunk by chunk; yields after each. */
export function* deflate(chunks: Iterable<Uint8Array>): Generator<void, PackedFile> {
  const hash = startSha256();
  const parts: Uint8Array[] = [];
  const deflatedHash = startSha256();
  const deflating = new Deflate((part) => {
    if (part.length === 0) return;
    parts.push(part);
    deflatedHash.update(part);
  });
  let crc = 0;
  let bytes = 0;
  for (const chunk of chunks) {
    crc = crc32(chunk, crc);
    hash.update(chunk);
    bytes += chunk.length;
    deflating.push(chunk);
    yield;
  }
  deflating.push(new Uint8Array(), true);
  const packedBytes = parts.reduce((sum, part) => sum + part.length, 0);
  return {
    method: methods.deflated,
    parts,
    packedBytes,
    bytes,
    crc,
    sha256: toHex(hash.digest()),
    deflated: toHex(deflatedHash.digest()),
  };
}
