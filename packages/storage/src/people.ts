import type { Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';
import type { DBSchema } from 'idb';
import { Connection } from './connection.ts';
import { finishTransaction } from './finishTransaction.ts';

/** How the key of somebody's vault is wrapped on the disk. */
export type VaultLock =
  | { readonly type: 'none' }
  /** By PBKDF2 of what is typed, with this salt and so many rounds. */
  | { readonly type: 'pin'; readonly salt: Uint8Array; readonly rounds: number }
  /** By what a passkey answers when it is asked with this salt (WebAuthn PRF). */
  | {
      readonly type: 'passkey';
      readonly salt: Uint8Array;
      readonly credential: Uint8Array;
    };

/** One person who uses this phone. */
export interface PersonRow {
  /** Names their keyring; the first person's is empty. */
  readonly id: string;
  /** As they last called themself in a community; empty before they have. */
  readonly name: string;
  /** What their mark is drawn from; null before they belong to anything. */
  readonly seed: Uint8Array | null;
  readonly lock: VaultLock;
  /** The 32 bytes of their vault's key: as they are without a lock, else wrapped. */
  readonly vault: Uint8Array;
  /** Wrong PINs since the last right one, and when the next may be tried (ms since 1970). */
  readonly misses: number;
  readonly nextTryAt: number;
  readonly addedAt: number;
}

/** Keeps who uses this phone. */
export interface People {
  /** The first one first. */
  list(): Promise<Result<PersonRow[], StoreFault>>;
  /** Durable when it answers: a miss that was not kept would be a free guess. */
  put(person: PersonRow): Promise<Result<void, StoreFault>>;
  remove(id: string): Promise<Result<void, StoreFault>>;
  close(): void;
}

interface PeopleSchema extends DBSchema {
  people: { key: string; value: PersonRow };
}

export async function openPeople(
  name = 'manyhands/people',
): Promise<Result<People, StoreFault>> {
  const connection = new Connection<PeopleSchema>(name, (fresh) => {
    fresh.createObjectStore('people');
  });
  const opened = await connection.use(() => Promise.resolve());
  if (!opened.ok) return opened;
  const write = (act: (store: Writable) => Promise<unknown>) =>
    connection.use((database) => {
      const transaction = database.transaction('people', 'readwrite', {
        durability: 'strict',
      });
      return finishTransaction(transaction, [() => act(transaction.store)]);
    });
  return {
    ok: true,
    value: {
      list: () =>
        connection.use(async (database) => {
          const rows = await database.getAll('people');
          return rows.sort((a, b) => a.addedAt - b.addedAt);
        }),
      put: (person) => write((store) => store.put(person, person.id)),
      remove: (id) => write((store) => store.delete(id)),
      close: () => void connection.close(),
    },
  };
}

interface Writable {
  put(row: PersonRow, id: string): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}
