import type { CommunityId } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { expect, test } from 'vitest';
import {
  decrypt,
  deriveKey,
  encrypt,
  lobbyOf,
  randomBytes,
  secretsOf,
} from './index.ts';

const here = 'c0'.repeat(32) as CommunityId;
const there = 'c1'.repeat(32) as CommunityId;
const secret = fromHex('5e'.repeat(32));

test('[K9] rooms, passwords and keys of one secret', () => {
  const { room, password, bundle, lobby } = secretsOf(secret, here);
  expect(room).toBe(toHex(deriveKey(secret, 'room', 32, fromHex(here))));
  expect(password).toBe(toHex(deriveKey(secret, 'password', 32, fromHex(here))));
  expect(bundle).toEqual(deriveKey(secret, 'bundle', 32, fromHex(here)));
  expect(lobby).toEqual(deriveKey(secret, 'lobby', 16));
  expect(lobby).toHaveLength(16);
});

test('[K9] no two places share a name, and other communities have others', () => {
  const members = secretsOf(secret, here);
  const places = [
    members,
    lobbyOf(members.lobby, here),
    secretsOf(secret, there),
    lobbyOf(members.lobby, there),
    secretsOf(randomBytes(32), here),
  ].flatMap(({ room, password }) => [room, password]);
  expect(new Set(places).size).toBe(10);
  for (const text of places) expect(text).toMatch(/^[0-9a-f]{64}$/);
});

test('[K10] what was encrypted is read again, and never twice the same', async () => {
  const key = randomBytes(32);
  for (const plain of [new Uint8Array(), randomBytes(1), randomBytes(5_000)]) {
    const sealed = await encrypt(key, plain);
    expect(sealed).toHaveLength(12 + plain.length + 16);
    expect(await encrypt(key, plain)).not.toEqual(sealed);
    expect(await decrypt(key, sealed)).toEqual({ ok: true, value: plain });
  }
});

test('[K10] a changed bit, a cut end, another key, or nothing at all is Malformed', async () => {
  const key = randomBytes(32);
  const sealed = await encrypt(key, fromHex('a1a2'));
  for (let i = 0; i < sealed.length; i++) {
    const bent = sealed.slice();
    bent[i] = (bent[i] ?? 0) ^ 1;
    expect((await decrypt(key, bent)).ok, `byte ${i}`).toBe(false);
    expect((await decrypt(key, sealed.slice(0, i))).ok, `cut at ${i}`).toBe(false);
  }
  expect((await decrypt(randomBytes(32), sealed)).ok).toBe(false);
});

test('[K10] a key of another length is a bug', async () => {
  await expect(encrypt(randomBytes(16), new Uint8Array())).rejects.toThrow('Bug');
  await expect(decrypt(randomBytes(16), randomBytes(40))).rejects.toThrow('Bug');
});
