import { ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Result } from '@manyhands/base';
import type { KeyForm, StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import type { DBSchema, IDBPDatabase } from 'idb';
import { Connection } from './connection.ts';
import { finishTransaction } from './finishTransaction.ts';
import { fromRows, keyUses, lastUsedFirst, toRows } from './keyring.ts';
import type {
  KeyUse,
  Keyring,
  LastUse,
  StoredMembership,
  MembershipRow,
} from './keyring.ts';
import type { Vault } from './vault.ts';

/** Who is only asked which communities are here needs no curves. */
const trial = () => import('./tryKeys.ts');

interface KeyringSchema extends DBSchema {
  memberships: { key: [CommunityId, DeviceKey]; value: MembershipRow };
  keys: { key: [CommunityId | 'probe', DeviceKey | 'probe', KeyUse]; value: KeyRow };
}
/** A key as it lies on the disk; a secret that is bytes lies sealed where there is a vault. */
interface KeyRow extends StoredKey {
  readonly isSealed?: true;
}
type Database = IDBPDatabase<KeyringSchema>;
type Owner = readonly [CommunityId | 'probe', DeviceKey | 'probe'];
type Keys = ReadonlyMap<KeyUse, StoredKey>;

/**
 * Opens a keyring of this phone in IndexedDB, one row for each key. With a vault, secrets
 * that are bytes are sealed in it; rows of the time before are read as they are.
 */
export async function openKeyring(
  name = 'manyhands/keyring',
  vault: Vault | null = null,
): Promise<Result<Keyring, StoreFault>> {
  const connection = new Connection<KeyringSchema>(name, (fresh) => {
    fresh.createObjectStore('memberships');
    fresh.createObjectStore('keys');
  });
  const opened = await connection.use(() => Promise.resolve());
  return opened.ok ? ok(new IdbKeyring(connection, vault)) : opened;
}

class IdbKeyring implements Keyring {
  readonly #connection: Connection<KeyringSchema>;
  readonly #vault: Vault | null;

  constructor(connection: Connection<KeyringSchema>, vault: Vault | null) {
    this.#connection = connection;
    this.#vault = vault;
  }

  async list(): Promise<Result<StoredMembership[], StoreFault>> {
    const rows = await this.#rows();
    if (!rows.ok) return rows;
    const whole = rows.value.map(({ row, keys }) => fromRows(row, keys));
    return ok(whole.filter((each) => each !== null).sort(lastUsedFirst));
  }

  async keyless(): Promise<Result<MembershipRow[], StoreFault>> {
    const rows = await this.#rows();
    if (!rows.ok) return rows;
    const bare = rows.value.filter(({ row, keys }) => fromRows(row, keys) === null);
    return ok(bare.map(({ row }) => row));
  }

  async save(membership: StoredMembership): Promise<Result<void, StoreFault>> {
    const { community, device } = membership;
    const owner = [community, device] as const;
    const { row, keys } = toRows(membership);
    const before = await this.#connection.use((database) =>
      database.get('memberships', [...owner]),
    );
    if (!before.ok) return before;
    const kept = await this.#keep(owner, keys);
    if (!kept.ok) {
      if (!before.value) await this.#delete(owner);
      return kept;
    }
    // Last, so that a membership on the list always has keys that were tried.
    return this.#connection.use((database) => {
      const transaction = everything(database);
      const gone = keyUses.filter((use) => !keys.has(use));
      return finishTransaction(transaction, [
        () => transaction.objectStore('memberships').put(row, [...owner]),
        ...gone.map(
          (use) => () => transaction.objectStore('keys').delete([...owner, use]),
        ),
      ]);
    });
  }

  noteUse(
    community: CommunityId,
    device: DeviceKey,
    use: LastUse,
  ): Promise<Result<void, StoreFault>> {
    return this.#connection.use(async (database) => {
      const { store, done } = database.transaction('memberships', 'readwrite');
      const row = await store.get([community, device]);
      if (row) await store.put({ ...row, ...use }, [community, device]);
      await done;
    });
  }

  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>> {
    return this.#delete([community, device]);
  }

  async probe(): Promise<Result<KeyForm, StoreFault>> {
    const engine = await this.#tryForm('engine');
    if (engine.ok) return ok('engine');
    const bytes = await this.#tryForm('bytes');
    return bytes.ok ? ok('bytes') : bytes;
  }

  async #tryForm(form: KeyForm): Promise<Result<void, StoreFault>> {
    const { keysToTry } = await trial();
    const kept = await this.#keep(['probe', 'probe'], await keysToTry(form));
    const gone = await this.#delete(['probe', 'probe']);
    return kept.ok ? gone : kept;
  }

  close(): void {
    void this.#connection.close();
  }

  /** Writes keys, each in a transaction of its own, and tries what comes back. */
  async #keep(owner: Owner, keys: Keys): Promise<Result<void, StoreFault>> {
    const read = await this.#connection.use(async (database) => {
      for (const [use, key] of keys) {
        const row = await this.#sealed(key);
        const transaction = database.transaction('keys', 'readwrite', strict);
        await finishTransaction(transaction, [
          () => transaction.store.put(row, [...owner, use]),
        ]);
      }
      return this.#keysOf(database, owner);
    });
    if (!read.ok) return read;
    const { tryKeys } = await trial();
    return tryKeys(keys, read.value);
  }

  /** Every membership with the keys that came back for it. */
  #rows(): Promise<Result<{ row: MembershipRow; keys: Keys }[], StoreFault>> {
    return this.#connection.use(async (database) => {
      const rows = await database.getAll('memberships');
      return Promise.all(
        rows.map(async (row) => ({
          row,
          keys: await this.#keysOf(database, [row.community, row.device]),
        })),
      );
    });
  }

  async #sealed(key: StoredKey): Promise<KeyRow> {
    if (!this.#vault || !(key.secret instanceof Uint8Array)) return key;
    return { ...key, secret: await this.#vault.seal(key.secret), isSealed: true };
  }

  async #opened({ publicKey, secret, isSealed }: KeyRow): Promise<StoredKey | null> {
    if (!isSealed || !(secret instanceof Uint8Array)) return { publicKey, secret };
    const opened = (await this.#vault?.open(secret)) ?? null;
    return opened && { publicKey, secret: opened };
  }

  async #keysOf(database: Database, owner: Owner): Promise<Keys> {
    const keys = new Map<KeyUse, StoredKey>();
    for (const use of keyUses) {
      // Safari 27 gives null for a row with a key it cannot read back.
      const row = (await database.get('keys', [...owner, use])) ?? null;
      const key = row && (await this.#opened(row));
      if (key) keys.set(use, key);
    }
    return keys;
  }

  #delete([community, device]: Owner): Promise<Result<void, StoreFault>> {
    return this.#connection.use((database) => {
      const transaction = everything(database);
      const keys = transaction.objectStore('keys');
      return finishTransaction(transaction, [
        ...keyUses.map((use) => () => keys.delete([community, device, use])),
        ...(community === 'probe' || device === 'probe'
          ? []
          : [() => transaction.objectStore('memberships').delete([community, device])]),
      ]);
    });
  }
}

const strict = { durability: 'strict' } as const;

const everything = (database: Database) =>
  database.transaction(['memberships', 'keys'], 'readwrite', strict);
