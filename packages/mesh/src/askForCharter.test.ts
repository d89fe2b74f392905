import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { err } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey, lobbyOf, secretsOf } from '@manyhands/keys';
import type { SigningKey } from '@manyhands/keys';
import { charterStatement, encodeCharter, inviteStatement } from '@manyhands/ledger';
import type { Charter, CharterRequest } from '@manyhands/ledger';
import { TestCommunity, testCharterOf, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { askForCharter } from './askForCharter.ts';
import { shakeHands } from './handshake.ts';
import type { Host } from './handshake.ts';
import type { Judgement } from './handshakeMessages.ts';
import { openPipe } from './pipe.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import { MeetingHall } from './testing/meetingHall.ts';
import { closePhones, openPhone } from './testing/phones.ts';

let ana: CastMember;
let community: TestCommunity;
let invite: SigningKey;
let hall: MeetingHall;
const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
const relays = ['wss://relay.example'];
const leave: (() => void)[] = [];

beforeEach(async () => {
  ana = await createPerson('Ana');
  community = await TestCommunity.of(ana);
  invite = await createSigningKey();
  hall = new MeetingHall();
});
afterEach(() => {
  for (const each of leave.splice(0)) each();
  closePhones();
});

const lobby = () => secretsOf(secret.secret, community.id).lobby;

/** What whoever holds the invite says; `by`: another key, or other words. */
async function requestOf(
  device: SigningKey,
  by: Partial<{ key: SigningKey; statement: Uint8Array }> = {},
): Promise<CharterRequest> {
  const own = toHex(device.publicKey) as DeviceKey;
  const { key = invite, statement } = by;
  const words = statement ?? charterStatement({ community: community.id, device: own });
  return {
    type: 'charter',
    device: own,
    invitePub: toHex(invite.publicKey),
    proof: toHex(await key.sign(words)),
  };
}

async function read(
  request?: (device: SigningKey) => Promise<CharterRequest>,
  timers: Timers = realTimers,
) {
  const device = await createSigningKey();
  const heard: Charter[] = [];
  const close = askForCharter({
    community: community.id,
    lobby: lobby(),
    relays,
    device,
    request: await (request ?? requestOf)(device),
    oncharter: (charter) => heard.push(charter),
    openIntroducer: hall.open,
    timers,
  });
  leave.push(close);
  return { heard, close };
}

const openMember = (mayRead: (invitePub: string) => boolean, admit = vi.fn()) =>
  openPhone(community, ana, {
    secret,
    relays,
    openIntroducer: hall.open,
    mayRead,
    admit: (request) => {
      admit(request);
      return Promise.resolve(err({ type: 'InviteUnknown' }));
    },
  });

const isInvite = (invitePub: string) => invitePub === toHex(invite.publicKey);

describe('[M12] whoever holds an invite', () => {
  test('reads the charter of a member’s phone, once, and leaves; nobody is asked', async () => {
    const admit = vi.fn();
    const member = await openMember(isInvite, admit);
    const before = member.replica.digest();
    const { heard } = await read();
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ name: 'Els Plataners', founder: ana.member });
    expect(hall.left).toEqual([lobbyOf(lobby(), community.id).room]);
    expect(admit).not.toHaveBeenCalled();
    expect(member.mesh.peers()).toEqual([]);
    expect(member.replica.digest()).toBe(before);
  });

  test('hears nothing where the app says no, and where nobody says anything', async () => {
    const mayRead = vi.fn(() => false);
    await openMember(mayRead);
    const { heard } = await read();
    await vi.waitFor(() => expect(hall.dismissed).toContain('later'));
    expect(mayRead).toHaveBeenCalledWith(toHex(invite.publicKey));
    expect(heard).toEqual([]);
  });

  test('has signed for itself and for reading alone, or the app is not even asked', async () => {
    const mayRead = vi.fn(() => true);
    await openMember(mayRead);
    const stranger = await createSigningKey();
    const asks = [
      (device: SigningKey) => requestOf(device, { key: stranger }),
      // What somebody else has signed, as overheard.
      async () => requestOf(stranger),
      // The words by which somebody joins are no words to read by, nor the other way round.
      (device: SigningKey) => {
        const own = toHex(device.publicKey) as DeviceKey;
        const named = { community: community.id, member: ana.member, device: own };
        return requestOf(device, { statement: inviteStatement(named) });
      },
    ];
    for (const ask of asks) {
      hall.dismissed.length = 0;
      const { heard, close } = await read(ask);
      await vi.waitFor(() => expect(hall.dismissed).toContain('refused'));
      expect(heard).toEqual([]);
      close();
    }
    expect(mayRead).not.toHaveBeenCalled();
  });

  test('[M5] asks again, if nobody answered the first time', async () => {
    await openMember(isInvite);
    const timers = new ManualTimers();
    hall.isHeard = false;
    const { heard } = await read(requestOf, timers);
    await vi.waitFor(() => expect(hall.entered).toHaveLength(3));
    hall.isHeard = true;
    timers.pass(4_999);
    expect(hall.dismissed).toEqual([]);
    timers.pass(1);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
  });

  test('leaves when it is told to, also while somebody is being met', async () => {
    await openMember(isInvite);
    const { heard, close } = await read();
    close();
    await vi.waitFor(() => expect(hall.left).toHaveLength(1));
    await vi.waitFor(() => expect(hall.dismissed).toContain('lost'));
    expect(heard).toEqual([]);
  });
});

/** Somebody in the lobby who says what they like. */
async function openLiar(judgement: Judgement): Promise<{ met: number }> {
  const device = await createSigningKey();
  const seen = { met: 0 };
  const host: Host = {
    community: community.id,
    self: { member: ana.member, device },
    isBanned: () => false,
    evidence: () => [],
    isGuest: () => false,
    admission: () => Promise.resolve(null),
    judge: () => Promise.resolve(judgement),
    receivedCharter: () => undefined,
    welcomed: () => Promise.resolve(),
  };
  const place = lobbyOf(lobby(), community.id);
  const introducer = await hall.open({ ...place, relays }, (met) => {
    seen.met += 1;
    const pipe = openPipe(met.channel, realTimers);
    void shakeHands(pipe, met.role, host, realTimers).then(() =>
      met.dismiss('refused'),
    );
  });
  leave.push(() => introducer.close());
  return seen;
}

describe('[M12] of whoever stands in the lobby', () => {
  const lies: Record<string, () => Judgement> = {
    'a charter of another text': () => ({
      verdict: 'Knocked',
      evidence: [encodeCharter(testCharterOf(ana, { words: 'You owe us ten hours.' }))],
    }),
    'bytes that are no charter': () => ({
      verdict: 'Knocked',
      evidence: [new Uint8Array(4_000).fill(7)],
    }),
    'no charter at all': () => ({ verdict: 'Knocked', evidence: [] }),
    'a welcome with a hundred entries': () => ({
      verdict: 'Welcome',
      evidence: Array<Uint8Array>(15).fill(new Uint8Array(4_300)),
    }),
  };

  test.each(Object.entries(lies))(
    '%s is not taken, and a true one is',
    async (_, lie) => {
      const liar = await openLiar(lie());
      const { heard } = await read();
      await vi.waitFor(() => expect(liar.met).toBe(1));
      await vi.waitFor(() => expect(hall.dismissed.length).toBeGreaterThan(0));
      expect(heard).toEqual([]);
      await openMember(isInvite);
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      expect(heard[0]?.words).not.toContain('ten hours');
    },
  );

  test('who says nothing keeps nobody from hearing it of another', async () => {
    const place = lobbyOf(lobby(), community.id);
    const silent = await hall.open({ ...place, relays }, () => undefined);
    leave.push(() => silent.close());
    await openMember(isInvite);
    const { heard } = await read();
    await vi.waitFor(() => expect(heard).toHaveLength(1));
  });
});
