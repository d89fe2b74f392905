import { describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { encode } from '@manyhands/codec';
import { createPerson } from '@manyhands/testing';
import {
  answersAMinute,
  callsAMinute,
  callsAtOnce,
  linksAtLeast,
  linksWanted,
  nearLimit,
  passedAMinute,
  dialBackoffLimit,
} from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Call, MeetingMessage } from './messages.ts';
import { DialBackoff } from './dialBackoff.ts';
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
import { ends, theft } from './testing/stolen.ts';

neighbourhoodForEachTest();

/** Ana's phone, and Biel at the other end of a link, who says what he likes. */
interface Line {
  readonly phone: MeshPhone;
  readonly heard: MeetingMessage[];
  say(...messages: Uint8Array[]): Promise<void>;
}

const meetings = ['seek', 'near', 'call', 'called'];

/** A link to this phone whose other end, Biel's unless said, is the test. */
async function lineTo(phone: MeshPhone, from?: MeshPhone): Promise<Line> {
  const [, end] = await link(phone, from ?? (await open(biel)));
  const heard: MeetingMessage[] = [];
  let answers = 0;
  listen(end, heard, () => (answers += 1));
  const say = async (...messages: Uint8Array[]) => {
    // The answer to an ask for nothing: what was said before has been read, and after
    // one more what that led to has arrived.
    for (const each of [...messages, ...nothing]) {
      const before = answers;
      void end.send(each);
      if (each !== nothing[0]) continue;
      await vi.waitFor(() => {
        timers.pass(0); // lets a session go on that gives others a turn
        expect(answers > before || !end.isOpen).toBe(true);
      });
    }
  };
  return { phone, heard, say };
}

const ask = encodeMessage('ask', []);
const nothing = [ask, ask];

function listen(end: Link, heard: MeetingMessage[], onanswer: () => void): void {
  end.onmessage = (bytes) => {
    const message = readMessage(bytes);
    if (!message.ok || message.value === null) return;
    if (message.value.type === 'page') onanswer();
    if (meetings.includes(message.value.type))
      heard.push(message.value as MeetingMessage);
  };
}

const deviceNamed = (n: number) => n.toString(16).padStart(64, '0') as DeviceKey;

/** An offer of somebody, as a neighbour passes it on. */
async function offerOf(device: DeviceKey, number = 1): Promise<Uint8Array> {
  const dialled = await connections.connector.dial();
  assert(dialled.ok, 'an offer');
  const { description } = dialled.value;
  return encodeMessage('called', { device, number, word: 0, description });
}

const words = ({ heard }: Line, of: Call['word']) =>
  heard.filter(
    ({ type, payload }) => type === 'call' && 'word' in payload && payload.word === of,
  );

/** Devices of Biel's that are linked with the phone too. */
async function crowdAround(phone: MeshPhone, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const device = await createPerson('Biel', `device ${i}`);
    await community.ledgerOf(biel).add(await community.enrolContent(device));
    const [, end] = await link(phone, await open(device));
    end.onmessage = null;
  }
}

describe('[M6] who is called', () => {
  test('answers, unless there are links enough', async () => {
    const line = await lineTo(await open(ana));
    await crowdAround(line.phone, linksWanted - 2);
    await line.say(await offerOf(carme.device));
    expect(words(line, 1)).toHaveLength(1);
    // One more is about to be a link: with it there are enough.
    await line.say(await offerOf(didac.device));
    expect(words(line, 1)).toHaveLength(1);
    expect(words(line, 2)).toHaveLength(1);
  });

  test('does not answer who is linked already, or banned, or oneself', async () => {
    const line = await lineTo(await open(ana));
    const other = await lineTo(line.phone, await open(carme));
    await line.say(await offerOf(carme.device), await offerOf(ana.device));
    expect(words(line, 2)).toHaveLength(2);

    await other.say(Uint8Array.of(0xff)); // an offence: banned for five minutes
    await line.say(await offerOf(carme.device));
    expect(words(line, 2)).toHaveLength(3);
    expect(words(line, 1)).toHaveLength(0);
  });

  test('does not answer a device that its member has switched off', async () => {
    const all = await theft();
    const hers = await all.open(all.ana, { timers, connector: connections.connector });
    const his = await all.open(all.carme, { timers });
    const line = await lineTo(hers, his);
    await ends(hers, all);
    await line.say(await offerOf(all.biel.device), await offerOf(deviceNamed(1)));
    expect([words(line, 1).length, words(line, 2).length]).toEqual([1, 1]);
  });

  test('answers no more than so many at once, and in a minute', async () => {
    const line = await lineTo(await open(ana));
    for (let n = 0; n < callsAtOnce + 1; n++)
      await line.say(await offerOf(deviceNamed(n)));
    expect(words(line, 1)).toHaveLength(callsAtOnce);
  });

  test('answers no more than so many in a minute, of what comes through one', async () => {
    const line = await lineTo(await open(ana));
    const nonsense = { number: 1, word: 0, description: new Uint8Array(9) } as const;
    for (let n = 0; n < answersAMinute + 3; n++) {
      await line.say(encodeMessage('called', { ...nonsense, device: deviceNamed(n) }));
    }
    expect(connections.answered).toBe(answersAMinute);
    const other = await lineTo(line.phone, await open(carme));
    await other.say(await offerOf(didac.device));
    expect(words(other, 1)).toHaveLength(1);
  });

  test('who said no is not called again before it has rested', async () => {
    const line = await lineTo(await open(ana));
    const near = encodeMessage('near', [carme.device]);
    await line.say(near);
    const [call] = words(line, 0);
    assert(call?.type === 'call', 'a call');
    const no = { ...call.payload, word: 2, description: new Uint8Array() } as const;
    await line.say(encodeMessage('called', no), near);
    expect(words(line, 0)).toHaveLength(1);
    timers.sleep(15_000);
    await line.say(near);
    expect(words(line, 0)).toHaveLength(2);
  });

  test('takes an answer from nobody but whom it went through, and only its own', async () => {
    const line = await lineTo(await open(ana));
    const other = await lineTo(line.phone, await open(didac));
    await line.say(encodeMessage('near', [carme.device]));
    const [call] = words(line, 0);
    assert(call?.type === 'call', 'a call');
    const { number, description } = call.payload;
    const half = await connections.connector.answer(description);
    assert(half.ok, 'an answer');
    let isOpen = false;
    void half.value.channel.then(() => (isOpen = true));
    const answer = { device: carme.device, number, word: 1, description } as const;
    await other.say(encodeMessage('called', answer));
    await line.say(
      encodeMessage('called', { ...answer, number: number + 1 }),
      encodeMessage('called', { ...answer, device: didac.device }),
    );
    expect(isOpen).toBe(false);
    await line.say(encodeMessage('called', answer));
    expect(isOpen).toBe(true);
  });
});

describe('[M6] [replica/R8] each cap is kept: so many, and not one more', () => {
  test('linksAtLeast: with so many nobody is called', async () => {
    const line = await lineTo(await open(ana));
    await crowdAround(line.phone, linksAtLeast - 2);
    const others = [carme.device, didac.device, deviceNamed(1)];
    await line.say(encodeMessage('near', others));
    expect(words(line, 0)).toHaveLength(1);
    await crowdAround(line.phone, 1);
    await line.say(encodeMessage('near', others));
    expect(words(line, 0)).toHaveLength(1);
  });

  test('callsAMinute', async () => {
    const line = await lineTo(await open(ana));
    const devices = Array.from({ length: nearLimit }, (_, n) => deviceNamed(n));
    for (let round = 0, told = 0; round < 6; round++) {
      await line.say(encodeMessage('near', devices));
      const calls = words(line, 0);
      for (; told < calls.length; told++) {
        const call = calls[told];
        assert(call?.type === 'call', 'a call');
        const no = { ...call.payload, word: 2, description: new Uint8Array() } as const;
        await line.say(encodeMessage('called', no));
      }
    }
    expect(words(line, 0)).toHaveLength(callsAMinute);
    timers.sleep(60_000);
    await line.say(encodeMessage('near', devices));
    expect(words(line, 0).length).toBeGreaterThan(callsAMinute);
  });

  test('callsAtOnce: no more are under way', async () => {
    const line = await lineTo(await open(ana));
    const devices = Array.from({ length: nearLimit }, (_, n) => deviceNamed(n));
    await line.say(encodeMessage('near', devices), encodeMessage('near', devices));
    // One link is here: three are missing.
    expect(words(line, 0)).toHaveLength(linksAtLeast - 1);
    expect(linksAtLeast - 1).toBeLessThanOrEqual(callsAtOnce);
  });

  test('passedAMinute: of one neighbour, not of the others', async () => {
    const phone = await open(ana);
    const line = await lineTo(phone);
    const other = await lineTo(phone, await open(carme));
    const call = { device: carme.device, number: 1, word: 0 } as const;
    const bytes = encodeMessage('call', { ...call, description: new Uint8Array(9) });
    for (let i = 0; i < passedAMinute + 5; i++) await line.say(bytes);
    const passed = () => other.heard.filter(({ type }) => type === 'called').length;
    expect(passed()).toBe(passedAMinute);
    const back = { ...call, device: biel.device, description: new Uint8Array(9) };
    await other.say(encodeMessage('call', back));
    expect(line.heard.filter(({ type }) => type === 'called')).toHaveLength(1);
  });

  test('linksAtLeast: with so many nobody is asked for others', async () => {
    const line = await lineTo(await open(ana));
    const seeks = () => line.heard.filter(({ type }) => type === 'seek').length;
    timers.pass(2_000);
    await line.say();
    expect(seeks()).toBe(1);
    await crowdAround(line.phone, linksAtLeast - 1);
    timers.pass(2_000);
    await line.say();
    const before = seeks();
    // Those around it still look for more; it does not.
    timers.sleep(60_000);
    timers.pass(0);
    line.phone.mesh.reconnect();
    await line.say();
    expect(seeks()).toBe(before);
  });

  test('nearLimit', () => {
    const named = (count: number) =>
      encode([17, Array.from({ length: count }, () => new Uint8Array(32))]);
    expect(readMessage(named(nearLimit)).ok).toBe(true);
    expect(readMessage(named(nearLimit + 1)).ok).toBe(false);
  });

  test('dialBackoffLimit: the oldest is forgotten first', () => {
    const rests = new DialBackoff(timers);
    for (let n = 0; n < dialBackoffLimit; n++) rests.rest(deviceNamed(n), 'refused');
    expect(rests.has(deviceNamed(0))).toBe(true);
    rests.rest(deviceNamed(dialBackoffLimit), 'refused');
    expect(rests.has(deviceNamed(0))).toBe(false);
  });
});

test('[M6] whoever did not answer rests, twice as long each time, until the page wakes', () => {
  const rests = new DialBackoff(timers);
  const restsFor = () => {
    let seconds = 0;
    for (; rests.has(carme.device); seconds++) timers.sleep(1_000);
    return seconds;
  };
  const fail = () => rests.rest(carme.device, 'failed');
  fail();
  expect(restsFor()).toBe(15);
  fail();
  expect(restsFor()).toBe(30);
  for (let i = 0; i < 10; i++) fail();
  expect(restsFor()).toBe(600);
  fail();
  rests.forgive('refused');
  expect(rests.has(carme.device)).toBe(true);
  rests.forgive('all');
  expect(rests.has(carme.device)).toBe(false);
});
