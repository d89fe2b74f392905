/**
 * What `idbDocument.ts` relies on of y-indexeddb that its documentation does not promise. Each
 * test fails when the installed version does otherwise.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

let name: string;
let doc: Y.Doc;
let kept: IndexeddbPersistence;

beforeEach(async () => {
  name = `contract-${crypto.randomUUID()}`;
  doc = new Y.Doc();
  doc.getArray('log').push([Uint8Array.of(1)]);
  kept = new IndexeddbPersistence(name, doc);
  await kept.whenSynced;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await kept.destroy();
  await deleteDB(name);
});

const write = (byte: number) => doc.getArray('log').push([Uint8Array.of(byte)]);

/** Once what was begun before is done: a later transaction waits for it. */
async function rows(): Promise<unknown[]> {
  const database = await openDB(name);
  try {
    const all: unknown[] = await database.getAll('updates');
    return all;
  } finally {
    database.close();
  }
}

test('its layout: numbered updates, and a store for rows of the app', () => {
  const { db } = kept;
  expect(db).toBeInstanceOf(IDBDatabase);
  expect(db?.version).toBe(1);
  expect([...(db?.objectStoreNames ?? [])]).toEqual(['custom', 'updates']);
  const transaction = db?.transaction(['updates', 'custom']);
  expect(transaction?.objectStore('updates')).toMatchObject({
    autoIncrement: true,
    keyPath: null,
  });
  expect(transaction?.objectStore('custom')).toMatchObject({ autoIncrement: false });
});

test('it has no connection before it is synced, and writes what there was as a row', async () => {
  const again = new IndexeddbPersistence(name, new Y.Doc());
  expect(again.db).toBeNull();
  await again.whenSynced;
  expect(again.db).not.toBeNull();
  await again.destroy();
  const [first] = await rows();
  expect(first).toEqual(Y.encodeStateAsUpdate(doc));
});

test('it takes a database that was made in its layout before it came', async () => {
  const earlier = `${name}-earlier`;
  const made = await openDB(earlier, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('updates', { autoIncrement: true });
      fresh.createObjectStore('custom');
    },
  });
  await made.add('updates', Y.encodeStateAsUpdate(doc));
  made.close();
  const read = new Y.Doc();
  const persistence = new IndexeddbPersistence(earlier, read);
  await persistence.whenSynced;
  expect(read.getArray('log').toArray()).toEqual([Uint8Array.of(1)]);
  await persistence.destroy();
  await deleteDB(earlier);
});

test('`_storeUpdate` is what listens to the document, and the only thing that writes', async () => {
  const before = (await rows()).length;
  write(2);
  expect(await rows()).toHaveLength(before + 1);
  const listener = kept._storeUpdate;
  doc.off('update', listener);
  write(3);
  expect(await rows()).toHaveLength(before + 1);
  const updates: Uint8Array[] = [];
  kept._storeUpdate = (update, origin) => {
    updates.push(update);
    listener(update, origin);
  };
  doc.on('update', kept._storeUpdate);
  write(4);
  expect((await rows()).slice(before + 1)).toEqual(updates);
  expect(updates).toHaveLength(1);
  // And it takes away the one that stands in its place.
  await kept.destroy();
  write(5);
  expect(updates).toHaveLength(1);
});

test('what it filled the document with it does not write again', async () => {
  const before = (await rows()).length;
  kept._storeUpdate(Y.encodeStateAsUpdate(doc), kept);
  expect(await rows()).toHaveLength(before);
});

test('its listener throws once the connection is closed', () => {
  kept.db?.close();
  const update = Y.encodeStateAsUpdate(doc);
  expect(() => kept._storeUpdate(update, null)).toThrow(DOMException);
});

test('a write that is aborted is heard of at its connection', async () => {
  const aborted = new Promise<EventTarget | null>((resolve) => {
    kept.db?.addEventListener('abort', ({ target }) => resolve(target));
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own
  const { add } = IDBObjectStore.prototype;
  let transaction: IDBTransaction | undefined;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...of
  ) {
    const request = add.apply(this, of);
    transaction = this.transaction;
    // Once the request has succeeded: y-indexeddb hears nothing of what follows.
    request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
  write(2);
  expect(await aborted).toBe(transaction);
  expect(transaction).toBeInstanceOf(IDBTransaction);
});
