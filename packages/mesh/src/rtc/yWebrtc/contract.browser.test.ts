/**
 * What this folder relies on of y-webrtc's connections, and of simple-peer in them, that their
 * documentation does not promise. Each test fails when the installed versions do otherwise:
 * then the code here is to be read again.
 */
import { afterEach, expect, test, vi } from 'vitest';
import { SignalingConn, WebrtcProvider } from 'y-webrtc';
import type { Room, WebrtcConn } from 'y-webrtc';
import * as Y from 'yjs';

interface Message {
  readonly type: string;
  readonly topic: string;
  readonly data: { readonly type: string; readonly signal?: { readonly type: string } };
}

/** A phone in a room of its own, whose relay is what the test passes on. */
interface Phone {
  readonly room: Room;
  /** What it said, besides rooms. */
  readonly said: Message[];
  readonly made: RTCPeerConnection[];
  hear(message: Message): void;
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function phone(): Promise<Phone> {
  const name = `room-${crypto.randomUUID()}`;
  const made: RTCPeerConnection[] = [];
  class Connection extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  }
  const provider = new WebrtcProvider(name, new Y.Doc(), {
    signaling: [],
    filterBcConns: false,
    peerOpts: {
      config: { iceServers: [] },
      wrtc: {
        RTCPeerConnection: Connection,
        RTCSessionDescription,
        RTCIceCandidate,
      },
    },
  });
  const relay = new SignalingConn('ws://127.0.0.1:9/nobody');
  relay.shouldConnect = false;
  const said: Message[] = [];
  relay.send = (message: Message) => void said.push(message);
  await provider.key;
  await vi.waitFor(() => expect(provider.room).not.toBeNull());
  const room = provider.room as Room;
  ends.push(() => {
    provider.destroy();
    relay.destroy();
    return provider.key;
  });
  const hear = (message: Message) =>
    relay.emit('message', [{ ...message, topic: name }, relay]);
  return { room, said, made, hear };
}

const announce = (from: string) => ({
  type: 'publish',
  topic: '',
  data: { type: 'announce', from },
});

const connOf = ({ room }: Phone, { room: of }: Phone): WebrtcConn => {
  const conn = room.webrtcConns.get(of.peerId);
  if (!conn) throw new Error('a connection');
  return conn;
};

/** Hands over what was said since, until `isDone`. */
async function talk(ana: Phone, biel: Phone, isDone: () => boolean): Promise<void> {
  await vi.waitFor(() => {
    for (const message of ana.said.splice(0)) biel.hear(message);
    for (const message of biel.said.splice(0)) ana.hear(message);
    expect(isDone()).toBe(true);
  });
}

test('who announces is dialled, with a connection of the class that was given', async () => {
  const [ana, biel] = [await phone(), await phone()];
  ana.hear(announce(biel.room.peerId));
  const conn = connOf(ana, biel);
  expect(conn).toMatchObject({ connected: false, glareToken: undefined });
  expect(conn.peer).toMatchObject({ initiator: true, destroyed: false });
  expect((conn.peer as { _pc: unknown })._pc).toBe(ana.made[0]);
  // An offer has a number, which says which of two is the later one.
  await vi.waitFor(() => expect(ana.said).not.toHaveLength(0));
  expect(conn.glareToken).toBeTypeOf('number');
  expect(ana.said[0]?.data).toMatchObject({
    type: 'signal',
    from: ana.room.peerId,
    to: biel.room.peerId,
    token: conn.glareToken,
    signal: { type: 'offer', sdp: expect.any(String) as string },
  });
});

test('who is in `bcConns` is left alone', async () => {
  const ana = await phone();
  ana.room.bcConns.add('Biel');
  ana.hear(announce('Biel'));
  expect(ana.room.webrtcConns.size).toBe(0);
  ana.room.bcConns.delete('Biel');
  ana.hear(announce('Biel'));
  expect(ana.room.webrtcConns.size).toBe(1);
});

test('nobody is dialled beyond `maxConns`', async () => {
  const ana = await phone();
  Object.defineProperty(ana.room.provider, 'maxConns', { get: () => 0 });
  ana.hear(announce('Biel'));
  expect(ana.room.webrtcConns.size).toBe(0);
});

test('an offer’s number is forgotten when it is answered; both then are connected', async () => {
  const [ana, biel] = [await phone(), await phone()];
  ana.hear(announce(biel.room.peerId));
  const conn = connOf(ana, biel);
  await vi.waitFor(() => expect(ana.said).not.toHaveLength(0));
  const isConnected = () =>
    conn.connected && biel.room.webrtcConns.get(ana.room.peerId)?.connected === true;
  await talk(ana, biel, isConnected);
  expect(conn.glareToken).toBeUndefined();
  expect(connOf(biel, ana).peer).toMatchObject({ initiator: false });
});

test('a connection that is ended is listed until its `close`, where we are asked last', async () => {
  const [ana, biel] = [await phone(), await phone()];
  ana.hear(announce(biel.room.peerId));
  const conn = connOf(ana, biel);
  const listed: number[] = [];
  const closed = new Promise<void>((resolve) => {
    const peer = conn.peer as { once(event: 'close', call: () => void): void };
    peer.once('close', () => {
      listed.push(ana.room.webrtcConns.size);
      resolve();
    });
  });
  conn.destroy();
  listed.push(ana.room.webrtcConns.size);
  await closed;
  expect(listed).toEqual([1, 0]);
  expect(conn.peer).toMatchObject({ destroyed: true });
  expect(ana.made[0]?.connectionState).toBe('closed');
});

test('on `beforeunload` it hangs up by `_beforeUnloadHandler`, which can be taken away', async () => {
  const ana = await phone();
  const left = vi.spyOn(ana.room, 'disconnect');
  window.dispatchEvent(new Event('beforeunload'));
  expect(left).toHaveBeenCalledOnce();
  window.removeEventListener('beforeunload', ana.room._beforeUnloadHandler);
  window.dispatchEvent(new Event('beforeunload'));
  expect(left).toHaveBeenCalledOnce();
});
