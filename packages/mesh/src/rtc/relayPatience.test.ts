import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignalingConn } from 'y-webrtc';
import type { WebrtcProvider } from 'y-webrtc';
import { RelayPatience } from './relayPatience.ts';

/** When a relay was dialled, in seconds since the test began. */
let dialled: number[] = [];
let begun = 0;
let isUp = false;
let last: Dial | null = null;

/** The browser's socket, to a relay that hangs up, or answers. */
class Dial {
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: (() => void) | null = null;

  constructor() {
    dialled.push((Date.now() - begun) / 1_000);
    last = this; // eslint-disable-line @typescript-eslint/no-this-alias -- the test ends it
    setTimeout(() => (isUp ? this.onopen?.() : this.onclose?.()), 20);
  }

  close(): void {
    this.onclose?.();
  }

  send(): void {
    // A ping: this relay answers none.
  }
}

let relay: SignalingConn;
let patience: RelayPatience;

beforeEach(() => {
  dialled = [];
  isUp = false;
  // From the true time on: lib0 has taken the true clock for its own when it was loaded.
  vi.useFakeTimers();
  begun = Date.now();
  vi.stubGlobal('WebSocket', Dial);
  vi.spyOn(Math, 'random').mockReturnValue(0.5); // a pause as long as it is called
  relay = new SignalingConn('wss://relay.example/relay');
  patience = new RelayPatience({
    signalingConns: [relay],
  } as unknown as WebrtcProvider);
});

afterEach(() => {
  patience.close();
  relay.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

/** Silences of more than three seconds between two dials: the pauses. */
const pauses = (): number[] =>
  dialled
    .slice(1)
    .map((at, i) => at - (dialled[i] ?? 0))
    .filter((gap) => gap > 3);

describe('[M5] a relay that does not answer', () => {
  test('is dialled three times in a row, then left alone for longer each time', () => {
    pass(5);
    expect(dialled.length).toBeGreaterThanOrEqual(3);
    pass(1_200);
    // Looked at every three seconds, so that a pause may last so much longer.
    const expected = [5, 10, 20, 40, 80, 120, 120];
    expect(pauses().length).toBeGreaterThanOrEqual(expected.length);
    for (const [i, seconds] of expected.entries()) {
      expect(pauses()[i]).toBeGreaterThanOrEqual(seconds);
      expect(pauses()[i]).toBeLessThanOrEqual(seconds + 6);
    }
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
    const shortest = Math.max(...pauses());
    expect(shortest).toBeGreaterThanOrEqual(60);
    expect(shortest).toBeLessThan(66);
  });

  test('is dialled at once when the page wakes, and patience begins anew', () => {
    pass(600);
    const before = dialled.length;
    patience.wake();
    expect(dialled.length).toBe(before + 1);
    const woken = pauses().length;
    pass(30);
    expect(pauses()[woken]).toBeGreaterThanOrEqual(5);
    expect(pauses()[woken]).toBeLessThan(12);
  });

  test('is forgiven once it has answered', () => {
    pass(600);
    isUp = true;
    patience.wake();
    pass(10);
    expect(relay.connected).toBe(true);
    isUp = false;
    last?.close();
    const before = pauses().length;
    pass(20);
    expect(pauses()[before]).toBeGreaterThanOrEqual(5);
    expect(pauses()[before]).toBeLessThan(12);
  });

  test('that only seems alive is hung up when the page wakes', () => {
    isUp = true;
    pass(5);
    expect(relay.connected).toBe(true);
    pass(15);
    const before = dialled.length;
    patience.wake();
    expect(dialled.length).toBe(before);
    pass(10);
    patience.wake();
    pass(3);
    expect(dialled.length).toBe(before + 1);
  });
});
