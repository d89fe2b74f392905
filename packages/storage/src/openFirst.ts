import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb';

/**
 * Opens version 1 of a database. When it cannot be made, rejects with the reason: the
 * browser itself says of every reason, a full disk too, that it was "aborted".
 */
export async function openFirst<Schema extends DBSchema>(
  name: string,
  callbacks: OpenDBCallbacks<Schema>,
): Promise<IDBPDatabase<Schema>> {
  let why: unknown;
  try {
    return await openDB<Schema>(name, 1, {
      ...callbacks,
      upgrade: (...making) => {
        const [, , , { done }] = making;
        done.catch((cause: unknown) => (why = cause));
        callbacks.upgrade?.(...making);
      },
    });
  } catch (cause) {
    throw why ?? cause;
  }
}
