import { WebSocket as NodeWebSocket } from 'ws';
import { NodePeerConnection } from './nodePeerConnection.ts';

/** A relay's messages are small: an offer is some 3 kB. */
const messageLimit = 65_536;

/** The browser's WebSocket: one dials where it is told, and compresses nothing. */
class PlainWebSocket extends NodeWebSocket {
  constructor(url: string) {
    super(url, { perMessageDeflate: false, maxPayload: messageLimit });
  }
}

/** What simple-peer hands back to the connection as it got it. */
class AsGiven {
  constructor(given: object) {
    Object.assign(this, given);
  }
}

/**
 * Gives Node what a browser has and y-webrtc looks for: WebRTC and WebSocket. Called once,
 * before the mesh opens its first room.
 */
export function lendBrowser(): void {
  // simple-peer remarks on candidates of connections that are closed already.
  console.warn = () => undefined;
  Object.assign(globalThis, {
    RTCPeerConnection: NodePeerConnection,
    RTCSessionDescription: AsGiven,
    RTCIceCandidate: AsGiven,
    WebSocket: PlainWebSocket,
  });
}
