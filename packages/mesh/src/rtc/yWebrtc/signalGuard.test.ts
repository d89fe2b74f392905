import { expect, test, vi } from 'vitest';
import type { SignalingConn } from 'y-webrtc';
import { sealedWith } from '../../testing/sealed.ts';
import type { SealedAny } from '../../testing/sealed.ts';
import { guardRelay } from './signalGuard.ts';

/** Somebody whom we offered a connection, and whose answer is to that offer. */
function dialled(destroyed: boolean) {
  const ends: (() => void)[] = [];
  return {
    connected: false,
    glareToken: 0,
    peer: {
      initiator: true,
      destroyed,
      _pc: { isAnsweredBy: () => true },
      once: (_: string, end: () => void) => ends.push(end),
    },
    destroy: () => ends.forEach((end) => end()),
  };
}

async function relayWith({ knows }: { knows: string[] }) {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  const passed: unknown[] = [];
  const socket = { onmessage: ({ data }: { data: unknown }) => passed.push(data) };
  const peers = knows.map((id) => [id, dialled(id === 'gone')] as const);
  const room = { key, peerId: 'me', webrtcConns: new Map(peers) };
  const said = vi.fn();
  let onconnect: () => void = () => undefined;
  const relay = {
    ws: socket,
    connected: true,
    providers: new Set([{ roomName: 'room', room }]),
    send: said,
    on: (_: string, listener: () => void) => (onconnect = listener),
  };
  guardRelay(relay as unknown as SignalingConn);
  onconnect();

  async function publish(value: SealedAny, topic = 'room'): Promise<string> {
    const data = await sealedWith(key, value);
    return JSON.stringify({ type: 'publish', topic, data });
  }

  /** What of it reached y-webrtc. */
  async function hear(data: unknown): Promise<unknown[]> {
    passed.length = 0;
    socket.onmessage({ data });
    socket.onmessage({ data: '{"type":"pong"}' });
    await vi.waitFor(() => expect(passed.at(-1)).toBe('{"type":"pong"}'));
    return passed.slice(0, -1);
  }

  return { relay, said, publish, hear };
}

const signal = (of: SealedAny, more: Record<string, SealedAny> = {}): SealedAny => ({
  type: 'signal',
  from: 'you',
  to: 'me',
  token: 1,
  signal: of,
  ...more,
});

test('[M1] what y-webrtc says itself reaches it', async () => {
  const { publish, hear } = await relayWith({ knows: ['you'] });
  const sound: SealedAny[] = [
    { type: 'announce', from: 'you' },
    signal({ type: 'answer', sdp: '' }),
    signal({
      type: 'candidate',
      candidate: { candidate: '', sdpMLineIndex: 0, sdpMid: null },
    }),
    signal({ type: 'offer', sdp: 'x'.repeat(900) }),
  ];
  for (const value of sound) {
    const message = await publish(value);
    expect(await hear(message)).toEqual([message]);
  }
});

test('[M5] an offer is taken up to eight connections, from a stranger to this room', async () => {
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const offer = signal({ type: 'offer', sdp: 'x' });
  for (const [knows, isTaken] of [
    [seven, true],
    [[...seven, 'h'], false],
    [[...seven, 'you'], true],
  ] as const) {
    const { publish, hear } = await relayWith({ knows: [...knows] });
    const message = await publish(offer);
    expect(await hear(message)).toEqual(isTaken ? [message] : []);
  }
});

test('[M1] what it would fall over does not', async () => {
  const { publish, hear } = await relayWith({ knows: ['you', 'gone'] });
  // From now on candidates are taken, too.
  await hear(await publish(signal({ type: 'answer', sdp: '' })));
  const unsound: SealedAny[] = [
    null,
    'announce',
    { type: 'announce' },
    { type: 'announce', from: 7 },
    { type: 'signal', from: 'you', to: 'me' },
    signal(null),
    signal({ type: 'offer' }),
    signal({ type: 'offer', sdp: '' }, { token: null }),
    signal({ type: 'answer', sdp: '' }, { from: 'a stranger' }),
    signal({ type: 'answer', sdp: '' }, { from: 'gone' }),
    signal({ type: 'answer', sdp: '' }, { to: 'somebody else' }),
    signal({ type: 'answer' }),
    signal({ type: 'candidate', candidate: { candidate: 7, sdpMid: '0' } }),
    signal({ type: 'candidate', candidate: { candidate: '', sdpMid: null } }),
    signal({ type: 'candidate', candidate: 'candidate' }),
    signal({ type: 'renegotiate', renegotiate: 1 }),
    signal({ type: 'transceiverRequest', transceiverRequest: { kind: 'video' } }),
  ];
  for (const value of unsound) expect(await hear(await publish(value))).toEqual([]);
});

/** The message with one byte of what is sealed in it raised by one. */
function withByte(message: string, at: number): string {
  const { data, ...rest } = JSON.parse(message) as { data: string };
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  bytes[at] = (bytes[at] ?? 0) + 1;
  return JSON.stringify({ ...rest, data: btoa(String.fromCharCode(...bytes)) });
}

test('[M1] nor what is no message at all, or sealed by somebody else', async () => {
  const { publish, hear } = await relayWith({ knows: [] });
  const other = await relayWith({ knows: [] });
  const announce: SealedAny = { type: 'announce', from: 'you' };
  const messages: unknown[] = [
    '{',
    'null',
    '7',
    '{"type":"publish"}',
    '{"type":"publish","topic":"room","data":7}',
    '{"type":"publish","topic":"room","data":"%%%"}',
    '{"type":"publish","topic":"room","data":""}',
    '{"type":"shutdown"}',
    new ArrayBuffer(8),
    await publish(announce, 'another room'),
    await other.publish(announce),
    (await publish(announce)).replace('publish', 'subscribe'),
    // Another algorithm's name, and a length that goes beyond the end.
    withByte(await publish(announce), 1),
    withByte(await publish(announce), 21),
  ];
  for (const message of messages) expect(await hear(message)).toEqual([]);
});

test('[M1] what comes by two addresses of one relay is heard once', async () => {
  const { publish, hear } = await relayWith({ knows: [] });
  const message = await publish({ type: 'announce', from: 'you' });
  expect(await hear(message)).toEqual([message]);
  expect(await hear(message)).toEqual([]);
});
