import type { Room, SignalingConn } from 'y-webrtc';
import { fitsConnection } from './fitsConnection.ts';
import type { RoomSignal } from './fitsConnection.ts';
import { readAny } from './readAny.ts';
import type { Any, AnyObject } from './readAny.ts';

/**
 * y-webrtc believes its relay and everybody in its room: text that is no JSON, bytes it
 * cannot decrypt or a signal without a description end in an uncaught error, which the
 * app would take for a bug of its own. So each message is read here first, and only
 * what y-webrtc itself would have sent goes on to it.
 */
export function guardRelay(relay: SignalingConn): void {
  if (guarded.has(relay)) return;
  guarded.add(relay);
  // Emitted before the first message of each new socket.
  relay.on('connect', () => guardSocket(relay));
}

const guarded = new WeakSet<SignalingConn | WebSocket>();

function guardSocket(relay: SignalingConn): void {
  const socket = relay.ws;
  const pass = socket?.onmessage;
  if (!socket || !pass || guarded.has(socket)) return;
  guarded.add(socket);
  let turn = Promise.resolve();
  socket.onmessage = (event: MessageEvent<unknown>) => {
    // In order: an answer before its candidates.
    turn = turn.then(async () => {
      if (await isSound(event.data, relay)) pass.call(socket, event);
    });
  };
}

async function isSound(data: unknown, relay: SignalingConn): Promise<boolean> {
  const message = typeof data === 'string' ? jsonOf(data) : null;
  if (typeof message !== 'object' || message === null) return false;
  const { type, topic, data: sealed } = message as Record<string, unknown>;
  if (type === 'pong') return true;
  if (type !== 'publish' || typeof sealed !== 'string') return false;
  const provider = [...relay.providers].find(({ roomName }) => roomName === topic);
  const room = provider?.room;
  if (!room?.key) return false;
  if (!isFirst(sealed)) return false;
  const opened = await decrypted(sealed, room.key);
  if (opened === null) return false;
  const said = readAny(opened);
  if (!isObject(said) || typeof said['from'] !== 'string') return false;
  if (said['type'] === 'announce') return said['to'] === undefined;
  const signal = signalTo(room, said['from'], said);
  return signal !== null && fitsConnection(signal, room);
}

/** Header and nonce in base64: no two messages begin alike. */
const beginning = 28;
const rememberedAtMost = 512;
const heard = new Set<string>();

/**
 * Two addresses may lead to one relay, by another name or through a proxy. What came by
 * one socket is then heard on the other too, and y-webrtc answers an offer twice, of which
 * no link comes.
 */
function isFirst(sealed: string): boolean {
  const name = sealed.slice(0, beginning);
  if (heard.has(name)) return false;
  heard.add(name);
  const [oldest] = heard;
  if (heard.size > rememberedAtMost && oldest !== undefined) heard.delete(oldest);
  return true;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How y-webrtc begins what it has sealed: "AES-GCM", and a nonce of 12 bytes. */
const header = [7, 65, 69, 83, 45, 71, 67, 77, 12];
const nonceBytes = 12;

/** What y-webrtc sealed with `key`, or null. */
async function decrypted(sealed: string, key: CryptoKey): Promise<Uint8Array | null> {
  try {
    const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
    if (header.some((byte, i) => bytes[i] !== byte)) return null;
    const iv = bytes.subarray(header.length, header.length + nonceBytes);
    let at = header.length + nonceBytes;
    // The ciphertext's length, seven bits a byte; it must be all there is.
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0;
      length += (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (bytes.length !== at + length) return null;
    const cipher = bytes.subarray(at);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, cipher);
    return new Uint8Array(plain);
  } catch {
    return null; // not base64, or sealed by somebody without the password
  }
}

/** An array is one too, that has none of the fields a signal has. */
const isObject = (value: Any): value is AnyObject =>
  typeof value === 'object' && value !== null;

/** What somebody says to this device, or null where y-webrtc would fall over it. */
function signalTo({ peerId }: Room, from: string, said: AnyObject): RoomSignal | null {
  const { type: isSignal, to, token, signal } = said;
  if (isSignal !== 'signal' || to !== peerId || !isObject(signal)) return null;
  const { type, sdp, candidate } = signal;
  switch (type) {
    case 'offer': {
      const isWhole = typeof token === 'number' && typeof sdp === 'string';
      return isWhole ? { type, from, token } : null;
    }
    case 'answer':
      return typeof sdp === 'string' ? { type, from, sdp } : null;
    case 'candidate':
      return isCandidate(candidate) ? { type, from } : null;
    default:
      return null; // renegotiations: a link needs none
  }
}

/** RTCIceCandidate throws unless one of the two says which medium it is for. */
function isCandidate(value: Any): boolean {
  if (!isObject(value) || typeof value['candidate'] !== 'string') return false;
  const { sdpMid, sdpMLineIndex } = value;
  return typeof sdpMid === 'string' || typeof sdpMLineIndex === 'number';
}
