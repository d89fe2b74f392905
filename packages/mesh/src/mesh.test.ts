import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { concat, encode } from '@manyhands/codec';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, createPerson, helped, profileOf } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import { Assembler, framesOf } from './frames.ts';
import type { HandshakeRefused } from './handshake.ts';
import { messageLimit } from './limits.ts';
import { encodeMessage, readMessage } from './messages.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let didac: CastMember;
let community: TestCommunity;

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  didac = await createPerson('Didac');
  community = await TestCommunity.of(ana, [biel, carme, didac]);
});
afterEach(closePhones);

const open = (person: CastMember) => openPhone(community, person);

/** Biel's phone turns against Ana: its channel, once both have shaken hands. */
async function turnedAgainst(hers: MeshPhone, his: MeshPhone): Promise<Channel> {
  const [here, there] = channelPair();
  const [linked] = await join(hers, his, [here, there]);
  assert(linked.ok, 'Biel is a member');
  return there;
}

const send = (channel: Channel, message: Uint8Array) => {
  for (const frame of framesOf(message)) channel.send(frame);
};

const errorOf = (result: { ok: boolean; error?: HandshakeRefused }) =>
  result.ok ? null : result.error?.type;

/** Ana still talks with Carme after what Biel did. */
async function goesOn(hers: MeshPhone): Promise<void> {
  const other = await open(carme);
  await link(hers, other);
  await hers.writer.append('ledger', helped(carme, 30));
  await vi.waitFor(() => expect(other.replica.digest()).toBe(hers.replica.digest()));
}

describe('[replica/R8] what one device alone is guilty of costs it the link, and nobody else', () => {
  const offences: [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['no message', () => Uint8Array.of(0xff)],
    ['a message of another shape', () => encode([2, 'a vector'])],
    ['a page that is none', () => encodeMessage('news', Uint8Array.of(1, 2, 3))],
    [
      'an entry with a wrong signature',
      async () => {
        const log = community.ledgerOf(biel).branch(biel, 0);
        await log.add(helped(ana, 60), { signer: carme.signing });
        return encodeMessage('news', encodePage({ evidence: [], runs: [log.run()] }));
      },
    ],
  ];
  test.each(offences)('%s', async (_, offence) => {
    const hers = await open(ana);
    const before = hers.replica.digest();
    const his = await open(biel);
    const channel = await turnedAgainst(hers, his);
    send(channel, await offence());
    await vi.waitFor(() => expect(channel.isOpen).toBe(false));

    expect(hers.mesh.peers()).toEqual([]);
    expect(hers.replica.digest()).toBe(before);
    const [again] = await join(hers, his);
    expect(errorOf(again)).toBe('Banned');
    await goesOn(hers);
  });

  test('a message of a later version is left alone', async () => {
    const hers = await open(ana);
    const channel = await turnedAgainst(hers, await open(biel));
    send(channel, encode([200, ['something new']]));
    await goesOn(hers);
    expect(channel.isOpen).toBe(true);
  });

  test('whatever bytes come, nothing throws and the others go on', async () => {
    const hers = await open(ana);
    const thrown: unknown[] = [];
    const catching = (cause: unknown) => thrown.push(cause);
    process.on('unhandledRejection', catching);
    const payloads = fc.sample(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.uint8Array({ maxLength: 80 })),
      150,
    );
    for (const [number, rest] of payloads) {
      const [here, there] = channelPair();
      const [linked] = await join(hers, await openPhone(community, biel), [
        here,
        there,
      ]);
      if (!linked.ok) break; // banned by now, as it should be
      send(there, concat(Uint8Array.of(0x82, number), rest));
    }
    await goesOn(hers);
    process.off('unhandledRejection', catching);
    expect(thrown).toEqual([]);
  });
});

test('[M4] a flood that is not read is not kept', async () => {
  const hers = await open(ana);
  const channel = await turnedAgainst(hers, await open(biel));
  const log = community.boardOf(biel).branch(biel, 0);
  const about = 'x'.repeat(900);
  for (let n = 0; n < 200; n++) await log.add({ ...profileOf(biel, n), about });
  const page = encodeMessage('news', encodePage({ evidence: [], runs: [log.run()] }));
  const receive = vi.spyOn(hers.replica, 'receive');
  receive.mockReturnValue(new Promise(() => undefined));
  for (let n = 0; n < 40; n++) send(channel, page);
  await vi.waitFor(() => expect(channel.isOpen).toBe(false));
  receive.mockRestore();
  await goesOn(hers);
});

test('[M4] who announces what they do not give is not asked for ever', async () => {
  const hers = await open(ana);
  const channel = await turnedAgainst(hers, await open(biel));
  const head = { log: 'ab'.repeat(16), length: 5, head: '00'.repeat(8) };
  const heard: string[] = [];
  const assembler = new Assembler(messageLimit);
  channel.onframe = (frame) => {
    const arrived = assembler.take(frame);
    if (!arrived.ok || arrived.value.type !== 'message') return;
    const message = readMessage(arrived.value.message);
    if (!message.ok || message.value === null) return;
    heard.push(message.value.type);
    if (message.value.type === 'digest') send(channel, encodeMessage('vector', [head]));
    if (message.value.type === 'ask') {
      send(channel, encodeMessage('page', { page: null, isLast: true }));
    }
  };
  send(channel, encodeMessage('vector', [head]));
  await vi.waitFor(() => expect(heard).toContain('ask'));
  await goesOn(hers);
  expect(heard.filter((type) => type === 'ask').length).toBeLessThan(5);
  expect(hers.mesh.progress()).toBeNull();
});

describe('[M5] links', () => {
  test('of two between the same devices one stays', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    const [first, second] = [await link(hers, his), await link(his, hers)];
    await vi.waitFor(() => expect(first[0].isOpen).toBe(false));
    expect(second[0].isOpen).toBe(true);
    expect([hers.mesh.peers().length, his.mesh.peers().length]).toEqual([1, 1]);
  });

  test('made at the same time, too', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    await Promise.all([link(hers, his), link(his, hers), link(hers, his)]);
    await vi.waitFor(() => {
      expect(hers.mesh.peers()).toHaveLength(1);
      expect(his.mesh.peers()).toHaveLength(1);
    });
    await hers.writer.append('ledger', helped(biel, 30));
    await vi.waitFor(() => expect(his.replica.digest()).toBe(hers.replica.digest()));
  });

  test('are none when the line broke while this side still judged', async () => {
    const hers = await openPhone(community, ana, { holds: [community.ledgerOf(ana)] });
    const tablet = await createPerson('Biel', 'tablet');
    await community.ledgerOf(biel).add(await community.enrolContent(tablet));
    // A member without the secret would hear her first, who says nothing of herself.
    const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
    const his = await openPhone(community, tablet, { secret });
    const [here, there] = channelPair();
    // His third frame is his judgement; she still reads his certificates then.
    const send = there.send.bind(there);
    let frames = 0;
    there.send = (frame) => {
      send(frame);
      frames += 1;
      if (frames === 3) there.close();
    };
    const receive = hers.replica.receive.bind(hers.replica);
    vi.spyOn(hers.replica, 'receive').mockImplementationOnce(async (page, from) => {
      await vi.waitFor(() => expect(here.isOpen).toBe(false), { interval: 2 });
      return receive(page, from);
    });
    const [linked] = await join(hers, his, [here, there]);
    expect(errorOf(linked)).toBe('Gone');
  });

  test('are closed with the mesh', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    const [, toHer] = await link(hers, his);
    hers.mesh.close();
    expect(await toHer.ended).toEqual({ type: 'Closed' });
    expect(his.mesh.peers()).toEqual([]);
  });
});

test('[replica/P8] it is not quiet while anything is fetched', async () => {
  const hers = await open(ana);
  await link(hers, await open(carme));
  await vi.waitFor(() => expect(hers.mesh.isQuiet).toBe(true));
  for (const n of [1, 2, 3]) await community.ledgerOf(biel).add(helped(ana, n));
  const his = await open(biel);
  const during: boolean[] = [];
  hers.mesh.subscribe((news) => {
    if (news.type === 'progress' && news.progress) during.push(hers.mesh.isQuiet);
  });
  await link(hers, his);
  await vi.waitFor(() => expect(hers.replica.digest()).toBe(his.replica.digest()));
  await vi.waitFor(() => expect(hers.mesh.isQuiet).toBe(true));
  expect(during).toContain(false);
  expect(during).not.toContain(true);
});
