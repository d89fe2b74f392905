import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { openIdbStore } from '@manyhands/storage';
import type { Keyring } from '@manyhands/storage';
import type { OpenRefused } from '../phone/openRefused.ts';
import { takeSharedFile } from './sharedFile.ts';

/** Takes everything a keyring leads to off this phone, whether its vault is open or not. */
export async function forgetEverything(
  keyring: Keyring,
): Promise<Result<void, OpenRefused>> {
  const [whole, keyless] = [await keyring.list(), await keyring.keyless()];
  if (!whole.ok) return whole;
  if (!keyless.ok) return keyless;
  for (const row of [...whole.value, ...keyless.value]) {
    const store = await openIdbStore(row);
    if (store.ok) await store.value.destroy();
    const removed = await keyring.remove(row.community, row.device);
    if (!removed.ok) return removed;
  }
  await takeSharedFile();
  return ok(undefined);
}
