import { assert } from '@manyhands/base';
import type { CommunityId, DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openIdbBlobs } from './idbBlobs.ts';
import { openIdbStore } from './idbStore.ts';
import { blobsName } from './names.ts';
import type { StoreOwner } from './names.ts';
import { blobsContract } from './blobsContract.ts';

const somewhere = (): StoreOwner => ({
  community: toHex(randomBytes(32)) as CommunityId,
  device: toHex(randomBytes(32)) as DeviceKey,
});

blobsContract('blobs in IndexedDB', () => {
  const place = somewhere();
  return {
    open: () => openIdbBlobs(place),
    raw: async () => {
      const database = await openDB(blobsName(place));
      const found: string[] = [];
      for (const store of database.objectStoreNames) {
        found.push(JSON.stringify(await database.getAllKeys(store)));
        for (const value of (await database.getAll(store)) as unknown[]) {
          found.push(
            value instanceof Uint8Array
              ? String.fromCharCode(...value)
              : JSON.stringify(value),
          );
        }
      }
      database.close();
      return found.join('\n');
    },
    fill: () => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
        ?.value as IDBObjectStore['put'];
      // As a full disk does it: the request succeeds, the commit fails.
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
        const request = put.apply(this, args);
        const { transaction } = this;
        const error = new DOMException('no room', 'QuotaExceededError');
        Object.defineProperty(transaction, 'error', {
          value: error,
          configurable: true,
        });
        request.addEventListener('success', () => {
          if (this.name === 'pictures') transaction.abort();
        });
        return request;
      };
      return () => (IDBObjectStore.prototype.put = put);
    },
  };
});

test('[S6] destroying a store takes its blobs along', async () => {
  const place = somewhere();
  const store = await openIdbStore(place);
  assert(store.ok, 'IndexedDB opens');
  const blobs = openIdbBlobs(place);
  const sha = toHex(randomBytes(32));
  await blobs.put({ sha, at: 1 }, new Uint8Array(9));
  await blobs.close();
  await store.value.destroy();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(blobsName(place));
});
