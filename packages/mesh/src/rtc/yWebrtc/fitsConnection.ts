import type { Room } from 'y-webrtc';
import { takesOffer } from '../../manners.ts';
import type { GuardedPeerConnection } from './guardedPeerConnection.ts';

/** What one device of a room says to another, of a shape that y-webrtc can take. */
export type RoomSignal = { readonly from: string } & (
  | { readonly type: 'offer'; readonly token: number }
  | { readonly type: 'answer'; readonly sdp: string }
  | { readonly type: 'candidate' }
);

/** What of y-webrtc's connection this needs, and of simple-peer in it. */
interface Known {
  readonly peer: {
    readonly initiator: boolean;
    readonly destroyed: boolean;
    /** Until it is destroyed. */
    readonly _pc: GuardedPeerConnection;
    once(event: 'close', call: () => void): void;
  };
  readonly connected: boolean;
  /** An offer's, from when it is made until it is answered. */
  readonly glareToken: number | undefined;
  destroy(): void;
}

/** The token of each offer of ours that was answered: y-webrtc forgets it then. */
const answered = new WeakMap<Known, number>();

/**
 * Whether a signal is for the connection that y-webrtc would give it to. It keeps one with
 * each device, and gives it whatever comes from there. When two dial each other at once,
 * or a phone that slept reads what was meant for a call long given up, that spoils the
 * connection which would have come about, and both wait until it is given up as well.
 *
 * 1. Of two offers that cross the later one counts, by the tokens y-webrtc gives them; one
 *    that is still being made gives way. The connection that offered the other ends first:
 *    a browser does not take both in any order.
 * 2. Somebody whose offer was answered, or with whom a connection stands, offers another
 *    one: they have lost it, by sleeping or by another network, and it is dead here too.
 *    Members alone can say so, and could have ended it by any other certificate.
 * 3. An answer goes to the offer that it names.
 * 4. A candidate goes where both sides have been described, or are about to be; y-webrtc
 *    would make a connection of one that comes alone.
 */
export async function fitsConnection(signal: RoomSignal, room: Room): Promise<boolean> {
  const known = room.webrtcConns.get(signal.from) as Known | undefined;
  if (known === undefined) {
    return signal.type === 'offer' && takesOffer(room.webrtcConns.size);
  }
  const { peer } = known;
  const isOffering = peer.initiator && !peer.destroyed && !known.connected;
  switch (signal.type) {
    case 'offer':
      if (isOffering && offeredAt(known) > signal.token) return false;
      await letGo(known);
      return true;
    case 'answer':
      if (peer.destroyed || !peer.initiator || answered.has(known)) return false;
      if (!peer._pc.isAnsweredBy(signal.sdp)) return false;
      answered.set(known, offeredAt(known));
      return true;
    case 'candidate':
      return !peer.destroyed && (!peer.initiator || answered.has(known));
  }
}

function offeredAt(known: Known): number {
  return answered.get(known) ?? known.glareToken ?? -Infinity;
}

/** Resolves when y-webrtc has it no more; one that was hung up on is listed for a moment. */
async function letGo(known: Known): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    // y-webrtc's own listener to the same was there before.
    known.peer.once('close', resolve);
  });
  known.destroy();
  await gone;
}
