/** The formats of devices and identities, pinned like the others (see formats.test.ts). */
import { beforeAll, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { concat, encode, fromHex, toHex, u32 } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, signingKeyFromSeed, tag, verify } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  certificatesOf,
  deviceStatement,
  encodeBody,
  entryIdOf,
  entryMessage,
  identityStatement,
  isFact,
  logIdOf,
  proofsOf,
  readEntry,
  recoveryHashOf,
  witnessEntry,
} from './index.ts';
import type { Entry, IdentityClaim, KnownContent, LogName } from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at } from './testing/village.ts';

const community = toHex(new Uint8Array(32).fill(7)) as LogName['community'];
const prev = 'ab'.repeat(32) as EntryId;
const box: Hex = 'b0'.repeat(32);
const hexOf = (byte: number): string => toHex(new Uint8Array(32).fill(byte));
const guardians = [0x61, 0x62, 0x63, 0x64, 0x65].map(hexOf) as MemberId[];
const old = hexOf(0xd1) as DeviceKey;

let first: Signer;
let next: Signer;
let device: Signer;
let log: LogName;
let claim: IdentityClaim;

beforeAll(async () => {
  first = await signingKeyFromSeed(new Uint8Array(32).fill(1));
  next = await signingKeyFromSeed(new Uint8Array(32).fill(2));
  device = await signingKeyFromSeed(new Uint8Array(32).fill(3));
  const member = toHex(first.publicKey) as MemberId;
  const own = toHex(device.publicKey) as DeviceKey;
  log = { community, kind: 'ledger', member, device: own };
  claim = {
    member,
    version: 1,
    key: toHex(next.publicKey),
    devices: [
      { device: own, ledgerCut: null, boardCut: null },
      { device: old, ledgerCut: 57, boardCut: 12 },
    ],
    g: 3,
    guardians,
    by: null,
  };
});

async function write(content: KnownContent): Promise<Entry> {
  const body = encodeBody('ledger', at(29_900_000), content);
  const id = entryIdOf(logIdOf(log), 300, prev, bodyHashOf(body));
  const signature = await device.sign(entryMessage(id));
  const entry = readEntry(log, 300, prev, concat(body, signature));
  assert(entry.ok, 'a written entry reads');
  expect(entry.value.content).toEqual(content);
  return entry.value;
}

/** What a ledger makes of a payload that no honest app would write. */
function typeOf(number: number, payload: Value): string {
  const stored = concat(encode([number, 29_900_000, payload]), new Uint8Array(64));
  const entry = readEntry(log, 300, prev, stored);
  return entry.ok ? entry.value.content.type : 'none';
}

const signed = async (of: IdentityClaim, by: Signer): Promise<KnownContent> => ({
  type: 'identity.set',
  ...of,
  sig: toHex(await by.sign(identityStatement(community, of))),
});

test('[F5] device.add and device.freeze', async () => {
  const add = await write({ type: 'device.add', device: old, box, role: 1 });
  expect(add.stored).toHaveLength(141);
  expect(toHex(add.stored)).toBe(pinned['add.stored']);
  const { member } = log;
  expect(certificatesOf(add)).toEqual([
    { member, device: old, box, role: 1, signed: null },
  ]);
  expect(proofsOf(add)).toEqual([]);
  const freeze = await write({ type: 'device.freeze', device: old });
  expect(toHex(freeze.stored)).toBe(pinned['freeze.stored']);
  expect(certificatesOf(freeze)).toEqual([]);
});

test('[F3] identity.set is signed by the key before, over its own payload', async () => {
  const set = await write(await signed(claim, first));
  expect(toHex(set.stored)).toBe(pinned['identity.stored']);
  const listed = claim.devices.map((each) => [
    fromHex(each.device),
    each.ledgerCut,
    each.boardCut,
  ]);
  const payload = [
    fromHex(claim.member),
    1,
    fromHex(claim.key),
    listed,
    3,
    guardians.map((each) => fromHex(each)),
    null,
  ];
  const message = concat(tag('identity'), fromHex(community), sha256(encode(payload)));
  expect(identityStatement(community, claim)).toEqual(message);
  const [proof] = proofsOf(set);
  assert(proof, 'it is signed');
  expect(toHex(proof.publicKey)).toBe(claim.member);
  expect(await verify(proof.signature, proof.message, proof.publicKey)).toBe(true);
});

test('[F3] of a later version the key is named, and checked like the rest', async () => {
  const by = toHex(next.publicKey);
  const set = await write(await signed({ ...claim, version: 2, by }, next));
  const enrol = await write({
    type: 'device.enrol',
    member: claim.member,
    device: old,
    box,
    role: 0,
    version: 1,
    by,
    certSig: toHex(
      await next.sign(
        deviceStatement({
          community,
          member: claim.member,
          device: old,
          box,
          role: 0,
          version: 1,
        }),
      ),
    ),
  });
  for (const entry of [set, enrol]) {
    for (const each of [entry, await write(witnessOf(entry))]) {
      const proof = proofsOf(each).at(-1);
      assert(proof, 'it is signed');
      expect(toHex(proof.publicKey)).toBe(by);
      expect(await verify(proof.signature, proof.message, next.publicKey)).toBe(true);
    }
  }
  expect(certificatesOf(enrol)).toMatchObject([
    { device: old, role: 0, signed: { version: 1, key: by } },
  ]);
});

const witnessOf = (entry: Entry): KnownContent => {
  const witness = witnessEntry(entry);
  assert(witness, 'facts can be witnessed');
  return witness;
};

test('[F5] guardian.recover, and what makes two payloads one', async () => {
  const { member, key, devices } = claim;
  const recovery = { member, version: 2, key, devices };
  const recover = await write({ type: 'guardian.recover', ...recovery });
  expect(toHex(recover.stored)).toBe(pinned['recover.stored']);
  expect(recoveryHashOf(recovery)).toBe(pinned['recover.hash']);
  expect(recoveryHashOf({ ...recovery, devices: devices.toReversed() })).not.toBe(
    pinned['recover.hash'],
  );
  expect(proofsOf(recover)).toEqual([]);
});

test('[F5] identity.set: at most 1,270 bytes with a version of two', async () => {
  const devices = Array.from({ length: 16 }, (_, i) => ({
    device: hexOf(i) as DeviceKey,
    ledgerCut: 2 ** 20,
    boardCut: 2 ** 20,
  }));
  const nine = Array.from({ length: 9 }, (_, i) => hexOf(i) as MemberId);
  const most = { ...claim, version: 255, devices, g: 9, guardians: nine };
  const by = toHex(first.publicKey);
  const set = await write(await signed({ ...most, by }, first));
  expect(set.stored).toHaveLength(1_271);
});

test('[F5] [B4] what is no statement means nothing', () => {
  const member = fromHex(log.member);
  const key = new Uint8Array(32).fill(5);
  const listed = (device: number, cut: Value = null): Value => [
    new Uint8Array(32).fill(device),
    cut,
    null,
  ];
  const named = (...bytes: number[]): Value =>
    bytes.map((byte) => new Uint8Array(32).fill(byte));
  const sig = new Uint8Array(64);
  const set = (
    version: number,
    devices: Value,
    g: number,
    whom: Value,
    by: Value = null,
  ): Value => [member, version, key, devices, g, whom, by, sig];
  const good = set(1, [listed(1), listed(2, 0)], 2, named(1, 2, 3));
  expect(typeOf(5, good)).toBe('identity.set');
  expect(typeOf(5, set(1, [], 0, []))).toBe('identity.set');
  expect(typeOf(5, set(255, [], 0, [], key))).toBe('identity.set');
  const bad: Value[] = [
    set(0, [], 0, []),
    set(1, [], 0, [], key),
    set(2, [], 0, []),
    set(256, [], 0, [], key),
    set(1, [listed(1), listed(1)], 0, []),
    set(1, [listed(1, -1)], 0, []),
    set(1, [listed(1, 2 ** 32)], 0, []),
    set(
      1,
      Array.from({ length: 17 }, (_, i) => listed(i)),
      0,
      [],
    ),
    set(1, [], 0, named(1)),
    set(1, [], 1, []),
    set(1, [], 1, named(1, 2)),
    set(1, [], 2, named(1, 2, 3, 4)),
    set(1, [], 4, named(1, 2, 3)),
    set(1, [], 2, named(2, 1, 3)),
    set(1, [], 2, named(1, 1, 2)),
    set(1, [], 6, named(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
    [...(good as Value[]), null],
    (good as Value[]).slice(0, 7),
  ];
  for (const payload of bad) expect(typeOf(5, payload)).toBe('meaningless');

  expect(typeOf(6, [member, 1, key, []])).toBe('guardian.recover');
  expect(typeOf(6, [member, 0, key, []])).toBe('meaningless');
  expect(typeOf(6, [member, 1, key, [listed(1), listed(1)]])).toBe('meaningless');
  const enrol = (version: number, by: Value): Value => [
    ...[member, key, key, 0],
    ...[version, by, sig],
  ];
  expect(typeOf(2, enrol(0, null))).toBe('device.enrol');
  expect(typeOf(2, enrol(255, key))).toBe('device.enrol');
  expect(typeOf(2, enrol(0, key))).toBe('meaningless');
  expect(typeOf(2, enrol(1, null))).toBe('meaningless');
  expect(typeOf(2, enrol(256, key))).toBe('meaningless');
  expect(typeOf(3, [key, key, 1])).toBe('device.add');
  expect(typeOf(3, [key, key, 2])).toBe('meaningless');
  expect(typeOf(4, [key])).toBe('device.freeze');
  expect(typeOf(4, [key, key])).toBe('meaningless');
});

test('[F3] the version of a certificate is part of what is signed', () => {
  const of = { community, member: log.member, device: old, box, role: 0 } as const;
  const statement = deviceStatement({ ...of, version: 1 });
  expect(statement.slice(-4)).toEqual(u32(1));
});

test('decision 0008: statements of identity are facts; a freeze is an act', () => {
  for (const type of ['identity.set', 'guardian.recover', 'device.add']) {
    expect(isFact({ type })).toBe(true);
  }
  expect(isFact({ type: 'device.freeze' })).toBe(false);
});
