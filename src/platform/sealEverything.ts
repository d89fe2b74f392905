import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { openIdbStore } from '@manyhands/storage';
import type { Keyring, Vault } from '@manyhands/storage';
import type { Notes } from '@manyhands/replica';
import type { OpenRefused } from '../phone/openRefused.ts';
import {
  keepSecret,
  keepSecretsBefore,
  readSecret,
  readSecretsBefore,
} from './placeNotes.ts';

async function sealBefore(notes: Notes, vault: Vault): Promise<void> {
  const bare = await readSecretsBefore(notes, null, null);
  if (bare.before.length > 0) await keepSecretsBefore(notes, bare, vault);
}

/**
 * Puts into somebody's vault what was kept before there was one: the secret of each of
 * their communities, and keys that are bytes. Answers the names of those whose keys are
 * the engine's own: these cannot be wrapped.
 */
export async function sealEverything(
  keyring: Keyring,
  vault: Vault,
): Promise<Result<readonly string[], OpenRefused>> {
  const rows = await keyring.list();
  if (!rows.ok) return rows;
  for (const row of rows.value) {
    const store = await openIdbStore(row);
    if (!store.ok) return store;
    const secret = await readSecret(store.value.notes, vault);
    const kept = secret ? await keepSecret(store.value.notes, secret, vault) : ok(null);
    await sealBefore(store.value.notes, vault);
    await store.value.close();
    const saved = kept.ok ? await keyring.save(row) : kept;
    if (!saved.ok) return saved;
  }
  const beyond = rows.value.filter(({ signing, sealing, identity }) =>
    [signing, sealing, identity].some((key) => key?.secret instanceof CryptoKey),
  );
  return ok(beyond.map(({ name }) => name));
}
