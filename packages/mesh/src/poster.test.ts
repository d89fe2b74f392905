import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { createSigningKey, secretsOf, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  encodeJoinRequest,
  inviteStatement,
  posterKeySeedOf,
  readCharter,
} from '@manyhands/ledger';
import type { JoinRequest, InviteRequest, KnockRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson, profileOf } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import { createPeerAuthorizer } from './peerAuthorizer.ts';
import type { Admit } from './peerAuthorizer.ts';
import type { Secret } from './messages.ts';
import { MeetingHall } from './testing/meetingHall.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, join, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';
import type { JoinRefused } from './verdict.ts';

/** Ana has hung up a poster; Carme has read it. */
let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;
let poster: Signer;
const secret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  community = await TestCommunity.of(ana, [biel]);
  await community.boardOf(ana).add(profileOf(ana));
  await community.boardOf(biel).add(profileOf(biel));
  poster = await signingKeyFromSeed(posterKeySeedOf({ seed: '5e'.repeat(16) }));
});
afterEach(closePhones);

/** What whoever has read the poster says; the changes are lies. */
async function requestOf(
  person: CastMember,
  changes: Partial<KnockRequest> = {},
): Promise<KnockRequest> {
  const { member, device, box, certSig } = await community.admitContent(person);
  const statement = inviteStatement({ community: community.id, member, device });
  return {
    type: 'knock',
    member,
    device,
    box,
    role: 0,
    certSig,
    posterPub: toHex(poster.publicKey),
    proof: toHex(await poster.sign(statement)),
    name: person.name,
    line: 'From number 4',
    ...changes,
  };
}

interface Host extends MeshPhone {
  readonly admit: Admit;
  readonly asked: KnockRequest[];
  readonly invited: InviteRequest[];
  greets(who: CastMember): Promise<void>;
  answers(answer: Result<void, JoinRefused>): void;
}

/** A member's phone, whose owner answers when they have looked at it. */
async function openHost(person: CastMember, options: PhoneOptions = {}): Promise<Host> {
  const asked: KnockRequest[] = [];
  let answers: Host['answers'] = () => undefined;
  const invited: InviteRequest[] = [];
  const admit: Admit = (request) => {
    if (request.type === 'join') invited.push(request);
    if (request.type === 'knock') asked.push(request);
    return new Promise((resolve) => (answers = resolve));
  };
  const phone = await openPhone(community, person, { secret, admit, ...options });
  const greets = async (who: CastMember) => {
    const admission = await community.admitContent(who);
    assert((await phone.writer.append('ledger', admission)).ok, 'written');
    answers(ok(undefined));
  };
  return {
    ...phone,
    admit,
    asked,
    invited,
    greets,
    answers: (answer) => answers(answer),
  };
}

async function openKnocker(
  person: CastMember,
  changes: Partial<KnockRequest> = {},
  options: PhoneOptions = {},
): Promise<MeshPhone & { charters: Uint8Array[]; secrets: Secret[] }> {
  const charters: Uint8Array[] = [];
  const secrets: Secret[] = [];
  const phone = await openPhone(community, person, {
    holds: [],
    admission: () => requestOf(person, changes),
    onsecret: (given) => secrets.push(given),
    oncharter: (charter) => charters.push(charter),
    ...options,
  });
  return { ...phone, charters, secrets };
}

/** Notes what is sent through a channel, as somebody with the lobby's password hears it. */
function overhear(channel: Channel, heard: Uint8Array[]): void {
  const send = channel.send.bind(channel);
  channel.send = (frame) => {
    heard.push(frame.slice());
    send(frame);
  };
}

const verdictOf = ([theirs]: Awaited<ReturnType<typeof join>>) =>
  theirs.ok || !('verdict' in theirs.error) ? theirs : theirs.error.verdict;

const hold = (haystack: Uint8Array, needle: Uint8Array) =>
  toHex(haystack).includes(toHex(needle));

describe('[M12] whoever has read a poster', () => {
  test('is told the charter, and waits; and nothing else passes', async () => {
    const host = await openHost(ana);
    const knocker = await openKnocker(carme);
    const channels = channelPair();
    const heard: Uint8Array[] = [];
    const listen = channels[0];
    overhear(channels[1], heard);
    const linked = await join(knocker, host, [listen, channels[1]]);

    expect(verdictOf(linked)).toBe('Knocked');
    const [charter] = knocker.charters;
    assert(charter, 'the charter was told');
    expect(readCharter(charter)).toMatchObject({ value: { name: 'Els Plataners' } });
    expect(knocker.secrets).toEqual([]);
    expect(knocker.replica.vector()).toEqual([]);
    expect(knocker.replica.ledger.members()).toEqual([]);
    const said = Uint8Array.from(heard.flatMap((frame) => [...frame]));
    expect(hold(said, utf8Bytes('Els Plataners'))).toBe(true);
    // Of the bytes that were said none are a name, a secret, an entry, another member's.
    for (const kept of [
      utf8Bytes('Ana'),
      utf8Bytes('Biel'),
      secret.secret,
      ...community.logs().flatMap(({ entries }) => entries.map(({ stored }) => stored)),
      biel.identity.publicKey,
      biel.signing.publicKey,
    ]) {
      expect(hold(said, kept)).toBe(false);
    }
  });

  test('hears at the door of a member who was let in by others nothing of those either', async () => {
    const hall = new MeetingHall();
    const heard: Uint8Array[] = [];
    hall.join = () => {
      const pair = channelPair();
      for (const channel of pair) overhear(channel, heard);
      return pair;
    };
    const meeting = { relays: ['wss://relay.example'], openIntroducer: hall.open };
    const host = await openHost(biel, meeting);
    const { lobby } = secretsOf(secret.secret, community.id);
    const knocker = await openKnocker(carme, {}, { ...meeting, lobby });
    await vi.waitFor(() => expect(knocker.charters).toHaveLength(1), 5_000);
    expect(host.asked).toHaveLength(1);
    const said = Uint8Array.from(heard.flatMap((frame) => [...frame]));
    for (const kept of [
      utf8Bytes('Biel'),
      secret.secret,
      ...community.logs().flatMap(({ entries }) => entries.map(({ stored }) => stored)),
    ]) {
      expect(hold(said, kept)).toBe(false);
    }
  });

  test('is shown to a person once, whatever they say the next time, and waits longer then', async () => {
    const timers = new ManualTimers();
    const host = await openHost(ana);
    const knock = knockerAt(host, timers);
    const first = knock(await requestOf(carme));
    await vi.waitFor(() => expect(timers.waiting).toBe(1));
    timers.pass(1_000);
    expect((await first).verdict).toBe('Knocked');
    const second = knock(await requestOf(carme, { line: 'Let me in!' }));
    await vi.waitFor(() => expect(timers.waiting).toBe(1));
    timers.pass(7_999);
    expect(timers.waiting).toBe(1);
    timers.pass(1);
    expect((await second).verdict).toBe('Knocked');
    expect(host.asked).toMatchObject([{ name: 'Carme', line: 'From number 4' }]);
  });

  test('is in as soon as a member greets them, and gets all there is', async () => {
    const host = await openHost(ana);
    await join(await openKnocker(carme), host);
    const knocker = await openKnocker(carme);
    const linked = join(knocker, host);
    await host.greets(carme);
    const [theirs] = await linked;
    expect(theirs.ok).toBe(true);
    await vi.waitFor(() => expect(knocker.secrets).toEqual([secret]));
    await vi.waitFor(() =>
      expect(knocker.replica.digest()).toBe(host.replica.digest()),
    );
  });

  test('hears that the poster was taken down', async () => {
    const host = await openHost(ana);
    const linked = join(await openKnocker(carme), host);
    await vi.waitFor(() => expect(host.asked).toHaveLength(1));
    host.answers(err({ type: 'InviteClosed' }));
    expect(verdictOf(await linked)).toBe('InviteClosed');
  });

  test('a yes that wrote nothing lets nobody in', async () => {
    const host = await openHost(ana);
    const linked = join(await openKnocker(carme), host);
    await vi.waitFor(() => expect(host.asked).toHaveLength(1));
    host.answers(ok(undefined));
    expect(verdictOf(await linked)).toBe('Knocked');
  });

  test('whose request does not hold is not even asked about', async () => {
    const host = await openHost(ana);
    const other = toHex((await createSigningKey()).publicKey);
    const lies = [
      { posterPub: other },
      { box: other },
      { device: biel.device },
      { member: biel.member },
    ];
    for (const [i, lie] of lies.entries()) {
      const liar = await createPerson(`Number ${String(i)}`);
      expect(verdictOf(await join(await openKnocker(liar, lie), host))).toBe(
        'BadRequest',
      );
    }
    expect(host.asked).toEqual([]);
  });

  test('sixteen wait at once, the next is told the charter all the same, and no invited one is kept out', async () => {
    const timers = new ManualTimers();
    const host = await openHost(ana);
    const knock = knockerAt(host, timers);
    for (let i = 0; i < 16; i += 1) {
      void knock(await requestOf(await createPerson(`Number ${String(i)}`)));
    }
    await vi.waitFor(() => expect(host.asked).toHaveLength(16));
    expect(await knock(await requestOf(carme))).toMatchObject({
      verdict: 'Knocked',
      evidence: [expect.any(Uint8Array)],
    });
    expect(host.asked).toHaveLength(16);
    const { name: _, line: __, posterPub, ...rest } = await requestOf(carme);
    void knock({ ...rest, type: 'join', invitePub: posterPub });
    await vi.waitFor(() => expect(host.invited).toHaveLength(1));
  });

  test('a charter of another community is not taken', async () => {
    const elsewhere = await TestCommunity.of(biel, [], { name: 'Elsewhere' });
    const content = await elsewhere.foundContent();
    const host = await openHost(ana);
    assert(content.type === 'community.found', 'it founds');
    vi.spyOn(host.replica, 'founding').mockReturnValue({
      content,
    } as ReturnType<typeof host.replica.founding>);
    const knocker = await openKnocker(carme);
    expect(verdictOf(await join(knocker, host))).toBe('Knocked');
    expect(knocker.charters).toEqual([]);
  });
});

/** What a member's phone answers, alone, by a clock of its own. */
function knockerAt({ replica, person, admit }: Host, timers: ManualTimers) {
  const authorizer = createPeerAuthorizer({
    replica,
    self: { member: person.member, device: person.signing },
    admission: null,
    admit,
    whoIs: () => null,
    mayRead: () => false,
    oncharter: () => undefined,
    hasSecret: () => true,
    isBanned: () => false,
    isRemoved: () => false,
    timers,
  });
  return (request: Exclude<JoinRequest, { type: 'whoAmI' | 'charter' }>) => {
    const { member, device } = request;
    const signature = new Uint8Array(64); // checked before the app is asked
    const admission = encodeJoinRequest(request);
    return authorizer.judge(
      { member, device },
      { signature, member, evidence: [], admission },
    );
  };
}
