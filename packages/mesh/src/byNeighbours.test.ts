import { describe, expect, test, vi } from 'vitest';
import { assert, err } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import { createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { callsAMinute } from './limits.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Call } from './messages.ts';
import type { Link } from './link.ts';
import { bound, pass } from './testing/between.ts';
import {
  ana,
  biel,
  carme,
  community,
  connections,
  didac,
  neighbourhoodForEachTest,
  open,
  timers,
} from './testing/neighbourhood.ts';
import { link } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

neighbourhoodForEachTest();

const minute = 60_000;

const peersOf = ({ mesh }: MeshPhone) => mesh.peers().map(({ device }) => device);

/** Lets those who have few links look for more, and what follows happen. */
async function look(ms = 2_500): Promise<void> {
  await settle();
  timers.sleep(ms - 2_500);
  // Step by step: whoever has slept is asked, and must have the time to answer.
  for (let i = 0; i < 5; i++) {
    timers.pass(500);
    await settle();
  }
}

/**
 * Everything that is under way arrives. Signatures are checked in threads that a busy machine
 * lets wait: each round asks those threads too, behind whatever was asked before.
 */
async function settle(): Promise<void> {
  for (let i = 0; i < 25; i++) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Whoever holds this end answers calls as they like. */
function callsTo(end: Link, hear: (call: Call) => unknown): Call[] {
  const said: Call[] = [];
  end.onmessage = (bytes) => {
    const message = readMessage(bytes);
    if (!message.ok || message.value?.type !== 'call') return;
    said.push(message.value.payload);
    void hear(message.value.payload);
  };
  return said;
}

describe('[M6] through a neighbour', () => {
  test('two who have one in common meet, and go on without it', async () => {
    const [hers, his, third] = [await open(ana), await open(biel), await open(carme)];
    await link(hers, his);
    await link(his, third);
    await look();
    expect(peersOf(hers).sort()).toEqual([biel.device, carme.device].sort());
    expect(peersOf(third).sort()).toEqual([ana.device, biel.device].sort());
    expect(connections.answered).toBe(1);

    his.mesh.close();
    await settle();
    expect(peersOf(hers)).toEqual([carme.device]);
    await hers.writer.append('ledger', helped(carme, 30));
    await vi.waitFor(() => expect(third.replica.digest()).toBe(hers.replica.digest()));
  });

  test('along a row of neighbours everybody comes to know everybody', async () => {
    const phones = [];
    for (const person of [ana, biel, carme, didac]) phones.push(await open(person));
    for (const [i, phone] of phones.entries()) {
      const next = phones[i + 1];
      if (next) await link(phone, next);
    }
    for (let i = 0; i < 4; i++) await look(minute);
    for (const phone of phones) expect(peersOf(phone)).toHaveLength(3);
  });

  test('nobody is introduced to themselves, nor twice to whom they know', async () => {
    const [hers, his, third] = [await open(ana), await open(biel), await open(carme)];
    await link(hers, his);
    await link(his, third);
    await link(hers, third);
    for (let i = 0; i < 3; i++) await look(minute);
    expect(connections.dialled).toBe(0);
  });

  test('who broke a rule a moment ago is not called, whoever names them', async () => {
    const [hers, his, third] = [await open(ana), await open(biel), await open(carme)];
    const [toBiel, fromBiel] = await link(hers, his);
    const [, line] = await link(hers, third);
    void fromBiel.send(Uint8Array.of(0xff));
    await toBiel.ended;
    const called = callsTo(line, () => undefined);
    for (const { device } of [biel, didac])
      void line.send(encodeMessage('near', [device]));
    await vi.waitFor(() => expect(called).not.toEqual([]));
    expect(called.map(({ device }) => device)).toEqual([didac.device]);
  });

  test('who has links enough calls nobody', async () => {
    const crowd = await crowdOf(5);
    const [first, ...others] = crowd;
    assert(first, 'a crowd');
    for (const other of others) await link(first, other);
    const third = await open(carme);
    await link(first, third);
    await settle();
    const before = connections.dialled;
    timers.pass(2_500);
    await settle();
    // The five and Carme's have one link each and call each other; the first has five.
    expect(connections.dialled).toBeGreaterThan(before);
    expect(peersOf(first)).toHaveLength(5);
  });
});

/** So many phones of Biel's. */
async function crowdOf(count: number): Promise<MeshPhone[]> {
  const people: CastMember[] = [];
  for (let i = 0; i < count; i++) {
    const device = await createPerson('Biel', `device ${i}`);
    await community.ledgerOf(biel).add(await community.enrolContent(device));
    people.push(device);
  }
  return Promise.all(people.map(open));
}

describe('[M6] somebody in between', () => {
  test('sees that both certificates are not theirs: nobody is linked', async () => {
    const [hers, his, third] = [await open(ana), await open(biel), await open(carme)];
    await link(hers, his);
    await link(his, third);
    const frames: Uint8Array[] = [];
    // Biel ends both connections himself and passes on every frame.
    connections.join = () => {
      const [here, nearHer] = bound('Ana', 'Biel towards Ana');
      const [there, nearHim] = bound('Carme', 'Biel towards Carme');
      pass(nearHer, nearHim, frames);
      return [here, there];
    };
    await look();
    expect(frames.length).toBeGreaterThan(3);
    expect(peersOf(hers)).toEqual([biel.device]);
    expect(peersOf(third)).toEqual([biel.device]);

    // It has delayed them, and no more: another way is open.
    connections.join = () => bound('Ana', 'Carme');
    hers.mesh.reconnect();
    await look();
    expect(peersOf(hers)).toContain(carme.device);
  });

  test('cannot bring somebody else for the one who was called', async () => {
    const [hers, his, other] = [await open(ana), await open(biel), await open(didac)];
    const [, toHer] = await link(hers, his);
    const said = callsTo(toHer, async ({ number, description }) => {
      // Didac answers what was meant for Carme.
      const half = await connections.connector.answer(description);
      assert(half.ok, 'an answer');
      void half.value.channel.then((channel) => {
        if (channel) void other.mesh.connectChannel(channel, 'answerer');
      });
      const answer = { device: carme.device, number, word: 1, description } as const;
      void toHer.send(encodeMessage('called', answer));
    });
    await settle();
    void toHer.send(encodeMessage('near', [carme.device]));
    await vi.waitFor(() => expect(said).toHaveLength(1));
    await settle();
    expect(peersOf(hers)).toEqual([biel.device]);
    expect(peersOf(other)).toEqual([]);
  });

  test('cannot make anybody dial without end', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    const [, toHer] = await link(hers, his);
    const strangers = (from: number) =>
      Array.from({ length: 8 }, (_, n) => (from + n).toString(16).padStart(64, '0'));
    // Each call fails at once, so that there is room for the next, to somebody new.
    const said = callsTo(toHer, (call) => {
      const no = { ...call, word: 2, description: new Uint8Array() } as const;
      void toHer.send(encodeMessage('called', no));
    });
    for (let i = 0; i < 12; i++) {
      void toHer.send(encodeMessage('near', strangers(8 * i) as DeviceKey[]));
      await settle();
    }
    expect(said).toHaveLength(callsAMinute);
    expect(connections.dialled).toBe(callsAMinute);
  });

  test('passes nothing to whom it has no link with, and says so', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    const [toHim] = await link(hers, his);
    const heardNo = new Promise((resolve) => {
      toHim.onmessage = (bytes) => {
        const message = readMessage(bytes);
        if (message.ok && message.value?.type === 'called')
          resolve(message.value.payload);
      };
    });
    const call = { device: carme.device, number: 7, word: 0 } as const;
    void toHim.send(encodeMessage('call', { ...call, description: new Uint8Array(9) }));
    expect(await heardNo).toEqual({ ...call, word: 2, description: new Uint8Array() });
  });

  test('who is being called is not called a second time', async () => {
    const [hers, his] = [await open(ana), await open(biel)];
    const [, toHer] = await link(hers, his);
    const said = callsTo(toHer, () => undefined);
    for (let i = 0; i < 2; i++) {
      void toHer.send(encodeMessage('near', [carme.device]));
      await settle();
    }
    expect(said).toHaveLength(1);
  });

  test('a call that cannot be made rests, and is made later', async () => {
    const { connector } = connections;
    const before = { ...connector };
    Object.assign(connector, { dial: () => Promise.resolve(err(malformed('no way'))) });
    const [hers, his] = [await open(ana), await open(biel)];
    const [, toHer] = await link(hers, his);
    const said = callsTo(toHer, () => undefined);
    void toHer.send(encodeMessage('near', [carme.device]));
    await settle();
    Object.assign(connector, before);
    hers.mesh.reconnect();
    void toHer.send(encodeMessage('near', [carme.device]));
    await settle();
    expect(said).toHaveLength(1);
  });

  test('a call that is ready when the app has closed goes nowhere', async () => {
    const { connector } = connections;
    const dialled = await connector.dial();
    assert(dialled.ok, 'an offer');
    let release: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (release = resolve));
    Object.assign(connector, { dial: () => ready.then(() => dialled) });
    const [hers, his] = [await open(ana), await open(biel)];
    const [, toHer] = await link(hers, his);
    void toHer.send(encodeMessage('near', [carme.device]));
    await settle();
    hers.mesh.close();
    release();
    const later = settle().then(() => 'open');
    expect(await Promise.race([dialled.value.channel, later])).toBeNull();
  });
});
