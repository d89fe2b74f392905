import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIce } from '@manyhands/door';
import { hostOf, pointsOf, readRelay } from './meetingPoints.ts';

describe('a relay, as somebody calls it', () => {
  test.each([
    ['relay.example', 'wss://relay.example/relay'],
    ['  https://relay.example/ ', 'wss://relay.example/relay'],
    ['wss://relay.example:8443/elsewhere', 'wss://relay.example:8443/elsewhere'],
    ['http://localhost:4173', 'ws://localhost:4173/relay'],
    ['ws://192.168.1.7:4173/relay', 'ws://192.168.1.7:4173/relay'],
  ])('%s', (typed, address) => {
    expect(readRelay(typed)).toBe(address);
    expect(readRelay(address)).toBe(address);
  });

  test.each([
    '',
    'relay',
    'not an address',
    'ftp://relay.example',
    'javascript://relay.example/%0aalert(1)',
    'wss://ana:word@relay.example',
    'wss://relay.example/#ana',
    `wss://relay.example/${'x'.repeat(200)}`,
  ])('%s is none', (typed) => {
    expect(readRelay(typed)).toBeNull();
  });
});

describe('whatever a charter says', () => {
  test('no text throws, and no password is in what is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readRelay(text);
        readIce(text);
        hostOf(text);
      }),
    );
    expect(hostOf('turn:ana:secret@turn.example:3478')).toBe('turn.example:3478');
    expect(hostOf('wss://relay.example/relay')).toBe('relay.example');
  });
});

describe('what a founder typed', () => {
  const nothing = { relays: '', stun: '', turn: '' };

  test('nothing at all is well', () => {
    expect(pointsOf(nothing)).toEqual({ relays: [], ice: [], faults: {} });
  });

  test('one on each line, each once, in the order typed', () => {
    const points = pointsOf({
      relays: 'two.example\n\n https://one.example \nwss://two.example/relay',
      stun: 'stun:stun.example',
      turn: 'turn:a:b@turn.example\n',
    });
    expect(points).toEqual({
      relays: ['wss://two.example/relay', 'wss://one.example/relay'],
      ice: ['stun:stun.example', 'turn:a:b@turn.example'],
      faults: {},
    });
  });

  test('a line that is none is named, in its field', () => {
    const { faults } = pointsOf({
      relays: 'one.example\nmy relay',
      stun: 'turn:a:b@turn.example',
      turn: 'stun:stun.example',
    });
    expect(faults).toEqual({
      relays: { type: 'NotOne', line: 'my relay' },
      stun: { type: 'NotOne', line: 'turn:a:b@turn.example' },
      turn: { type: 'NotOne', line: 'stun:stun.example' },
    });
  });

  test('more than a charter has room for is said, in number and in bytes', () => {
    const many = (n: number, line: (i: number) => string) =>
      Array.from({ length: n }, (_, i) => line(i)).join('\n');
    const relay = (i: number) => `relay${i}.example`;
    expect(pointsOf({ ...nothing, relays: many(7, relay) }).faults).toEqual({});
    expect(pointsOf({ ...nothing, relays: many(8, relay) }).faults).toEqual({
      relays: { type: 'TooMany', most: 7 },
    });
    const stun = many(6, (i) => `stun:stun${i}.example`);
    const turn = many(3, (i) => `turn:a:b@turn${i}.example`);
    expect(pointsOf({ ...nothing, stun, turn }).faults).toEqual({
      turn: { type: 'TooMany', most: 2 },
    });
    const long = many(
      7,
      (i) => `${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(50)}${i}.example`,
    );
    const longer = many(
      8,
      (i) => `stun:${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(50)}${i}.example`,
    );
    expect(pointsOf({ ...nothing, relays: long, stun: longer }).faults).toEqual({
      turn: { type: 'TooLong' },
    });
  });
});
