import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { equalBytes, malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { generateX25519, x25519Agreement } from './engine.ts';
import type { KeyForm, KeyUnusable, SealingKey, StoredKey } from './types.ts';

/** A new X25519 key: a device's box, or the passing key of one sealed message. */
export const createSealingKey = async (form: KeyForm = 'engine'): Promise<SealingKey> =>
  sealingKey(await generateX25519(form));

async function sealingKey(stored: StoredKey): Promise<SealingKey> {
  const agreed = await x25519Agreement(stored.secret);
  return {
    publicKey: stored.publicKey,
    stored,
    async agree(theirs): Promise<Result<Uint8Array, Malformed>> {
      try {
        const shared = await agreed(theirs);
        // RFC 7748 §6.1: zeros mean a point of small order. Not every engine throws.
        if (shared.some((byte) => byte !== 0)) return ok(shared);
        return err(malformed('an X25519 key of small order'));
      } catch {
        return err(malformed('no X25519 key, or one of small order'));
      }
    },
  };
}

/**
 * The key that a store kept, once it has agreed with a fresh one. Refuses
 * `KeyUnusable`, whatever the row turns out to be.
 */
export async function openSealingKey(
  stored: StoredKey,
): Promise<Result<SealingKey, KeyUnusable>> {
  try {
    const key = await sealingKey(stored);
    const fresh = await createSealingKey();
    const mine = await key.agree(fresh.publicKey);
    const theirs = await fresh.agree(key.publicKey);
    if (mine.ok && theirs.ok && equalBytes(mine.value, theirs.value)) return ok(key);
    return err({ type: 'KeyUnusable', why: 'it does not agree with a fresh key' });
  } catch (cause) {
    return err({ type: 'KeyUnusable', why: String(cause) });
  }
}
