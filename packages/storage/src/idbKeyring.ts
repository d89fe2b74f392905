import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Result } from '@manyhands/base';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import type { StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { faultOf } from './faultOf.ts';
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
      await this.#putKeys([community, device], keys);
      const tried = await tryKeys(keys, await this.#keysOf([community, device]));
      if (!tried.ok) {
        if (!before) await this.#delete([community, device]);
        return tried;
      }
      // Last, so that a membership on the list always has keys that were tried.
      const transaction = this.#database.transaction(
        'memberships',
        'readwrite',
        strict,
      );
      const put = transaction.store.put(row, [community, device]);
      await Promise.all([put, transaction.done]);
      return ok(undefined);
    });
  }

  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>> {
    return guarded(async () => {
      await this.#delete([community, device]);
      return ok(undefined);
    });
  }

  probe(): Promise<Result<void, StoreFault>> {
    return guarded(async () => {
      const [signing, sealing] = [await createSigningKey(), await createSealingKey()];
      const keys = new Map<KeyUse, StoredKey>([
        ['signing', signing.stored],
        ['sealing', sealing.stored],
      ]);
      await this.#putKeys(['probe', 'probe'], keys);
      const tried = await tryKeys(keys, await this.#keysOf(['probe', 'probe']));
      await this.#delete(['probe', 'probe']);
      return tried;
    });
  }

  close(): void {
    this.#database.close();
  }

  async #putKeys([community, device]: Owner, keys: Keys): Promise<void> {
    const transaction = this.#database.transaction('keys', 'readwrite', strict);
    const puts = [...keys].map(([use, key]) =>
      transaction.store.put(key, [community, device, use]),
    );
    await Promise.all([...puts, transaction.done]);
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

  async #delete([community, device]: Owner): Promise<void> {
    const transaction = this.#database.transaction(
      ['memberships', 'keys'],
      'readwrite',
      strict,
    );
    const keys = transaction.objectStore('keys');
    await Promise.all([
      ...keyUses.map((use) => keys.delete([community, device, use])),
      ...(community === 'probe' || device === 'probe'
        ? []
        : [transaction.objectStore('memberships').delete([community, device])]),
      transaction.done,
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
