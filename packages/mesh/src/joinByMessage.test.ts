import { beforeEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { openSealed, sealFor, secretsOf } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import type { InviteRequest, JoinRequest } from '@manyhands/ledger';
import {
  TestCommunity,
  createPerson,
  deliver,
  openOnMemory,
  profileOf,
  proofFor,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import {
  openJoinMessage,
  recipientOf,
  sealJoinMessage,
  sealWelcome,
  takeWelcome,
} from './joinByMessage.ts';
import type { WelcomeReader } from './joinByMessage.ts';
import { sealedWelcome, welcomeText } from './joinMessages.ts';
import { introductionSteps } from './limits.ts';

let ana: CastMember;
let biel: CastMember;
let community: TestCommunity;
const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  community = await TestCommunity.of(ana, []);
});

const lobbyOf = (bytes = secret.secret) => toHex(secretsOf(bytes, community.id).lobby);
const lock = () => ({ community: community.id, secret: secret.secret });

async function requestOf(
  person: CastMember,
  changes: Partial<InviteRequest> = {},
): Promise<InviteRequest> {
  const { member, device, box, certSig } = await community.admitContent(person);
  const invite = await proofFor(community, person);
  return { type: 'join', member, device, box, role: 0, certSig, ...invite, ...changes };
}

/** Ana's replica, once she has let them in. */
async function hostOf(...letIn: CastMember[]) {
  for (const each of letIn) {
    await community.ledgerOf(ana).add(await community.admitContent(each));
  }
  const phone = await openOnMemory(community.id);
  await deliver(phone, { runs: community.runs() }, ana);
  return phone.replica;
}

async function newcomer(
  person: CastMember,
  changes: Partial<WelcomeReader> = {},
): Promise<WelcomeReader> {
  const { replica } = await openOnMemory(community.id);
  return {
    replica,
    self: person,
    lobby: lobbyOf(),
    open: (sealed) => openSealed(sealed, person.signing.publicKey, person.sealing),
    ...changes,
  };
}

const welcomeFor = async (person: CastMember, of = secret) => {
  const replica = await hostOf(person);
  const letting = { replica, self: ana, secret: of, introduction: [] };
  const welcome = await sealWelcome(letting, await requestOf(person));
  assert(welcome, 'somebody who was let in is welcomed');
  return welcome;
};

test('[M16] a request goes by message, and is read by members of that community alone', async () => {
  const request = await requestOf(biel);
  const introduction = [
    encodeTravelling(await community.boardOf(biel).add(profileOf(biel))),
  ];
  const message = await sealJoinMessage(
    { community: community.id, lobby: lobbyOf() },
    { request, introduction },
  );
  const opened = await openJoinMessage(message, [lock()]);
  expect(opened).toMatchObject({ ok: true, value: { request, introduction } });
  const others = [{ ...lock(), secret: new Uint8Array(32).fill(8) }];
  expect(await openJoinMessage(message, others)).toMatchObject({
    error: { type: 'AnotherCommunity' },
  });
  const changed = message.with(message.length - 1, (message.at(-1) ?? 0) ^ 1);
  for (const spoilt of [changed, message.slice(0, 20), message.slice(0, 3)]) {
    expect(await openJoinMessage(spoilt, [lock()])).toMatchObject({
      error: { type: 'Malformed' },
    });
  }
});

test('[M16] a request whose signatures do not hold is nobody’s', async () => {
  const carme = await createPerson('Carme');
  const theirs = await requestOf(carme);
  const lies: Partial<InviteRequest>[] = [
    { proof: theirs.proof },
    { certSig: theirs.certSig },
    { box: theirs.box },
    { device: theirs.device },
  ];
  for (const lie of lies) {
    const request = await requestOf(biel, lie);
    const where = { community: community.id, lobby: lobbyOf() };
    const message = await sealJoinMessage(where, { request, introduction: [] });
    expect(await openJoinMessage(message, [lock()])).toMatchObject({
      error: { type: 'Unproven' },
    });
  }
});

test('[M16] what asks for something else than to join is no such message', async () => {
  const { member, device, box } = await requestOf(biel);
  const [key, sig] = ['ab'.repeat(32), 'cd'.repeat(64)];
  const others: JoinRequest[] = [
    { type: 'device', member, device, box, linkPub: key, proof: sig },
    { type: 'whoAmI', key, device, box, sig },
  ];
  for (const other of others) {
    const message = await sealJoinMessage(
      { community: community.id, lobby: lobbyOf() },
      { request: other as InviteRequest, introduction: [] },
    );
    expect(await openJoinMessage(message, [lock()])).toMatchObject({
      error: { type: 'Malformed', why: 'no request to join' },
    });
  }
});

test('[M16] a box that is no key to seal for is not welcomed', async () => {
  const letting = { replica: await hostOf(biel), self: ana, secret, introduction: [] };
  const request = await requestOf(biel, { box: '00'.repeat(32) });
  expect(await sealWelcome(letting, request)).toBeNull();
});

test('[mesh/M2] whom the members decided to let go is not welcomed', async () => {
  const carme = await createPerson('Carme');
  const replica = await hostOf(biel, carme);
  const letting = { replica, self: ana, secret, introduction: [] };
  const request = await requestOf(biel);
  expect(await sealWelcome(letting, request)).not.toBeNull();
  const log = community.ledgerOf(ana);
  await log.add({ type: 'member.vouch', member: carme.member });
  const { id: motion } = await log.add({
    type: 'motion.open',
    replaces: [],
    matter: { about: 'member', member: biel.member, standing: 'removed' },
  });
  await community.ledgerOf(carme).add({ type: 'motion.vote', motion, yes: true });
  await deliver({ replica }, { runs: community.runs() }, ana);
  expect(replica.ledger.standingOf(biel.member)).toBe('removed');
  expect(await sealWelcome(letting, request)).toBeNull();
});

test('[M16] a welcome with spoilt evidence is told from one that lets nobody in', async () => {
  const welcomeWith = async (evidence: Uint8Array[]): Promise<Uint8Array> => {
    const { device, box } = await requestOf(biel);
    const recipient = { device: fromHex(device), box: fromHex(box) };
    const plain = welcomeText.encode({ ...secret, evidence });
    const { epk, wraps, ciphertext } = await sealFor([recipient], plain);
    const [wrapped] = wraps;
    assert(wrapped, 'sealed for one');
    const hint = device.slice(0, 16);
    return sealedWelcome.encode({ hint, epk, wrap: wrapped.wrap, ciphertext });
  };
  const spoilt = await welcomeWith([Uint8Array.of(1, 2, 3)]);
  expect(await takeWelcome(spoilt, await newcomer(biel))).toMatchObject({
    error: { type: 'Malformed' },
  });
  expect(await takeWelcome(await welcomeWith([]), await newcomer(biel))).toMatchObject({
    error: { type: 'NotLetIn' },
  });
});

test('[M16] who was let in learns it, and the secret, from one message', async () => {
  const welcome = await welcomeFor(biel);
  expect(recipientOf(welcome)).toEqual({ ok: true, value: biel.device.slice(0, 16) });
  const phone = await newcomer(biel);
  expect(await takeWelcome(welcome, phone)).toEqual({ ok: true, value: secret });
  expect(phone.replica.ledger.isEverMember(biel.member)).toBe(true);
  expect(phone.replica.ledger.charter()).not.toBeNull();
});

test('[M16] a welcome opens for one device, and for nobody who was not let in', async () => {
  const welcome = await welcomeFor(biel);
  const carme = await createPerson('Carme');
  expect(await takeWelcome(welcome, await newcomer(carme))).toMatchObject({
    error: { type: 'AnotherCommunity' },
  });
  // With her device's name on it, it is sealed for his box all the same.
  const device = biel.device;
  const open: WelcomeReader['open'] = (sealed) =>
    openSealed(sealed, biel.signing.publicKey, carme.sealing);
  expect(
    await takeWelcome(
      welcome,
      await newcomer(carme, { self: { ...carme, device }, open }),
    ),
  ).toMatchObject({ error: { type: 'Malformed' } });
  const request = await requestOf(carme);
  const replica = await hostOf();
  const letting = { replica, self: ana, secret, introduction: [] };
  expect(await sealWelcome(letting, request)).toBeNull();
});

test('[findings/A17] the secret has to lead to the lobby of the invite', async () => {
  const other = { epoch: 0, secret: new Uint8Array(32).fill(9) };
  const phone = await newcomer(biel);
  expect(await takeWelcome(await welcomeFor(biel, other), phone)).toMatchObject({
    error: { type: 'AnotherCommunity' },
  });
  expect(phone.replica.founding()).toBeNull();
});

test('[replica/R8] a message shows somebody by four entries, and by no more', async () => {
  const where = { community: community.id, lobby: lobbyOf() };
  const sealed = async (entries: number) => {
    const introduction = Array.from({ length: entries }, () => Uint8Array.of(1));
    return sealJoinMessage(where, { request: await requestOf(biel), introduction });
  };
  const most = await openJoinMessage(await sealed(introductionSteps), [lock()]);
  expect(most.ok && most.value.introduction.length).toBe(4);
  await expect(sealed(introductionSteps + 1)).rejects.toThrow();
});
