import { describe, expect, test } from 'vitest';
import type { Room } from 'y-webrtc';
import { fitsConnection } from './fitsConnection.ts';
import type { RoomSignal } from './fitsConnection.ts';

/** A connection as y-webrtc keeps it. */
interface Given {
  initiator: boolean;
  connected?: boolean;
  destroyed?: boolean;
  /** Of an offer that is made and not answered. */
  glareToken?: number;
}

function roomWith(given?: Given) {
  const room = new Map<string, object>();
  if (given) {
    const { initiator, connected = false, destroyed = false, glareToken } = given;
    const closing: (() => void)[] = [];
    const peer = {
      initiator,
      destroyed,
      _pc: { isAnsweredBy: (sdp: string) => sdp === 'to this offer' },
      once: (_: 'close', call: () => void) => closing.push(call),
    };
    const destroy = () =>
      queueMicrotask(() => {
        room.delete('Biel');
        closing.forEach((call) => call());
      });
    room.set('Biel', { peer, connected, glareToken, destroy });
  }
  const hears = (signal: RoomSignal) =>
    fitsConnection(signal, { webrtcConns: room } as unknown as Room);
  return { hears, knows: () => room.has('Biel') };
}

const from = 'Biel';
const offer = (token: number): RoomSignal => ({ type: 'offer', from, token });
const answer: RoomSignal = { type: 'answer', from, sdp: 'to this offer' };
const candidate: RoomSignal = { type: 'candidate', from };

describe('[M5] when two dial each other at once', () => {
  test('the later offer is taken, once the earlier one’s connection is gone', async () => {
    const { hears, knows } = roomWith({ initiator: true, glareToken: 5 });
    expect(await hears(offer(6))).toBe(true);
    expect(knows()).toBe(false);
  });

  test('the earlier one is not, also when ours has been answered', async () => {
    const { hears, knows } = roomWith({ initiator: true, glareToken: 5 });
    expect(await hears(offer(4))).toBe(false);
    expect(await hears(answer)).toBe(true);
    expect(await hears(offer(4))).toBe(false);
    expect(knows()).toBe(true);
  });

  test('an offer that is still being made gives way', async () => {
    const { hears, knows } = roomWith({ initiator: true });
    expect(await hears(offer(1))).toBe(true);
    expect(knows()).toBe(false);
  });
});

describe('[M5] whoever offers anew has lost what was there', () => {
  test.each<Given>([
    { initiator: false },
    { initiator: false, connected: true },
    { initiator: true, connected: true, glareToken: 9 },
    { initiator: true, destroyed: true, glareToken: 9 },
  ])('%o is let go first', async (given) => {
    const { hears, knows } = roomWith(given);
    expect(await hears(offer(1))).toBe(true);
    expect(knows()).toBe(false);
  });
});

describe('[M1] what was meant for a call that is given up', () => {
  test('an answer to another offer is not taken', async () => {
    const { hears } = roomWith({ initiator: true, glareToken: 5 });
    expect(await hears({ ...answer, sdp: 'to another' })).toBe(false);
  });

  test('nor a second one, nor one where nothing was offered', async () => {
    const { hears } = roomWith({ initiator: true, glareToken: 5 });
    expect(await hears(answer)).toBe(true);
    expect(await hears(answer)).toBe(false);
    expect(await roomWith({ initiator: false }).hears(answer)).toBe(false);
    expect(await roomWith().hears(answer)).toBe(false);
    const gone = roomWith({ initiator: true, glareToken: 5, destroyed: true });
    expect(await gone.hears(answer)).toBe(false);
  });

  test('a candidate alone makes no connection', async () => {
    expect(await roomWith().hears(candidate)).toBe(false);
    const gone = roomWith({ initiator: false, destroyed: true });
    expect(await gone.hears(candidate)).toBe(false);
  });

  test('a candidate is taken once both are described', async () => {
    expect(await roomWith({ initiator: false }).hears(candidate)).toBe(true);
    const { hears } = roomWith({ initiator: true, glareToken: 5 });
    expect(await hears(candidate)).toBe(false);
    await hears(answer);
    expect(await hears(candidate)).toBe(true);
  });
});
