import { assert } from '@manyhands/base';
import type { CommunityId, DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { canonicalUpdate } from '@manyhands/replica';
import { deleteDB } from 'idb';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openIdbStore } from './idbStore.ts';
import { documentName, rowsName } from './names.ts';
import type { StoreOwner } from './names.ts';
import { storeContract } from './storeContract.ts';

const somewhere = (): StoreOwner => ({
  community: toHex(randomBytes(32)) as CommunityId,
  device: toHex(randomBytes(32)) as DeviceKey,
});

async function open(place: StoreOwner) {
  const store = await openIdbStore(place);
  assert(store.ok, 'IndexedDB opens');
  return store.value;
}

storeContract('IndexedDB store', () => {
  const place = somewhere();
  return {
    open: () => open(place),
    breakWrites: () => breakWrites(documentName(place)),
    corrupt: () =>
      withUpdates(place, (updates) => void updates.add(new Uint8Array([1, 2, 3]))),
    loseRow: () =>
      withUpdates(place, (updates) => {
        updates.openCursor(null, 'prev').addEventListener('success', ({ target }) => {
          (target as IDBRequest<IDBCursor | null>).result?.delete();
        });
      }),
  };
});

/** Works on y-indexeddb's own rows, behind everybody's back. */
function withUpdates(
  place: StoreOwner,
  work: (updates: IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(documentName(place));
    request.addEventListener('error', () => reject(new Error('not opened')));
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('updates', 'readwrite');
      work(transaction.objectStore('updates'));
      transaction.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
    });
  });
}

/**
 * Makes every write in one database fail as a full disk does: the request succeeds, and
 * the transaction is aborted when it should commit.
 */
function breakWrites(name: string): () => void {
  const add = methodOf('add');
  const put = methodOf('put');
  const failing = (write: IDBObjectStore['put']): IDBObjectStore['put'] =>
    function (this: IDBObjectStore, ...args) {
      const request = write.apply(this, args);
      const { transaction } = this;
      if (transaction.db.name !== name) return request;
      const error = new DOMException('no room', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { value: error, configurable: true });
      request.addEventListener('success', () => transaction.abort());
      return request;
    };
  IDBObjectStore.prototype.add = failing(add);
  IDBObjectStore.prototype.put = failing(put);
  return () => Object.assign(IDBObjectStore.prototype, { add, put });
}

const entries = (
  number: number,
  from: number,
  count: number,
  bytes = 100,
): Uint8Array =>
  canonicalUpdate([
    {
      number,
      root: `l/${number}`,
      from,
      items: Array.from({ length: count }, () => randomBytes(bytes)),
    },
  ]);

test('[S13] a thousand rows are joined when it is opened, and not while it is used', async () => {
  const place = somewhere();
  const store = await open(place);
  const doc = new Y.Doc();
  await store.attach(doc);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  for (let i = 0; i < 1_000; i++) Y.applyUpdate(doc, entries(5, i, 1));
  expect(await store.settled()).toMatchObject({ ok: true });
  // y-indexeddb would join them a second after its five hundredth row.
  expect(timers.mock.calls.filter(([, ms]) => ms === 1_000)).toEqual([]);
  timers.mockRestore();
  expect(await countUpdates(place)).toBeGreaterThanOrEqual(1_000);
  await store.close();

  const again = await open(place);
  const second = new Y.Doc();
  expect(await again.attach(second)).toMatchObject({ ok: true, value: { missing: 0 } });
  expect(Y.encodeStateAsUpdate(second)).toEqual(Y.encodeStateAsUpdate(doc));
  expect(await countUpdates(place)).toBe(1);
  await again.close();

  const third = await open(place);
  const last = new Y.Doc();
  expect(await third.attach(last)).toMatchObject({ ok: true, value: { missing: 0 } });
  expect(Y.encodeStateAsUpdate(last)).toEqual(Y.encodeStateAsUpdate(doc));
  await third.destroy();
});

test('[S13] what is missing before they are joined is missing at the next opening too', async () => {
  const place = somewhere();
  const store = await open(place);
  const doc = new Y.Doc();
  await store.attach(doc);
  for (let i = 0; i < 600; i++) Y.applyUpdate(doc, entries(5, i, 1));
  await store.settled();
  await store.close();
  await withUpdates(place, (updates) => {
    updates.openCursor(null, 'prev').addEventListener('success', ({ target }) => {
      (target as IDBRequest<IDBCursor | null>).result?.delete();
    });
  });
  for (const _ of [1, 2]) {
    const again = await open(place);
    const found = await again.attach(new Y.Doc());
    expect(found).toMatchObject({ ok: true, value: { missing: 1 } });
    await again.close();
  }
});

function countUpdates(place: StoreOwner): Promise<number> {
  return new Promise((resolve) => {
    void withUpdates(place, (updates) => {
      updates.count().addEventListener('success', ({ target }) => {
        resolve((target as IDBRequest<number>).result);
      });
    });
  });
}

test('[S3] a connection that is cut is told, and opened again by the next rewrite', async () => {
  const place = somewhere();
  const store = await open(place);
  const doc = new Y.Doc();
  await store.attach(doc);
  Y.applyUpdate(doc, entries(5, 0, 2));
  await store.settled();
  const faults: string[] = [];
  store.onfault((fault) => faults.push(fault.type));

  // Whoever deletes a database closes every connection to it.
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(documentName(place)).onsuccess = resolve;
  });
  expect(faults).toEqual(['StoreLost']);
  Y.applyUpdate(doc, entries(5, 2, 1)); // does not throw at whoever writes
  const settled = await Promise.all([1, 2, 3].map(() => store.settled()));
  expect(settled.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await countUpdates(place)).toBe(1);
  Y.applyUpdate(doc, entries(5, 3, 1)); // written once, by one listener
  expect(await store.settled()).toMatchObject({ ok: true });
  expect(await countUpdates(place)).toBe(2);
  await store.close();

  const again = await open(place);
  const second = new Y.Doc();
  await again.attach(second);
  expect(Y.encodeStateAsUpdate(second)).toEqual(Y.encodeStateAsUpdate(doc));
  await again.destroy();
});

test('[S10] a rewrite whose new row cannot be written takes none of the old ones', async () => {
  const place = somewhere();
  const store = await open(place);
  const doc = new Y.Doc();
  await store.attach(doc);
  Y.applyUpdate(doc, entries(5, 0, 2));
  await store.settled();
  const before = await countUpdates(place);
  const add = methodOf('add');
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('no answer', 'UnknownError');
  };
  try {
    expect(await store.rewrite()).toMatchObject({ ok: false });
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  expect(await countUpdates(place)).toBe(before);
  await store.destroy();
});

test('[S9] rows that are cleared while open are told, and nothing is made anew', async () => {
  const place = somewhere();
  const store = await open(place);
  const doc = new Y.Doc();
  await store.attach(doc);
  Y.applyUpdate(doc, entries(5, 0, 2));
  await store.settled();
  const faults: string[] = [];
  store.onfault((fault) => faults.push(fault.type));
  await Promise.all([deleteDB(documentName(place)), deleteDB(rowsName(place))]);
  expect(faults).toEqual(['StoreLost', 'StoreLost']);

  const cleared = { ok: false, error: { type: 'StoreCleared' } };
  expect(await store.settled()).toEqual(cleared);
  expect(await store.journal.read()).toEqual(cleared);
  expect(await store.notes.put('draft', new Uint8Array(1))).toEqual(cleared);
  const left = (await indexedDB.databases()).map(({ name }) => name);
  expect(left).not.toContain(documentName(place));
  expect(left).not.toContain(rowsName(place));
});

test('[S3] rows whose connection the browser cut are reached again by the next use', async () => {
  const place = somewhere();
  const cuts: IDBDatabase[] = [];
  const opened = vi.spyOn(IDBFactory.prototype, 'open');
  opened.mockImplementation(function (this: IDBFactory, ...asked) {
    const request = openMethod.apply(this, asked);
    request.addEventListener('success', () => cuts.push(request.result));
    return request;
  });
  const store = await open(place);
  opened.mockRestore();
  await store.notes.put('draft', new Uint8Array(1));
  const faults: string[] = [];
  store.onfault((fault) => faults.push(fault.type));
  for (const database of cuts) {
    database.close(); // what Chromium does to a page it has no more room for
    database.dispatchEvent(new Event('close'));
  }
  expect(faults).toEqual(['StoreLost']);
  expect(await store.notes.get('draft')).toMatchObject({ ok: true });
  expect(await store.settled()).toMatchObject({ ok: true });
  await store.destroy();
});

const openMethod = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')
  ?.value as IDBFactory['open'];

/** A method to be put back as it was. */
const methodOf = <K extends 'add' | 'put' | 'get'>(name: K): IDBObjectStore[K] =>
  Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)
    ?.value as IDBObjectStore[K];
