import { beforeEach, describe, expect, test } from 'vitest';
import { relayLimits } from './limits.ts';
import { createSwitchboard } from './switchboard.ts';
import type { Caller, Switchboard } from './switchboard.ts';

interface Phone extends Caller {
  readonly heard: string[];
  cutOffFor: string | null;
}

let time = 0;
let relay: Switchboard;

beforeEach(() => {
  time = 0;
  relay = createSwitchboard(relayLimits, () => time);
});

function phone(address = 'somewhere'): Phone {
  const heard: string[] = [];
  const caller: Phone = {
    heard,
    cutOffFor: null,
    send: (message) => heard.push(message.toString()),
    cutOff: (reason) => (caller.cutOffFor ??= reason),
    later: (task) => task(),
  };
  relay.join(caller, address);
  return caller;
}

const say = (caller: Caller, message: unknown) =>
  relay.receive(caller, JSON.stringify(message));
const enter = (caller: Caller, ...topics: string[]) =>
  say(caller, { type: 'subscribe', topics });
const tell = (caller: Caller, topic: string, data: string) =>
  say(caller, { type: 'publish', topic, data });

describe('[R1] who asks for the same room hears one another', () => {
  test('a message reaches everybody else in the room, and nobody outside it', () => {
    const [ana, biel, carme] = [phone(), phone(), phone()];
    enter(ana, 'gracia');
    enter(biel, 'gracia');
    enter(carme, 'sants');
    tell(ana, 'gracia', 'b2xh');

    expect(biel.heard.map((text) => JSON.parse(text) as unknown)).toEqual([
      { type: 'publish', topic: 'gracia', data: 'b2xh' },
    ]);
    expect([ana.heard, carme.heard]).toEqual([[], []]);
  });

  test('who left a room, or hung up, hears and says nothing there', () => {
    const [ana, biel, carme] = [phone(), phone(), phone()];
    for (const each of [ana, biel, carme]) enter(each, 'gracia');
    say(biel, { type: 'unsubscribe', topics: ['gracia', 'never entered'] });
    relay.leave(carme);
    tell(ana, 'gracia', 'b2xh');
    tell(biel, 'gracia', 'b2xh');

    expect([ana.heard, biel.heard, carme.heard]).toEqual([[], [], []]);
  });

  test('only what the protocol knows is passed on', () => {
    const [ana, biel] = [phone(), phone()];
    enter(ana, 'gracia');
    enter(biel, 'gracia');
    say(ana, { type: 'publish', topic: 'gracia', data: 'x', clients: 9, more: [] });

    expect(JSON.parse(biel.heard[0] ?? '')).toEqual({
      type: 'publish',
      topic: 'gracia',
      data: 'x',
    });
  });

  test('a ping is answered', () => {
    const ana = phone();
    say(ana, { type: 'ping' });
    expect(ana.heard).toEqual(['{"type":"pong"}']);
  });
});

test('[R2] nothing stays of a room when its last caller is gone', () => {
  const [ana, biel] = [phone(), phone()];
  enter(ana, 'gracia', 'sants');
  enter(biel, 'gracia');
  expect(relay.stats().rooms).toBe(2);
  relay.leave(ana);
  expect(relay.stats().rooms).toBe(1);
  relay.leave(biel);
  relay.leave(biel);
  expect(relay.stats().rooms).toBe(0);
});

describe('[R3] whoever says something else is cut off, and nobody else is', () => {
  const foolish: Record<string, unknown> = {
    nothing: undefined,
    'not an object': 'ping',
    null: null,
    'an array': [],
    'an unknown type': { type: 'shutdown' },
    'no type': { topics: ['a'] },
    'topics as text': { type: 'subscribe', topics: 'gracia' },
    'a topic as a number': { type: 'subscribe', topics: [7] },
    'an empty room name': { type: 'subscribe', topics: [''] },
    'a long room name': { type: 'subscribe', topics: ['x'.repeat(129)] },
    'a room name of many bytes': { type: 'subscribe', topics: ['€'.repeat(60)] },
    'data as an object': { type: 'publish', topic: 'a', data: { from: 'x' } },
    'no data': { type: 'publish', topic: 'a' },
    'a topic as an object': { type: 'publish', topic: {}, data: '' },
  };

  test.each(Object.entries(foolish))('%s', (_, message) => {
    const [ana, mallory] = [phone(), phone()];
    enter(ana, 'a');
    relay.receive(
      mallory,
      message === undefined ? '{"type":' : JSON.stringify(message),
    );

    expect(mallory.cutOffFor).toBe('not a signal');
    expect(ana.cutOffFor).toBeNull();
    expect(ana.heard).toEqual([]);
  });

  test('__proto__ is a room like any other', () => {
    const [ana, biel] = [phone(), phone()];
    relay.receive(ana, '{"type":"subscribe","topics":["__proto__"]}');
    enter(biel, '__proto__');
    relay.receive(ana, '{"type":"publish","topic":"__proto__","data":"x"}');
    expect(biel.heard).toHaveLength(1);
  });
});

describe('[R4] each caller has its limits', () => {
  test('rooms', () => {
    const ana = phone();
    const names = Array.from({ length: 16 }, (_, n) => `room ${n}`);
    enter(ana, ...names);
    enter(ana, ...names);
    expect(ana.cutOffFor).toBeNull();
    enter(ana, 'one more');
    expect(ana.cutOffFor).toBe('too many rooms');
    expect(relay.stats().rooms).toBe(16);
  });

  test('messages at once, and over time', () => {
    const ana = phone();
    for (let n = 0; n < 400; n++) say(ana, { type: 'ping' });
    time += 1000;
    for (let n = 0; n < 50; n++) say(ana, { type: 'ping' });
    expect(ana.cutOffFor).toBeNull();
    say(ana, { type: 'ping' });
    expect(ana.cutOffFor).toBe('too many messages');
  });

  test('a quiet year earns no more than a burst', () => {
    const ana = phone();
    time += 365 * 86_400_000;
    for (let n = 0; n < 401; n++) say(ana, { type: 'ping' });
    expect(ana.cutOffFor).toBe('too many messages');
  });

  test('bytes at once, and over time', () => {
    const ana = phone();
    enter(ana, 'gracia');
    const data = 'x'.repeat(16_000);
    for (let n = 0; n < 130; n++) tell(ana, 'gracia', data);
    expect(ana.cutOffFor).toBeNull();
    time += 1_000;
    for (let n = 0; n < 8; n++) tell(ana, 'gracia', data);
    expect(ana.cutOffFor).toBeNull();
    tell(ana, 'gracia', data);
    expect(ana.cutOffFor).toBe('too many bytes');
  });

  test('copies made for one address: beyond, they are dropped, and other addresses are heard', () => {
    const few = { ...relayLimits, copiesAtOnce: 6, copiesPerSecond: 3 };
    relay = createSwitchboard(few, () => time);
    const crowd = [phone('hall'), phone('hall'), phone('elsewhere')];
    for (const each of crowd) enter(each, 'gracia');
    const [ana, biel, carme] = crowd as [Phone, Phone, Phone];
    tell(ana, 'gracia', '1');
    tell(biel, 'gracia', '2');
    tell(ana, 'gracia', 'dropped');
    tell(biel, 'gracia', 'dropped');
    tell(carme, 'gracia', '3');
    const heardOf = (caller: Phone) =>
      caller.heard.map((text) => (JSON.parse(text) as { data: string }).data);
    expect(crowd.map(heardOf)).toEqual([
      ['2', '3'],
      ['1', '3'],
      ['1', '2'],
    ]);
    expect(crowd.map(({ cutOffFor }) => cutOffFor)).toEqual([null, null, null]);
    time += 1_000;
    tell(ana, 'gracia', '4');
    expect(heardOf(carme)).toEqual(['1', '2', '4']);
  });

  test('callers in one room', () => {
    const small = createSwitchboard({ ...relayLimits, connectionsPerRoom: 2 }, () => 0);
    relay = small;
    const people = [phone(), phone(), phone()];
    for (const each of people) enter(each, 'gracia');
    expect(people.map((each) => each.cutOffFor)).toEqual([null, null, 'room full']);
  });
});
