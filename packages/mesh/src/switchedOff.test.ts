/** A phone that its owner has switched off (ledger/L12) is linked with nobody, and given nothing. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert, err } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { helped } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import { startMesh } from './mesh.ts';
import { encodeMessage, readMessage } from './messages.ts';
import { MemoryConnections } from './testing/memoryConnections.ts';
import { closePhones, join, link } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';
import { MeetingHall } from './testing/meetingHall.ts';
import { ends, theft } from './testing/stolen.ts';
import type { Theft } from './testing/stolen.ts';
import type { MeshOptions } from './types.ts';

let all: Theft;
beforeEach(async () => (all = await theft()));
afterEach(closePhones);

const isOff = ({ replica }: MeshPhone) =>
  replica.ledger.isSwitchedOff(all.biel.member, all.biel.device);
const membersOf = ({ mesh }: MeshPhone) => mesh.peers().map(({ member }) => member);
const verdictOf = ([theirs]: Awaited<ReturnType<typeof join>>) =>
  theirs.ok || !('verdict' in theirs.error) ? theirs : theirs.error.verdict;

/** Biel's phone, in the name of Didac, who is written down on it. */
const asAgent = () =>
  all.open(all.biel, { self: { member: all.didac.member, device: all.biel.signing } });

describe('[ledger/L12] a device that is switched off', () => {
  test('loses its links at once, is told why, and hears nothing more', async () => {
    const hers = await all.open(all.ana);
    const [stolen, other] = [await all.open(all.biel), await all.open(all.carme)];
    const [line] = await link(hers, stolen);
    await link(hers, other);
    await ends(hers, all);
    expect(membersOf(hers)).toEqual([all.carme.member]);
    expect((await line.ended).type).toBe('Closed');
    await vi.waitFor(() => expect(isOff(stolen)).toBe(true));
    expect(stolen.mesh.peers()).toEqual([]);

    const later = await hers.writer.append('ledger', helped(all.carme, 60));
    assert(later.ok, 'Ana writes');
    await vi.waitFor(() => expect(other.replica.entry(later.value.id)).not.toBeNull());
    expect(stolen.replica.entry(later.value.id)).toBeNull();
  });

  test('also those with members who only hear of it', async () => {
    const [hers, other] = [await all.open(all.ana), await all.open(all.carme)];
    const stolen = await all.open(all.biel);
    await link(other, stolen);
    await link(hers, other);
    await ends(hers, all);
    await vi.waitFor(() => expect(membersOf(other)).toEqual([all.ana.member]));
    await vi.waitFor(() => expect(isOff(stolen)).toBe(true));
  });

  test('is given no page any more, whatever its app asks', async () => {
    const hers = await all.open(all.ana);
    const stolen = await all.open(all.biel);
    const [, line] = await link(hers, stolen);
    // The thief's app forgets everything, and asks for everything.
    const said: string[] = [];
    line.onmessage = (bytes) => {
      const message = readMessage(bytes);
      if (message.ok && message.value) said.push(message.value.type);
    };
    const asks = hers.replica
      .wireVector()
      .map(({ log, length }) => ({ log, from: 0, max: length }));
    void line.send(encodeMessage('ask', asks));
    await vi.waitFor(() => expect(said).toContain('page'));
    said.length = 0;
    await ends(hers, all);
    for (let times = 0; times < 5; times++) void line.send(encodeMessage('ask', asks));
    await line.ended;
    expect(said).toEqual(['news']);
  });

  test('is turned away at the door, and learns there that it has ended', async () => {
    const hers = await all.open(all.ana);
    await hers.writer.append('ledger', helped(all.carme, 60));
    await ends(hers, all);
    const stolen = await all.open(all.biel);
    expect(verdictOf(await join(stolen, hers))).toBe('SwitchedOff');
    await vi.waitFor(() => expect(isOff(stolen)).toBe(true));
    expect(hers.mesh.peers()).toEqual([]);
    expect(stolen.replica.digest()).not.toBe(hers.replica.digest());
  });

  test('is let go when that is heard after it was welcomed, before it has said its own word', async () => {
    const hers = await all.open(all.ana);
    const stolen = await all.open(all.biel);
    const [here, nearHer] = channelPair();
    const [there, nearHim] = channelPair();
    const held: Uint8Array[] = [];
    const heard = { hers: 0, his: 0 };
    nearHer.onframe = (frame) => {
      heard.hers += 1;
      nearHim.send(frame);
    };
    // Hello and proof pass; what he thinks of her, and all after it, waits.
    nearHim.onframe = (frame) => {
      heard.his += 1;
      if (heard.his > 2) held.push(frame);
      else nearHer.send(frame);
    };
    const joined = join(hers, stolen, [here, there]);
    await vi.waitFor(() => expect(heard.hers).toBeGreaterThan(2));
    await vi.waitFor(() => expect(held).not.toEqual([]));
    await ends(hers, all);
    expect(isOff(hers)).toBe(true);
    for (const frame of held.splice(0)) nearHer.send(frame);
    const [linked] = await joined;
    expect(linked).toEqual(err({ type: 'Gone' }));
    expect(hers.mesh.peers()).toEqual([]);
  });

  test('is called by nobody who knows, whoever names it', async () => {
    const { connector } = new MemoryConnections();
    const hers = await all.open(all.ana, { connector });
    const [, line] = await link(hers, await all.open(all.carme));
    await ends(hers, all);
    const called: string[] = [];
    line.onmessage = (bytes) => {
      const message = readMessage(bytes);
      if (message.ok && message.value?.type === 'call')
        called.push(message.value.payload.device);
    };
    const stranger = 'dd'.repeat(32) as DeviceKey;
    for (const device of [all.biel.device, stranger])
      void line.send(encodeMessage('near', [device]));
    await vi.waitFor(() => expect(called).toContain(stranger));
    expect(called).toEqual([stranger]);
  });

  test('nor does it come in as an agent, under the name of who is written down on it', async () => {
    const hers = await all.open(all.ana);
    const agent = await asAgent();
    const [before] = await join(agent, hers);
    expect(before.ok).toBe(true);
    await ends(hers, all);
    await vi.waitFor(() => expect(hers.mesh.peers()).toEqual([]));
    const unaware = await asAgent();
    await all.community.ledgerOf(all.ana).add(all.ending);
    const other = await all.open(all.carme);
    expect(verdictOf(await join(unaware, other))).toBe('SwitchedOff');
  });

  test('of an honest app looks for nobody once it knows', async () => {
    const hall = new MeetingHall();
    const closed: Omit<MeshOptions, 'replica' | 'relays' | 'secret'> = {
      self: { member: all.biel.member, device: all.biel.signing },
      lobby: null,
      admission: null,
      admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
      onsecret: () => undefined,
    };
    const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
    const rooms = { secret, relays: ['ws://127.0.0.1:9'], openIntroducer: hall.open };
    const hers = await all.open(all.ana, rooms);
    const stolen = await all.open(all.biel, rooms);
    await vi.waitFor(() => expect(membersOf(hers)).toEqual([all.biel.member]));
    await ends(hers, all);
    await vi.waitFor(() => expect(hall.left).toHaveLength(2));
    expect(stolen.mesh.peers()).toEqual([]);
    stolen.mesh.reconnect();
    const again = startMesh({ ...closed, ...rooms, replica: stolen.replica });
    again.reconnect();
    expect(again.peers()).toEqual([]);
    expect(hall.entered).toHaveLength(4);
  });

  test('leaves the links of whoever is only warned of alone: a thief can warn as well', async () => {
    const hers = await all.open(all.ana);
    const his = await all.open(all.biel);
    await link(hers, his);
    const tablet = await all.open(all.tablet);
    await link(hers, tablet);
    const frozen = await tablet.writer.append('ledger', {
      type: 'device.freeze',
      device: all.biel.device,
    });
    assert(frozen.ok, 'the tablet writes');
    await vi.waitFor(() =>
      expect(
        hers.replica.ledger
          .devicesOf(all.biel.member)
          .some((each) => each.device === all.biel.device && each.frozen),
      ).toBe(true),
    );
    const linked = hers.mesh.peers().map(({ device }) => device);
    expect(linked.sort()).toEqual([all.biel.device, all.tablet.device].sort());
  });
});
