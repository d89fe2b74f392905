import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignalingConn } from 'y-webrtc';
import { behave, beginDialling, Dial, dialled, hangUp } from '../../testing/dials.ts';
import { RelayWatch } from './relayWatch.ts';

const url = 'wss://relay.example/relay';
let relay: SignalingConn;
let watch: RelayWatch;
let end: () => void;
let states: string[];

beforeEach(() => {
  // From the true time on: lib0 has taken the true clock for its own when it was loaded.
  vi.useFakeTimers();
  beginDialling();
  vi.stubGlobal('WebSocket', Dial);
  vi.spyOn(Math, 'random').mockReturnValue(0.5); // a pause as long as it is called
});

afterEach(() => {
  end();
  relay.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function dial(): void {
  relay = new SignalingConn(url);
  watch = RelayWatch.of(relay);
  states = [];
  end = watch.subscribe(() => states.push(watch.state));
}

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

/** Silences of more than three seconds between two dials: the pauses. */
const pauses = (): number[] =>
  dialled
    .slice(1)
    .map(({ at }, i) => at - (dialled[i]?.at ?? 0))
    .filter((gap) => gap > 3);

describe('[M5] a relay that does not answer', () => {
  beforeEach(dial);

  test('is dialled three times in a row, then left alone for longer each time', () => {
    pass(5);
    expect(dialled.length).toBeGreaterThanOrEqual(3);
    expect(watch.state).toBe('dead');
    pass(1_200);
    // Looked at every second, so that a pause may last so much longer.
    const expected = [5, 10, 20, 40, 80, 120, 120];
    expect(pauses().length).toBeGreaterThanOrEqual(expected.length);
    for (const [i, seconds] of expected.entries()) {
      expect(pauses()[i]).toBeGreaterThanOrEqual(seconds);
      expect(pauses()[i]).toBeLessThanOrEqual(seconds + 4);
    }
    expect(states).toEqual(['dead']);
  });

  test('is asked less than once a minute in the long run', () => {
    pass(600);
    const before = dialled.length;
    pass(3_600);
    expect(dialled.length - before).toBeLessThan(60);
    expect(dialled.length - before).toBeGreaterThan(25);
  });

  test('not by all at once: a pause is between half and one and a half as long', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    pass(1_800);
    const longest = Math.max(...pauses());
    expect(longest).toBeGreaterThanOrEqual(60);
    expect(longest).toBeLessThan(66);
  });

  test('is dialled at once when the page wakes, and patience begins anew', () => {
    pass(600);
    const before = dialled.length;
    watch.wake();
    expect(dialled.length).toBe(before + 1);
    const woken = pauses().length;
    pass(30);
    expect(pauses()[woken]).toBeGreaterThanOrEqual(5);
    expect(pauses()[woken]).toBeLessThan(12);
  });

  test('is forgiven once it has answered', () => {
    pass(600);
    behave(url, 'up');
    watch.wake();
    pass(10);
    expect(watch.state).toBe('live');
    behave(url, 'down');
    hangUp(url);
    const before = pauses().length;
    pass(20);
    expect(pauses()[before]).toBeGreaterThanOrEqual(5);
    expect(pauses()[before]).toBeLessThan(12);
    expect(states).toEqual(['dead', 'live', 'looking', 'dead']);
  });
});

describe('[M5] what only looks like a relay', () => {
  test('a portal that takes the connection and says nothing is dead after 4 s', () => {
    behave(url, 'mute');
    dial();
    pass(3.9);
    expect([relay.connected, watch.state]).toEqual([true, 'looking']);
    pass(0.2);
    expect(watch.state).toBe('dead');
  });

  test('and is dialled with patience, like one that hangs up', () => {
    behave(url, 'mute');
    dial();
    pass(3_600);
    const before = dialled.length;
    pass(3_600);
    expect(dialled.length - before).toBeLessThan(60);
    expect(watch.state).toBe('dead');
  });

  test('a network that swallows the dial is given up after 8 s, not after minutes', () => {
    behave(url, 'swallows');
    dial();
    pass(7);
    expect(dialled).toHaveLength(1);
    pass(4);
    expect(dialled.length).toBeGreaterThan(1);
    expect(watch.state).toBe('dead');
  });
});

test('[M5] a relay that opens late has its time to answer all the same', () => {
  behave(url, 'slow');
  dial();
  pass(10);
  expect([relay.connected, watch.state]).toEqual([true, 'looking']);
  pass(1);
  expect(watch.state).toBe('live');
  expect(dialled).toHaveLength(1);
  expect(states).toEqual(['live']);
});

describe('[M5] a relay that was there', () => {
  beforeEach(() => {
    behave(url, 'up');
    dial();
    pass(5);
    expect(watch.state).toBe('live');
  });

  test('stays, asked four times a minute, and is not dialled again', () => {
    pass(600);
    watch.wake();
    pass(600);
    expect(dialled).toHaveLength(1);
    expect(states).toEqual(['live']);
  });

  test('that only seems alive is replaced 2 s after the page wakes, goodbye or not', () => {
    behave(url, 'mute');
    pass(10);
    watch.wake();
    pass(1.9);
    expect(dialled).toHaveLength(1);
    behave(url, 'up');
    pass(0.3);
    expect(dialled).toHaveLength(2);
    pass(0.1);
    expect(watch.state).toBe('live');
    // What the old socket says when the browser gives it up is nobody's any more.
    pass(120);
    expect(dialled).toHaveLength(2);
  });

  test('that goes silent is missed within half a minute, also while nobody wakes', () => {
    behave(url, 'mute');
    pass(28);
    expect(watch.state).toBe('dead');
  });

  test('several wakes in one moment dial once', () => {
    behave(url, 'down');
    hangUp(url);
    pass(600);
    const before = dialled.length;
    behave(url, 'swallows');
    for (let i = 0; i < 4; i++) watch.wake();
    expect(dialled.length).toBe(before + 1);
  });
});
