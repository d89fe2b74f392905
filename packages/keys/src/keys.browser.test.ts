import { assert } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { afterEach, expect, test } from 'vitest';
// The same exams in a real browser, whose engine is another than Node's.
import './keys.test.ts';
import './recoveryWords.test.ts';
import './sealing.test.ts';
import './secrets.test.ts';
import {
  createSealingKey,
  createSigningKey,
  openSealed,
  openSealingKey,
  openSigningKey,
  sealFor,
  signingKeyFromSeed,
  verify,
} from './index.ts';
import type { StoredKey } from './index.ts';

const name = 'keys.browser.test';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
}

async function database(): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  return settled(opening);
}

/** Writes the row, closes the database, and reads the row through a new connection. */
async function kept(stored: StoredKey): Promise<StoredKey> {
  const writing = await database();
  const write = writing.transaction('keys', 'readwrite', { durability: 'strict' });
  await settled(write.objectStore('keys').put(stored, 'row'));
  writing.close();
  const reading = await database();
  const row = reading.transaction('keys').objectStore('keys').get('row');
  const found = (await settled(row)) as StoredKey;
  reading.close();
  return found;
}

afterEach(async () => {
  await settled(indexedDB.deleteDatabase(name));
});

const message = utf8Bytes('an hour for Biel');

test('[K5] signing keys outlive IndexedDB and sign the same', async () => {
  const keys = [
    await createSigningKey(),
    await createSigningKey('bytes'),
    await signingKeyFromSeed(new Uint8Array(32).fill(7)),
  ];
  for (const key of keys) {
    const again = await openSigningKey(await kept(key.stored));
    assert(again.ok, 'it opens');
    const signature = await again.value.sign(message);
    expect(signature).toEqual(await key.sign(message));
    expect(await verify(signature, message, key.publicKey)).toBe(true);
  }
});

test('[K5] sealing keys outlive IndexedDB and open what was sealed before', async () => {
  for (const key of [await createSealingKey(), await createSealingKey('bytes')]) {
    const device = new Uint8Array(32).fill(4);
    const sealed = await sealFor([{ device, box: key.publicKey }], message);
    const again = await openSealingKey(await kept(key.stored));
    assert(again.ok, 'it opens');
    expect(await openSealed(sealed, device, again.value)).toEqual({
      ok: true,
      value: message,
    });
  }
});

test('[K5] this browser keeps secrets in its engine', async () => {
  for (const { stored } of [await createSigningKey(), await createSealingKey()]) {
    expect(stored.secret).toBeInstanceOf(CryptoKey);
    expect((await kept(stored)).secret).toBeInstanceOf(CryptoKey);
  }
});
