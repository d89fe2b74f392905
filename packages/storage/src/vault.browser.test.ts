import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey, openSigningKey } from '@manyhands/keys';
import { randomBytes } from '@manyhands/keys';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openKeyring } from './idbKeyring.ts';
import type { Keyring, StoredMembership } from './keyring.ts';
import { newMembership } from './keyringContract.ts';
import { openPeople } from './people.ts';
import type { PersonRow } from './people.ts';
import { createVault } from './vault.ts';
import type { Vault } from './vault.ts';

const freshName = (): string => `manyhands/vault/${toHex(randomBytes(8))}`;

async function open(name: string, vault: Vault | null): Promise<Keyring> {
  const keyring = await openKeyring(name, vault);
  assert(keyring.ok, 'the keyring opens');
  return keyring.value;
}

/** A membership whose keys are bytes, as a vault takes them. */
async function ofBytes(): Promise<StoredMembership> {
  const [identity, signing, sealing] = [
    await createSigningKey('bytes'),
    await createSigningKey('bytes'),
    await createSealingKey('bytes'),
  ];
  return {
    ...(await newMembership('Els Plataners', 1)),
    identity: identity.stored,
    signing: signing.stored,
    sealing: sealing.stored,
  };
}

test('[S11] what is sealed comes back by its own vault, and by no other', async () => {
  const name = freshName();
  const vault = createVault(randomBytes(32));
  const ana = await ofBytes();
  expect((await (await open(name, vault)).save(ana)).ok).toBe(true);

  const again = await (await open(name, vault)).list();
  assert(again.ok && again.value[0], 'it is listed');
  expect(again.value[0].signing.secret).toEqual(ana.signing.secret);
  expect((await openSigningKey(again.value[0].signing)).ok).toBe(true);
  for (const other of [createVault(randomBytes(32)), null]) {
    const keyring = await open(name, other);
    expect(await keyring.list()).toEqual({ ok: true, value: [] });
    expect(await keyring.keyless()).toMatchObject({
      ok: true,
      value: [{ device: ana.device }],
    });
  }
});

test('[S11] no byte of a secret lies bare on the disk', async () => {
  const name = freshName();
  const ana = await ofBytes();
  await (await open(name, createVault(randomBytes(32)))).save(ana);
  const database = await openDB(name);
  const rows = (await database.getAll('keys')) as { secret: Uint8Array }[];
  database.close();
  const onDisk = rows.map(({ secret }) => toHex(secret)).join(' ');
  expect(rows).toHaveLength(3);
  for (const key of [ana.signing, ana.sealing, ana.identity]) {
    assert(key?.secret instanceof Uint8Array, 'it is bytes');
    expect(onDisk).not.toContain(toHex(key.secret));
  }
});

test('[S11] what was kept before there was a vault is read, and sealed when it is saved', async () => {
  const name = freshName();
  const vault = createVault(randomBytes(32));
  const ana = await ofBytes();
  await (await open(name, null)).save(ana);
  const keyring = await open(name, vault);
  const listed = await keyring.list();
  assert(listed.ok && listed.value[0], 'it is listed');
  await keyring.save(listed.value[0]);
  expect(await (await open(name, null)).list()).toEqual({ ok: true, value: [] });
});

test('people are listed in the order they came, and go one by one', async () => {
  const name = freshName();
  const people = await openPeople(name);
  assert(people.ok, 'it opens');
  const person = (id: string, addedAt: number): PersonRow => ({
    id,
    name: 'Ana',
    seed: null,
    lock: { type: 'none' },
    vault: randomBytes(32),
    misses: 0,
    nextTryAt: 0,
    addedAt,
  });
  const [first, second] = [person('', 5), person('aa', 2)];
  for (const each of [first, second]) await people.value.put(each);
  await people.value.put({ ...first, misses: 3 });
  expect(await people.value.list()).toEqual({
    ok: true,
    value: [second, { ...first, misses: 3 }],
  });
  await people.value.remove('aa');
  people.value.close();
  const again = await openPeople(name);
  assert(again.ok, 'it opens again');
  expect(await again.value.list()).toMatchObject({ ok: true, value: [{ id: '' }] });
});
