import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { openAes, randomBytes, sealAes } from './webCrypto.ts';

const nonceLength = 12;

/**
 * `plain` for whoever holds `key` (32 bytes): a random nonce, then AES-256-GCM. One key
 * is good for 2^32 messages, which no community writes.
 */
export async function encrypt(key: Uint8Array, plain: Uint8Array): Promise<Uint8Array> {
  const nonce = randomBytes(nonceLength);
  return concat(nonce, await sealAes(key, nonce, plain));
}

/** What `encrypt` was given; `Malformed` for another key or a changed bit. */
export async function decrypt(
  key: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Uint8Array, Malformed>> {
  const nonce = sealed.subarray(0, nonceLength);
  if (nonce.length < nonceLength) return err(malformed('too short to be sealed'));
  const plain = await openAes(key, nonce, sealed.subarray(nonceLength));
  return plain ? ok(plain) : err(malformed('sealed under another key, or changed'));
}
