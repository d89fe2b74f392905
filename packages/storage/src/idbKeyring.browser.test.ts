import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import { openKeyring } from './idbKeyring.ts';
import type { Keyring } from './keyring.ts';
import { keyringContract, newMembership } from './keyringContract.ts';

const freshName = (): string => `manyhands/keyring/${toHex(randomBytes(8))}`;

async function open(name: string): Promise<Keyring> {
  const keyring = await openKeyring(name);
  assert(keyring.ok, 'the keyring opens');
  return keyring.value;
}

keyringContract('IndexedDB keyring', () => {
  const name = freshName();
  return { open: () => open(name), outlives: true };
});

test('[S8] where the engine can, no secret byte is on the disk', async () => {
  const name = freshName();
  const keyring = await open(name);
  await keyring.save(await newMembership('Els Plataners', 1));
  const listed = await keyring.list();
  assert(listed.ok, 'the keyring lists');
  const secret = listed.value[0]?.signing.secret;
  expect(secret).toBeInstanceOf(CryptoKey);
  expect((secret as CryptoKey).extractable).toBe(false);
});

test('[S8] a browser that gives back null for a key is found out', async () => {
  const keyring = await open(freshName());
  const get = methodOf('get');
  // Safari 27, for a row that holds an X25519 key.
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey) {
    const sealing = Array.isArray(key) && key.includes('sealing');
    return get.call(this, sealing ? 'nothing' : key);
  };
  try {
    expect(await keyring.probe()).toEqual({
      ok: false,
      error: { type: 'StoreRefused', why: 'sealing key did not come back' },
    });
    const saved = await keyring.save(await newMembership('Els Plataners', 1));
    expect(saved.ok).toBe(false);
  } finally {
    IDBObjectStore.prototype.get = get;
  }
  expect(await keyring.list()).toEqual({ ok: true, value: [] });
});

test('[S8] where the disk loses keys of the engine, keys that are bytes are kept', async () => {
  const keyring = await open(freshName());
  const put = methodOf('put');
  // Safari 27 again, told from the writing side: the row is there, the key is not.
  IDBObjectStore.prototype.put = function (
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) {
    const { secret } = value as { secret?: unknown };
    const lost =
      secret instanceof CryptoKey ? { ...(value as object), secret: null } : value;
    return put.call(this, lost, key);
  };
  try {
    expect(await keyring.probe()).toEqual({ ok: true, value: 'bytes' });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
});

test('[S8] a browser that will not take a key is found out', async () => {
  const name = freshName();
  const keyring = await open(name);
  const ana = await newMembership('Els Plataners', 1);
  const unkeepable = { ...ana.sealing, secret: (() => 0) as unknown as Uint8Array };
  const saved = await keyring.save({ ...ana, sealing: unkeepable });
  expect(saved).toMatchObject({ ok: false, error: { type: 'StoreRefused' } });
  expect(await keyring.list()).toEqual({ ok: true, value: [] });
  const database = await openDB(name);
  expect(await database.count('keys')).toBe(0); // its good keys went with it
});

test('[S7] a membership whose key row was emptied is not listed, and is named', async () => {
  const name = freshName();
  const keyring = await open(name);
  const ana = await newMembership('Els Plataners', 1);
  await keyring.save(ana);
  const database = await openDB(name);
  await database.put('keys', null, [ana.community, ana.device, 'signing']);
  database.close();

  expect(await keyring.list()).toEqual({ ok: true, value: [] });
  expect(await keyring.keyless()).toMatchObject({
    ok: true,
    value: [{ name: 'Els Plataners', device: ana.device }],
  });
  await keyring.remove(ana.community, ana.device);
  expect(await keyring.keyless()).toEqual({ ok: true, value: [] });
});

test('[S9] a keyring that was cleared while open says so, and is not made anew', async () => {
  const name = freshName();
  const keyring = await open(name);
  await keyring.save(await newMembership('Els Plataners', 1));
  await deleteDB(name);

  const cleared = { ok: false, error: { type: 'StoreCleared' } };
  expect(await keyring.list()).toEqual(cleared);
  expect(await keyring.probe()).toEqual(cleared);
  const left = await indexedDB.databases();
  expect(left.map((each) => each.name)).not.toContain(name);
});

/** A method to be put back as it was. */
const methodOf = <K extends 'add' | 'put' | 'get'>(name: K): IDBObjectStore[K] =>
  Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)
    ?.value as IDBObjectStore[K];
