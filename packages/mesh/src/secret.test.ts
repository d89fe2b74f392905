/** [findings/A17] the community's secret: from whom it is taken, and which. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex, utf8Bytes, concat } from '@manyhands/codec';
import { secretsOf, sha256 } from '@manyhands/keys';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import { welcomeOf } from './handshakeEvidence.ts';
import { shakeHands } from './handshake.ts';
import type { Host } from './handshake.ts';
import { linkOf } from './link.ts';
import type { Link } from './link.ts';
import { encodeMessage } from './messages.ts';
import type { Secret } from './messages.ts';
import { isNewerSecret } from './newerSecret.ts';
import { openPipe } from './pipe.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone, PhoneOptions } from './testing/phones.ts';
import { realTimers } from './timers.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;
beforeEach(async () => {
  [ana, biel, carme] = await Promise.all([
    createPerson('Ana'),
    createPerson('Biel'),
    createPerson('Carme'),
  ]);
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(closePhones);

const of = (epoch: number, byte: number): Secret => ({
  epoch,
  secret: new Uint8Array(32).fill(byte),
});
const secret = of(0, 7);

async function open(person: CastMember, options: PhoneOptions = {}) {
  const kept: Secret[] = [];
  const onsecret = (given: Secret) => void kept.push(given);
  return { ...(await openPhone(community, person, { onsecret, ...options })), kept };
}

/** Says these secrets, and waits until they were read: what is written then has come. */
async function says(line: Link, phone: MeshPhone, secrets: readonly Secret[]) {
  for (const each of secrets) void line.send(encodeMessage('secret', each));
  const entry = await phone.writer.append('ledger', helped(ana, 30));
  assert(entry.ok, 'Biel writes');
  return entry.value.id;
}

describe('[findings/A17] a secret is taken over a link', () => {
  test('by who holds none, and never again: not a later one, not a smaller one', async () => {
    const hers = await open(ana);
    const his = await open(biel);
    const [, line] = await link(hers, his);
    const lies = [secret, of(0, 0), of(1, 0), of(2 ** 32 - 1, 0)];
    const last = await says(line, his, lies);
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    expect(hers.kept).toEqual([secret]);
  });

  test('of epoch 0 alone, also by who holds none', async () => {
    const hers = await open(ana);
    const his = await open(biel);
    const [, line] = await link(hers, his);
    const last = await says(line, his, [of(2 ** 32 - 1, 0), of(1, 7)]);
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    expect(hers.kept).toEqual([]);
    // The right one still finds its way.
    await link(hers, await open(biel, { secret }));
    await vi.waitFor(() => expect(hers.kept).toEqual([secret]));
  });

  test('if it leads to the lobby that one came through', async () => {
    const { lobby } = secretsOf(secret.secret, community.id);
    const hers = await open(ana, { lobby });
    const his = await open(biel);
    const [, line] = await link(hers, his);
    const last = await says(line, his, [of(0, 8), secret]);
    await vi.waitFor(() => expect(hers.replica.entry(last)).not.toBeNull());
    expect(hers.kept).toEqual([secret]);
  });

  test('not of who says "welcome" and lets nobody in', async () => {
    const { lobby } = secretsOf(secret.secret, community.id);
    const newcomer = await open(carme, { holds: [], lobby });
    const { replica } = await open(biel);
    const host = (person: CastMember): Host => ({
      community: community.id,
      self: { member: person.member, device: person.signing },
      isBanned: () => false,
      evidence: () => [],
      isGuest: () => false,
      admission: () => Promise.resolve(null),
      judge: () =>
        Promise.resolve({
          verdict: 'Welcome',
          evidence: welcomeOf(replica, [person]),
        }),
      receivedCharter: () => undefined,
      welcomed: () => Promise.resolve(),
    });
    const [here, there] = channelPair();
    const pipe = openPipe(there, realTimers);
    const [joined, hands] = await Promise.all([
      newcomer.mesh.connectChannel(here, 'dialler'),
      shakeHands(pipe, 'answerer', host(biel), realTimers),
    ]);
    assert(joined.ok && hands.ok, 'she can know no better');
    const line = linkOf(pipe, hands.value);
    const read = new Promise<void>((resolve) => {
      line.onmessage = ([, number]) => number === 4 && resolve();
    });
    void line.send(encodeMessage('secret', secret));
    void line.send(encodeMessage('ask', []));
    await read;
    expect(newcomer.kept).toEqual([]);

    // The right one it was, and is taken as soon as somebody has let her in.
    const log = community.ledgerOf(ana);
    await log.add(await community.admitContent(carme));
    const page = encodePage({ evidence: [], runs: [log.run()] });
    await newcomer.replica.receive(page, { type: 'message' });
    expect(newcomer.kept).toEqual([secret]);
    pipe.end({ type: 'Closed' });
  });

  test('of nobody who was refused: there is no link', async () => {
    const didac = await createPerson('Didac');
    const hers = await open(ana);
    const stranger = await open(didac, { secret: of(0, 1) });
    const [linked] = await join(hers, stranger);
    expect(linked.ok).toBe(false);
    expect(hers.kept).toEqual([]);
  });
});

test('[findings/A17] of one epoch the lower hash comes first: zeros win nothing', () => {
  const rank = (each: Secret) =>
    toHex(sha256(concat(utf8Bytes('manyhands/v1/secret\0'), each.secret)));
  const some = Array.from({ length: 40 }, (_, byte) => of(0, byte));
  const [zeros, ...others] = some;
  assert(zeros, 'forty');
  for (const each of others) {
    expect(isNewerSecret(each, zeros, 0)).toBe(rank(each) < rank(zeros));
    expect(isNewerSecret(zeros, each, 0)).toBe(rank(zeros) < rank(each));
  }
  expect(others.some((each) => isNewerSecret(each, zeros, 0))).toBe(true);
  expect(isNewerSecret(zeros, zeros, 0)).toBe(false);
  expect(isNewerSecret(of(1, 0), zeros, 0)).toBe(false);
  expect(isNewerSecret(of(1, 0), null, 0)).toBe(false);
});
