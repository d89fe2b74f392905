import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import {
  createSealingKey,
  createSigningKey,
  openSealingKey,
  openSigningKey,
} from '@manyhands/keys';
import type { KeyForm, StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import type { KeyUse } from './keyring.ts';

/** A key for each use, made only to be written and tried. */
export async function keysToTry(form: KeyForm): Promise<Map<KeyUse, StoredKey>> {
  const signing = await createSigningKey(form);
  const sealing = await createSealingKey(form);
  return new Map([
    ['signing', signing.stored],
    ['sealing', sealing.stored],
  ]);
}

/**
 * Whether the keys read back from a disk are those that were written, and still sign
 * and agree: some browsers take a key and give back null, or a key that does nothing.
 */
export async function tryKeys(
  written: ReadonlyMap<KeyUse, StoredKey>,
  read: ReadonlyMap<KeyUse, StoredKey>,
): Promise<Result<void, StoreFault>> {
  for (const [use, key] of written) {
    const back = read.get(use);
    if (!back || !equalBytes(back.publicKey, key.publicKey)) {
      return refuse(`${use} key did not come back`);
    }
    const opened =
      use === 'sealing' ? await openSealingKey(back) : await openSigningKey(back);
    if (!opened.ok) return refuse(`${use} key: ${opened.error.why}`);
  }
  return ok(undefined);
}

const refuse = (why: string): Result<never, StoreFault> =>
  err({ type: 'StoreRefused', why });
