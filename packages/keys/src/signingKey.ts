import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { ed25519FromSeed, ed25519Signer, generateEd25519 } from './engine.ts';
import { tag } from './hash.ts';
import type { KeyForm, KeyUnusable, SigningKey, StoredKey } from './types.ts';
import { verify } from './verify.ts';
import { randomBytes } from './webCrypto.ts';

/** A new Ed25519 key nobody else has: a member's, a device's or an invite's. */
export const createSigningKey = async (form: KeyForm = 'engine'): Promise<SigningKey> =>
  signingKey(await generateEd25519(form));

/**
 * The key of a 32-byte seed, the same each time (recovery words, an invite's seed).
 * Who makes the seed wipes it; the key itself cannot be read back.
 */
export const signingKeyFromSeed = async (seed: Uint8Array): Promise<SigningKey> =>
  signingKey(await ed25519FromSeed(seed));

async function signingKey(stored: StoredKey): Promise<SigningKey> {
  const sign = await ed25519Signer(stored.secret);
  return { publicKey: stored.publicKey, sign, stored };
}

/**
 * The key that a store kept, once it has signed and the signature verified: some
 * browsers hand back a row that looks like a key and is none. Refuses `KeyUnusable`,
 * whatever the row turns out to be. What it signs is tagged `probe` and means nothing.
 */
export async function openSigningKey(
  stored: StoredKey,
): Promise<Result<SigningKey, KeyUnusable>> {
  try {
    const key = await signingKey(stored);
    const message = concat(tag('probe'), randomBytes(32));
    const signature = await key.sign(message);
    if (await verify(signature, message, key.publicKey)) return ok(key);
    return err({ type: 'KeyUnusable', why: 'its signature does not verify' });
  } catch (cause) {
    return err({ type: 'KeyUnusable', why: String(cause) });
  }
}
