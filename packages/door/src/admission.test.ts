import { assert, beforeEach, expect, test } from 'vitest';
import { fromHex, toHex } from '@manyhands/codec';
import { signingKeyFromSeed, verify } from '@manyhands/keys';
import { charterStatement, inviteStatement } from '@manyhands/ledger';
import type { InviteOpen, InviteRequest } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  enrolmentUnder,
  identityContent,
  listing,
  openOnMemory,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import {
  certify,
  considerAdmission,
  inviteKeyOf,
  mayRead,
  proveHolding,
  requestByInvite,
  requestCharter,
} from './admission.ts';

const seed = '5a'.repeat(16);
let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let didac: CastMember;
let community: TestCommunity;
let here: OnMemory;

const share = () => deliver(here, { runs: community.runs() }, ana);

/** What `person` shows at the door, holding the invite of `seed`. */
async function knocking(person: CastMember): Promise<InviteRequest> {
  const keys = {
    identity: person.identity,
    device: person.signing,
    box: person.sealing.publicKey,
  };
  const certificate = await certify(community.id, keys);
  return requestByInvite({ community: community.id, seed }, certificate);
}

/** The invite of `seed`, opened by Ana. */
async function opened({ id }: TestCommunity, uses: number): Promise<InviteOpen> {
  const key = await inviteKeyOf(fromHex(seed));
  const proof = await proveHolding(key, { community: id, ...ana });
  const invitePub = toHex(key.publicKey);
  return { type: 'invite.open', invitePub, uses, label: '', proof };
}

beforeEach(async () => {
  [ana, biel, carme, didac] = await createCast();
  community = await TestCommunity.of(ana);
  here = await openOnMemory(community.id);
  await community.boardOf(ana).add(await opened(community, 1));
  await share();
});

test('an open invite lets its holder in, and the entry says with which invite', async () => {
  const request = await knocking(biel);
  const considered = considerAdmission(here.replica, ana, request);
  assert(considered.ok && considered.value);
  expect(considered.value).toMatchObject({
    type: 'member.admit',
    member: biel.member,
    device: biel.device,
    invite: { invitePub: request.invitePub, proof: request.proof },
  });
});

test('the proof is bound to who knocks: another device cannot borrow it', async () => {
  const { proof, invitePub } = await knocking(biel);
  const { member, device } = carme;
  const statement = inviteStatement({ community: community.id, member, device });
  expect(await verify(fromHex(proof), statement, fromHex(invitePub))).toBe(false);
});

test('[D1] an invite for one person lets one person in, and that one again', async () => {
  const first = await knocking(biel);
  const considered = considerAdmission(here.replica, ana, first);
  assert(considered.ok && considered.value);
  await community.ledgerOf(ana).add(considered.value);
  await share();

  expect(considerAdmission(here.replica, ana, await knocking(carme))).toEqual({
    ok: false,
    error: 'InviteUsed',
  });
  expect(considerAdmission(here.replica, ana, first)).toEqual({
    ok: true,
    value: null,
  });
});

test('[D7] the charter is for whoever holds an invite that still lets somebody in', async () => {
  const { invitePub, device, proof } = await requestCharter(
    { community: community.id, seed },
    biel.signing,
  );
  const statement = charterStatement({ community: community.id, device });
  expect(await verify(fromHex(proof), statement, fromHex(invitePub))).toBe(true);
  expect(device).toBe(biel.device);

  expect(mayRead(here.replica, invitePub)).toBe(true);
  expect(mayRead(here.replica, '00'.repeat(32))).toBe(false);
  const considered = considerAdmission(here.replica, ana, await knocking(biel));
  assert(considered.ok && considered.value);
  await community.ledgerOf(ana).add(considered.value);
  await share();
  expect(mayRead(here.replica, invitePub)).toBe(false);
});

test('[D2] an invite that nobody here has opened lets nobody in', async () => {
  const request = { ...(await knocking(biel)), invitePub: '00'.repeat(32) };
  expect(considerAdmission(here.replica, ana, request)).toEqual({
    ok: false,
    error: 'InviteUnknown',
  });
});

test('where it takes two to let somebody in, each of them says yes once', async () => {
  const two = await TestCommunity.of(ana, [didac], { join: 2, circle: 2 });
  // Carme is let in by the founder alone: no member yet, so her yes does not count.
  await two.ledgerOf(ana).add(await two.admitContent(carme));
  await two.boardOf(ana).add(await opened(two, 5));
  here = await openOnMemory(two.id);
  await deliver(here, { runs: two.runs() }, ana);
  community = two;
  const request = await knocking(biel);
  const considered = considerAdmission(here.replica, ana, request);
  assert(considered.ok && considered.value);
  await two.ledgerOf(ana).add(considered.value);
  await deliver(here, { runs: two.runs() }, ana);
  expect(here.replica.ledger.isEverMember(biel.member)).toBe(false);
  expect(considerAdmission(here.replica, ana, request)).toEqual({
    ok: true,
    value: null,
  });
  expect(considerAdmission(here.replica, carme, request)).toMatchObject({
    ok: false,
  });
});

test('[ledger/L12] a device that does not speak for its member lets nobody in by itself', async () => {
  const found = await createPerson('Ana', 'found page');
  const [first, second] = await Promise.all(
    [41, 42].map((byte) => signingKeyFromSeed(new Uint8Array(32).fill(byte))),
  );
  assert(first && second, 'two pages of words');
  const log = community.ledgerOf(ana);
  const devices = [listing(ana)];
  await log.add(
    await identityContent(community, ana, { key: first, devices }, ana.identity),
  );
  await community.ledgerOf(found).add(await enrolmentUnder(community, found, 1, first));
  await share();
  const request = await knocking(biel);
  expect(considerAdmission(here.replica, found, request)).toMatchObject({ ok: true });
  const claim = { key: second, version: 2, devices };
  await log.add(await identityContent(community, ana, claim, first));
  await share();
  expect(considerAdmission(here.replica, found, request)).toEqual({
    ok: false,
    error: 'Busy',
  });
  expect(considerAdmission(here.replica, ana, request)).toMatchObject({ ok: true });
});
