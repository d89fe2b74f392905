import { fromHex } from '@manyhands/codec';
import { entryMessage, signatureOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';

/** So many at a time keep every core busy without piling up a million promises. */
const batch = 512;

/**
 * The fastest way to check every signature that we know of: each device's key is
 * imported once, a batch is under way at a time, and nothing else is done at all. It
 * neither hashes chains nor folds anything.
 */
export async function verifyAll(entries: readonly Entry[]): Promise<void> {
  const keys = new Map<string, CryptoKey>();
  for (const { log } of entries) {
    if (keys.has(log.device)) continue;
    const raw = fromHex(log.device) as Uint8Array<ArrayBuffer>;
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    keys.set(log.device, key);
  }
  for (let from = 0; from < entries.length; from += batch) {
    const verdicts = await Promise.all(
      entries.slice(from, from + batch).map((entry) => {
        const key = keys.get(entry.log.device);
        if (!key) throw new Error('Bug: a device without a key');
        return crypto.subtle.verify(
          'Ed25519',
          key,
          signatureOf(entry) as Uint8Array<ArrayBuffer>,
          entryMessage(entry.id) as Uint8Array<ArrayBuffer>,
        );
      }),
    );
    if (verdicts.includes(false)) throw new Error('a signature does not verify');
  }
}
