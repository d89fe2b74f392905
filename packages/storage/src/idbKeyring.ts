import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Result } from '@manyhands/base';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import type { KeyPlace, StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { faultOf } from './faultOf.ts';
import { finish } from './finish.ts';
import { fromRows, keyUses, lastUsedFirst, toRows } from './keyring.ts';
import type { KeyUse, Keyring, Membership, MembershipRow } from './keyring.ts';
import { tryKeys } from './tryKeys.ts';

interface KeyringSchema extends DBSchema {
  memberships: { key: [CommunityId, DeviceKey]; value: MembershipRow };
  keys: { key: [CommunityId | 'probe', DeviceKey | 'probe', KeyUse]; value: StoredKey };
}
type Database = IDBPDatabase<KeyringSchema>;
type Owner = readonly [CommunityId | 'probe', DeviceKey | 'probe'];
type Keys = ReadonlyMap<KeyUse, StoredKey>;

/** Opens this phone's keyring in IndexedDB, one row for each key. */
export async function openKeyring(
  name = 'manyhands/keyring',
): Promise<Result<Keyring, StoreFault>> {
  try {
    const database = await openDB<KeyringSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('memberships');
        fresh.createObjectStore('keys');
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return ok(new IdbKeyring(database));
  } catch (cause) {
    return err(faultOf(cause));
  }
}

class IdbKeyring implements Keyring {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): Promise<Result<Membership[], StoreFault>> {
    return guarded(async () => {
      const rows = await this.#database.getAll('memberships');
      const memberships: Membership[] = [];
      for (const row of rows) {
        const membership = fromRows(
          row,
          await this.#keysOf([row.community, row.device]),
        );
        if (membership) memberships.push(membership);
      }
      return ok(memberships.sort(lastUsedFirst));
    });
  }

  save(membership: Membership): Promise<Result<void, StoreFault>> {
    const { community, device } = membership;
    const { row, keys } = toRows(membership);
    return guarded(async () => {
      const before = await this.#database.get('memberships', [community, device]);
      const kept = await guarded(() => this.#keep([community, device], keys));
      if (!kept.ok) {
        if (!before) await this.#delete([community, device]);
        return kept;
      }
      // Last, so that a membership on the list always has keys that were tried.
      const transaction = this.#everything();
      const gone = keyUses.filter((use) => !keys.has(use));
      await finish(transaction, [
        transaction.objectStore('memberships').put(row, [community, device]),
        ...gone.map((use) =>
          transaction.objectStore('keys').delete([community, device, use]),
        ),
      ]);
      return ok(undefined);
    });
  }

  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>> {
    return guarded(async () => {
      await this.#delete([community, device]);
      return ok(undefined);
    });
  }

  async probe(): Promise<Result<KeyPlace, StoreFault>> {
    const engine = await this.#tryPlace('engine');
    if (engine.ok) return ok('engine');
    const bytes = await this.#tryPlace('bytes');
    return bytes.ok ? ok('bytes') : bytes;
  }

  #tryPlace(place: KeyPlace): Promise<Result<void, StoreFault>> {
    return guarded(async () => {
      const signing = await createSigningKey(place);
      const sealing = await createSealingKey(place);
      const keys = new Map<KeyUse, StoredKey>([
        ['signing', signing.stored],
        ['sealing', sealing.stored],
      ]);
      const kept = await guarded(() => this.#keep(['probe', 'probe'], keys));
      await this.#delete(['probe', 'probe']);
      return kept;
    });
  }

  close(): void {
    this.#database.close();
  }

  /** Writes keys, each in a transaction of its own, and tries what comes back. */
  async #keep(
    [community, device]: Owner,
    keys: Keys,
  ): Promise<Result<void, StoreFault>> {
    for (const [use, key] of keys) {
      const transaction = this.#database.transaction('keys', 'readwrite', strict);
      await finish(transaction, [transaction.store.put(key, [community, device, use])]);
    }
    return tryKeys(keys, await this.#keysOf([community, device]));
  }

  async #keysOf([community, device]: Owner): Promise<Keys> {
    const keys = new Map<KeyUse, StoredKey>();
    for (const use of keyUses) {
      // Safari 27 gives null for a row with a key it cannot read back.
      const key = (await this.#database.get('keys', [community, device, use])) ?? null;
      if (key) keys.set(use, key);
    }
    return keys;
  }

  #everything() {
    return this.#database.transaction(['memberships', 'keys'], 'readwrite', strict);
  }

  async #delete([community, device]: Owner): Promise<void> {
    const transaction = this.#everything();
    const keys = transaction.objectStore('keys');
    await finish(transaction, [
      ...keyUses.map((use) => keys.delete([community, device, use])),
      ...(community === 'probe' || device === 'probe'
        ? []
        : [transaction.objectStore('memberships').delete([community, device])]),
    ]);
  }
}

const strict = { durability: 'strict' } as const;

async function guarded<T>(
  work: () => Promise<Result<T, StoreFault>>,
): Promise<Result<T, StoreFault>> {
  try {
    return await work();
  } catch (cause) {
    return err(faultOf(cause));
  }
}
