import { ok } from '@manyhands/base';
import type { Hex } from '@manyhands/base';
import type { BlobRow, Blobs, StoreFault } from '@manyhands/replica';
import type { DBSchema } from 'idb';
import { Connection } from './connection.ts';
import { finishTransaction } from './finishTransaction.ts';
import { blobsName } from './names.ts';
import type { StoreOwner } from './names.ts';
import { oldestFirst } from './oldestFirst.ts';

interface BlobsSchema extends DBSchema {
  pictures: { key: Hex; value: Uint8Array };
  /** Beside them, so that they can be listed without being read. */
  rows: { key: Hex; value: BlobRow };
}

/**
 * The blobs of one device in one community, in a database of their own, which is made
 * when it is first used. `tell` hears when the browser cuts the connection to it.
 */
export function openIdbBlobs(
  place: StoreOwner,
  tell: (fault: StoreFault) => void = () => undefined,
): Blobs {
  const connection = new Connection<BlobsSchema>(
    blobsName(place),
    (fresh) => {
      fresh.createObjectStore('pictures');
      fresh.createObjectStore('rows');
    },
    tell,
  );
  return {
    get: (sha) =>
      connection.use(async (database) => (await database.get('pictures', sha)) ?? null),
    put: ({ sha, at }, bytes) =>
      connection.use((database) => {
        const transaction = database.transaction(['pictures', 'rows'], 'readwrite');
        const row = { sha, at, bytes: bytes.length };
        return finishTransaction(transaction, [
          () => transaction.objectStore('pictures').put(bytes, sha),
          () => transaction.objectStore('rows').put(row, sha),
        ]);
      }),
    delete: (shas) =>
      connection.use((database) => {
        const transaction = database.transaction(['pictures', 'rows'], 'readwrite', {
          durability: 'strict',
        });
        return finishTransaction(
          transaction,
          shas.flatMap((sha) => [
            () => transaction.objectStore('pictures').delete(sha),
            () => transaction.objectStore('rows').delete(sha),
          ]),
        );
      }),
    list: async () => {
      const rows = await connection.use((database) => database.getAll('rows'));
      return rows.ok ? ok(rows.value.sort(oldestFirst)) : rows;
    },
    close: () => connection.close(),
  };
}
