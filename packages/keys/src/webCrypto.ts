/**
 * The one file over Web Crypto's random bytes, AES-GCM and PBKDF2, which are wherever a
 * service worker is. Everything above it speaks in bytes.
 */
import { assert } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';

// Web Crypto's types exclude shared memory. Nothing in this project is shared memory.
const given = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

const { subtle } = crypto;

/** `count` bytes nobody can guess. At most 65,536, as the engine has it. */
export const randomBytes = (count: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(count));

/** SHA-256 by the engine, on another thread: for megabytes. For ids `sha256` is quicker. */
export const digestOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', given(bytes)));

/** PBKDF2-HMAC-SHA-256 (RFC 8018 §5.2): 32 bytes out of what somebody can remember. */
export async function stretch(
  secret: string,
  salt: Uint8Array,
  rounds: number,
): Promise<Uint8Array> {
  const typed = given(utf8Bytes(secret.normalize('NFKC')));
  const key = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const algorithm = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: given(salt),
    iterations: rounds,
  };
  return new Uint8Array(await subtle.deriveBits(algorithm, key, 256));
}

const aesKey = (key: Uint8Array, usage: 'encrypt' | 'decrypt') =>
  subtle.importKey('raw', given(key), 'AES-GCM', false, [usage]);

/** AES-256-GCM: the ciphertext and its 16-byte tag. */
export async function sealAes(
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> {
  assert(key.length === 32 && nonce.length === 12, 'AES-256-GCM takes 32 and 12 bytes');
  const algorithm = { name: 'AES-GCM', iv: given(nonce) };
  const aes = await aesKey(key, 'encrypt');
  return new Uint8Array(await subtle.encrypt(algorithm, aes, given(plain)));
}

/** What `sealAes` sealed, or `null` when a bit of it, the nonce or the key is another. */
export async function openAes(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  assert(key.length === 32 && nonce.length === 12, 'AES-256-GCM takes 32 and 12 bytes');
  const algorithm = { name: 'AES-GCM', iv: given(nonce) };
  const aes = await aesKey(key, 'decrypt');
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, aes, given(sealed)));
  } catch {
    return null;
  }
}
