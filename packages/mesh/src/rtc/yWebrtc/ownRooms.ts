import type { SignalingConn } from 'y-webrtc';

/**
 * Names to a relay only the rooms that are looked for through it. y-webrtc keeps one list
 * of rooms for a page and names each of them to every relay it is connected to: then any
 * relay could tell which rooms share a phone, and would carry all of them.
 */
export function nameOwnRooms(relay: SignalingConn): void {
  if (taught.has(relay)) return;
  taught.add(relay);
  const send = relay.send.bind(relay);
  /** The rooms this relay has been told of, on the socket there is. */
  let named = new Set<string>();
  let socket: WebSocket | null = null;
  relay.send = (message: Said) => {
    // A socket that is still opening throws; what it would have said is said on opening.
    if (!relay.connected) return;
    if (relay.ws !== socket) named = new Set();
    socket = relay.ws;
    const own = new Set([...relay.providers].map(({ roomName }) => roomName));
    switch (message.type) {
      case 'subscribe': {
        const topics = message.topics.filter((room) => own.has(room));
        if (topics.length === 0) return;
        topics.forEach((room) => named.add(room));
        send({ ...message, topics });
        return;
      }
      case 'unsubscribe': {
        // Its provider is off the list by the time the room is left.
        const topics = message.topics.filter((room) => named.delete(room));
        if (topics.length > 0) send({ ...message, topics });
        return;
      }
      case 'publish': {
        if (own.has(message.topic)) send(message);
        return;
      }
      case 'ping':
        send(message);
    }
  };
}

const taught = new WeakSet<SignalingConn>();

/** What y-webrtc says to a relay. */
type Said =
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string }
  | { readonly type: 'ping' };
