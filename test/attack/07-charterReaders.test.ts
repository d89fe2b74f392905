/**
 * Class 7 at the lobby, beside 6, 8, 11 and 12: whoever holds one invite reads the agreement under
 * as many names as they like (decision 0075).
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assert, err } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import {
  certify,
  inviteKeyOf,
  mayRead,
  proveHolding,
  requestByInvite,
  requestCharter,
} from '@manyhands/door';
import { communityIdOf, encodeJoinRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { call } from './kit/caller.ts';
import type { Call } from './kit/caller.ts';
import { closeMeshed, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { ana, biel } from './kit/stories.ts';

const inviteUnknown = 2;
const knocked = 11;
const seed = '5a'.repeat(16);
const admit = vi.fn();
let community: TestCommunity;
let phone: Meshed;

beforeEach(async () => {
  admit.mockReset();
  community = await TestCommunity.of(biel, [ana]);
  const key = await inviteKeyOf(fromHex(seed));
  await community.boardOf(ana).add({
    type: 'invite.open',
    invitePub: toHex(key.publicKey),
    uses: 1,
    label: '',
    proof: await proveHolding(key, { community: community.id, ...ana }),
  });
  phone = await openAnas();
});
afterEach(closeMeshed);

async function openAnas(): Promise<Meshed> {
  const opened: Meshed = await openMeshed(community, ana, {
    admit: (request) => {
      admit(request);
      return Promise.resolve(err({ type: 'InviteUnknown' }));
    },
    mayRead: (invitePub) => mayRead(opened.replica, invitePub),
  });
  return opened;
}

async function readAs({ member, signing }: CastMember): Promise<Call> {
  const asked = await requestCharter({ community: community.id, seed }, signing);
  return call(phone, { member, signing, request: encodeJoinRequest(asked) });
}

async function joinAs(person: CastMember): Promise<Call> {
  const { member, signing, identity, sealing } = person;
  const keys = { identity, device: signing, box: sealing.publicKey };
  const certificate = await certify(community.id, keys);
  const asked = await requestByInvite({ community: community.id, seed }, certificate);
  return call(phone, { member, signing, request: encodeJoinRequest(asked) });
}

test('forty readers at once: each hears the charter and nothing else, and none is asked about', async () => {
  const crowd = await Promise.all(
    Array.from({ length: 40 }, (_, n) => createPerson(`Didac ${String(n)}`)),
  );
  const before = phone.replica.digest();
  const calls = await Promise.all(crowd.map(readAs));
  for (const { verdict, told, line } of calls) {
    expect(verdict).toBe(knocked);
    expect(told.map(communityIdOf)).toEqual([community.id]);
    // What one is told is no more than a few times what it took to ask.
    expect(line.heardBytes).toBeLessThan(4 * line.sentBytes);
  }
  expect(admit).not.toHaveBeenCalled();
  expect(phone.replica.digest()).toBe(before);
  expect(phone.mesh.peers()).toEqual([]);
  // All places of those who are to come in are free.
  await joinAs(await createPerson('Carme'));
  expect(admit).toHaveBeenCalledTimes(1);
});

test('an invite that was taken back, or used, reads no more', async () => {
  const [entry] = community
    .boardOf(ana)
    .entries.filter(({ content }) => content.type === 'invite.open');
  assert(entry, 'the invite is on her board');
  const reader = await createPerson('Didac');
  const used = await community.admitContent(await createPerson('Carme'));
  const key = await inviteKeyOf(fromHex(seed));
  const invite = {
    invitePub: toHex(key.publicKey),
    proof: await proveHolding(key, { community: community.id, ...used }),
  };
  await community.ledgerOf(ana).add({ ...used, invite });
  closeMeshed();
  phone = await openAnas();
  const { verdict, told } = await readAs(reader);
  expect({ verdict, told }).toEqual({ verdict: inviteUnknown, told: [] });
});

test('[findings/H15] what a reader signed lets nobody in, whoever overheard it', async () => {
  const thief = await createPerson('Didac');
  const { proof, invitePub } = await requestCharter(
    { community: community.id, seed },
    thief.signing,
  );
  const admission = {
    ...(await community.admitContent(thief)),
    invite: { invitePub, proof },
  };
  await community.ledgerOf(ana).add(admission);
  closeMeshed();
  phone = await openAnas();
  const { ledger } = phone.replica;
  expect(ledger.admittedWith(invitePub)).toEqual([]);
});
