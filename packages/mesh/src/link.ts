import type { PeerName } from './handshake.ts';
import type { Ending, Pipe } from './pipe.ts';

/** One trusted pipe: both sides have proved their device keys over this very channel. */
export interface Link {
  readonly peer: PeerName;
  readonly isOpen: boolean;
  /** Frames and all; what the transport adds is not in it. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly messageBytesReceived: number;
  readonly ended: Promise<Ending>;
  /** Resolves when there is room for the next message, or the link has ended. */
  send(message: Uint8Array): Promise<void>;
  onmessage: ((message: Uint8Array) => void) | null;
  close(why?: Ending): void;
}

/** The pipe as the link to `peer`, whose messages may from now on be long. */
export function linkOf(pipe: Pipe, peer: PeerName): Link {
  pipe.widen();
  return {
    peer,
    ended: pipe.ended,
    get isOpen() {
      return pipe.isOpen;
    },
    get bytesSent() {
      return pipe.bytesSent;
    },
    get bytesReceived() {
      return pipe.bytesReceived;
    },
    get messageBytesReceived() {
      return pipe.messageBytesReceived;
    },
    get onmessage() {
      return pipe.onmessage;
    },
    set onmessage(listener) {
      pipe.onmessage = listener;
    },
    send: (message) => pipe.send(message),
    close: (why = { type: 'Closed' }) => pipe.end(why),
  };
}
