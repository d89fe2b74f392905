/**
 * The formats (F2–F5, F9), pinned. Everything here comes from four fixed seeds; if a
 * byte of it changes, every log ever written would be another log, so a red test here
 * is a new format and needs a decision record, never a new expectation.
 */
import { createHash, createPublicKey, verify as nativeVerify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { CommunityId, DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { concat, fromHex, toHex } from '@manyhands/codec';
import { signingKeyFromSeed, verify } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  certificatesOf,
  communityIdOf,
  deviceStatement,
  encodeJoinRequest,
  encodeBody,
  encodeCharter,
  encodeTravelling,
  entryIdOf,
  entryMessage,
  inviteStatement,
  logIdOf,
  noteIdOf,
  proofsOf,
  readJoinRequest,
  readCharter,
  readEntry,
  readTravelling,
  signatureOf,
  zeroId,
} from './index.ts';
import type {
  Charter,
  Entry,
  InviteUse,
  KnownContent,
  LogKind,
  LogName,
  Role,
} from './index.ts';
import pinned from './testing/formats.json' with { type: 'json' };
import { at, day, minutes } from './testing/village.ts';

const seed = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const now = at(29_900_000);

interface Person {
  readonly identity: Signer;
  readonly signer: Signer;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

async function person(n: number): Promise<Person> {
  const identity = await signingKeyFromSeed(seed(n));
  const signer = await signingKeyFromSeed(seed(n + 1));
  const member = toHex(identity.publicKey) as MemberId;
  return { identity, signer, member, device: toHex(signer.publicKey) as DeviceKey };
}

let ana: Person;
let biel: Person;
let charter: Charter;
let community: CommunityId;
const box: Hex = 'b0'.repeat(32);
const invitePub: Hex = 'c0'.repeat(32);

beforeAll(async () => {
  ana = await person(1);
  biel = await person(3);
  charter = {
    version: 1,
    random: '0f'.repeat(16),
    founder: ana.member,
    device: ana.device,
    name: 'Example street',
    unit: 'hour',
    limit: minutes(600),
    join: 1,
    voice: 2,
    circle: 64,
    openingTotal: null,
    relays: ['wss://relay.example'],
    ice: [],
    language: 'en',
    words: '',
  };
  community = communityIdOf(encodeCharter(charter));
});

const logOf = ({ member, device }: Person, kind: LogKind = 'ledger'): LogName => ({
  community,
  kind,
  member,
  device,
});

async function write(
  who: Person,
  seq: number,
  prev: EntryId,
  content: KnownContent,
  kind: LogKind = 'ledger',
): Promise<Entry> {
  const log = logOf(who, kind);
  const body = encodeBody(kind, now, content, new Uint8Array(16).fill(9));
  const id = entryIdOf(logIdOf(log), seq, prev, bodyHashOf(body));
  const signature = await who.signer.sign(entryMessage(id));
  const entry = readEntry(log, seq, prev, concat(body, signature));
  assert(entry.ok, 'a test wrote what no entry can be');
  expect(entry.value.content).toEqual(content);
  expect(entry.value.id).toBe(id);
  return entry.value;
}

const certificate = async (who: Person, role: Role): Promise<Hex> =>
  toHex(
    await who.identity.sign(
      deviceStatement({
        community,
        member: who.member,
        device: who.device,
        box,
        role,
        version: 0,
      }),
    ),
  );

const inviteUse = async ({ member, device }: Person): Promise<InviteUse> => {
  const invite = await signingKeyFromSeed(seed(9));
  const statement = inviteStatement({ community, member, device });
  const proof = toHex(await invite.sign(statement));
  return { invitePub: toHex(invite.publicKey), proof };
};

const proposal = (): KnownContent => ({
  type: 'transfer.propose',
  gave: true,
  day: day(20_763),
  lines: [{ party: ana.member, minutes: minutes(90) }],
  kind: 'help',
  ref: null,
  note: noteIdOf({ type: 'note', salt: '0a'.repeat(16), category: 3, text: 'Garden' }),
  as: null,
});

const previous = 'dd'.repeat(32) as EntryId;

test('charter and community', () => {
  expect(toHex(encodeCharter(charter))).toBe(pinned.charter);
  expect(community).toBe(pinned.community);
  expect(readCharter(encodeCharter(charter))).toEqual({ ok: true, value: charter });
});

test('logs', () => {
  expect(logIdOf(logOf(ana))).toBe(pinned.ledgerLog);
  expect(logIdOf(logOf(ana, 'board'))).toBe(pinned.boardLog);
});

test('statements', () => {
  const { member, device } = biel;
  const claim = { community, member, device };
  const statement = deviceStatement({ ...claim, box, role: 1, version: 258 });
  expect(toHex(statement)).toBe(pinned.deviceStatement);
  expect(toHex(inviteStatement(claim))).toBe(pinned.inviteStatement);
  expect(toHex(entryMessage(previous))).toBe(pinned.entryMessage);
});

test('community.found', async () => {
  const found = await write(ana, 0, zeroId, {
    type: 'community.found',
    charter: encodeCharter(charter),
    box,
    certSig: await certificate(ana, 0),
  });
  expect(toHex(found.stored)).toBe(pinned['found.stored']);
  expect(found.id).toBe(pinned['found.id']);
  expect(certificatesOf(found)).toEqual([
    {
      ...{ member: ana.member, device: ana.device, box, role: 0 },
      signed: { version: 0, key: ana.member },
    },
  ]);
  await expectProven(found);
});

test('device.enrol: 243 bytes at version 0', async () => {
  const { member, device } = biel;
  const enrol = await write(biel, 1, previous, {
    type: 'device.enrol',
    member,
    device,
    box,
    role: 0,
    version: 0,
    by: null,
    certSig: await certificate(biel, 0),
  });
  expect(enrol.stored).toHaveLength(243);
  expect(toHex(enrol.stored)).toBe(pinned['enrol.stored']);
  expect(enrol.id).toBe(pinned['enrol.id']);
  await expectProven(enrol);
});

test('member.admit: 342 bytes', async () => {
  const { member, device } = biel;
  const admit = await write(ana, 1, previous, {
    type: 'member.admit',
    member,
    device,
    box,
    role: 0,
    certSig: await certificate(biel, 0),
    invite: await inviteUse(biel),
  });
  expect(admit.stored).toHaveLength(342);
  expect(toHex(admit.stored)).toBe(pinned['admit.stored']);
  expect(admit.id).toBe(pinned['admit.id']);
  await expectProven(admit);
});

test('member.vouch and member.leave', async () => {
  const vouch = await write(ana, 2, previous, {
    type: 'member.vouch',
    member: biel.member,
  });
  const leave = await write(ana, 2, previous, { type: 'member.leave' });
  expect(toHex(vouch.stored)).toBe(pinned['vouch.stored']);
  expect(toHex(leave.stored)).toBe(pinned['leave.stored']);
});

test('transfer.propose: 134 bytes with a note, travelling 242', async () => {
  const propose = await write(biel, 24, previous, proposal());
  expect(propose.stored).toHaveLength(134);
  expect(encodeTravelling(propose)).toHaveLength(242);
  expect(toHex(propose.stored)).toBe(pinned['propose.stored']);
  expect(toHex(encodeTravelling(propose))).toBe(pinned['propose.travelling']);
  expect(propose.id).toBe(pinned['propose.id']);
  expect(readTravelling(community, encodeTravelling(propose))).toEqual({
    ok: true,
    value: propose,
  });
});

test('transfer.confirm: 107 bytes; a whole transfer at most 250', async () => {
  const propose = await write(biel, 24, previous, proposal());
  const reply = { proposal: propose.id, as: null };
  const confirm = await write(ana, 3, previous, { type: 'transfer.confirm', ...reply });
  const decline = await write(ana, 3, previous, { type: 'transfer.decline', ...reply });
  const withdraw = await write(ana, 3, previous, {
    type: 'transfer.withdraw',
    ...reply,
  });
  expect(confirm.stored).toHaveLength(107);
  expect(propose.stored.length + confirm.stored.length).toBeLessThanOrEqual(250);
  expect(toHex(confirm.stored)).toBe(pinned['confirm.stored']);
  expect(toHex(decline.stored.subarray(0, 43))).toBe(pinned['decline.body']);
  expect(toHex(withdraw.stored.subarray(0, 43))).toBe(pinned['withdraw.body']);
});

test('admission request', async () => {
  const { member, device } = biel;
  const request = {
    type: 'join',
    member,
    device,
    box,
    role: 0,
    certSig: await certificate(biel, 0),
    invitePub,
    proof: 'ee'.repeat(64),
  } as const;
  const bytes = encodeJoinRequest(request);
  expect(toHex(bytes)).toBe(pinned.admissionRequest);
  expect(readJoinRequest(bytes)).toEqual({ ok: true, value: request });
});

test('what a device signed holds, and holds nowhere else', async () => {
  const propose = await write(biel, 0, zeroId, proposal());
  const key = fromHex(biel.device);
  expect(await verify(signatureOf(propose), entryMessage(propose.id), key)).toBe(true);

  const elsewhere: LogName[] = [
    { ...propose.log, community: '77'.repeat(32) as CommunityId },
    { ...propose.log, kind: 'board' },
    { ...propose.log, member: ana.member },
  ];
  for (const log of elsewhere) {
    const moved = readEntry(log, 0, zeroId, propose.stored);
    assert(moved.ok, 'the same bytes are an entry anywhere');
    const message = entryMessage(moved.value.id);
    expect(await verify(signatureOf(moved.value), message, key)).toBe(false);
  }
});

test('[F2] ids and signatures, put together by hand with other libraries', async () => {
  const { id, logId, seq, prev, stored } = await write(biel, 258, previous, proposal());
  const hash = (...parts: Uint8Array[]): Buffer =>
    createHash('sha256').update(Buffer.concat(parts)).digest();
  const charterBytes = encodeCharter(charter);
  expect(community).toBe(
    hash(Buffer.from('manyhands/v1/community\0'), charterBytes).toString('hex'),
  );
  const name = Buffer.from(`${community}00${biel.member}${biel.device}`, 'hex');
  expect(logId).toBe(hash(Buffer.from('manyhands/v1/log\0'), name).toString('hex'));
  const bodyHash = hash(stored.subarray(0, -64)).toString('hex');
  const place = Buffer.from(`${logId}0000000000000102${prev}${bodyHash}`, 'hex');
  expect(place).toHaveLength(104);
  expect(seq).toBe(0x0102);
  expect(id).toBe(hash(place).toString('hex'));

  // RFC 8410: an Ed25519 public key in its DER frame.
  const der = Buffer.from(`302a300506032b6570032100${biel.device}`, 'hex');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const message = Buffer.concat([
    Buffer.from('manyhands/v1/entry\0'),
    Buffer.from(id, 'hex'),
  ]);
  expect(nativeVerify(null, message, key, stored.subarray(-64))).toBe(true);
});

async function expectProven(entry: Entry): Promise<void> {
  const proofs = proofsOf(entry);
  expect(proofs).toHaveLength(entry.content.type === 'member.admit' ? 2 : 1);
  for (const { signature, message, publicKey } of proofs) {
    expect(await verify(signature, message, publicKey)).toBe(true);
  }
}
