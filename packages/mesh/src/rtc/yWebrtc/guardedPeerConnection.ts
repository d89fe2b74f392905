import { equalBytes } from '@manyhands/codec';
import { foreignChannels } from '../../limits.ts';
import { answersOffer, namingOffer } from './answersOffer.ts';
import { linkConnectionClass } from '../linkConnection.ts';

type GuardedPeerConnectionClass = ReturnType<typeof makeGuardedPeerConnection>;
export type GuardedPeerConnection = InstanceType<GuardedPeerConnectionClass>;
let made: GuardedPeerConnectionClass | undefined;

/** The class of the connections that y-webrtc is given, made when first asked for. */
export const guardedPeerConnectionClass = (): GuardedPeerConnectionClass =>
  (made ??= makeGuardedPeerConnection());

/**
 * The connection that y-webrtc is given in place of the browser's (M1). It carries the
 * link's channel beside y-webrtc's, on the same transport; on y-webrtc's own nothing
 * passes but empty sync messages.
 */
const makeGuardedPeerConnection = () =>
  class GuardedPeerConnection extends linkConnectionClass() {
    constructor(configuration?: RTCConfiguration) {
      super(configuration, foreignChannels);
      // Before y-webrtc's own listener, which is why it sees guarded channels only.
      this.addEventListener('datachannel', ({ channel }) => guard(channel));
    }

    /** An answer names its offer, so that no other takes it for its own. */
    override get localDescription(): RTCSessionDescription | null {
      const own = super.localDescription;
      const offer = this.remoteDescription;
      if (own?.type !== 'answer' || offer === null) return own;
      const sdp = namingOffer(own.sdp, offer.sdp);
      return new RTCSessionDescription({ type: own.type, sdp });
    }

    /** Whether the answer is to the offer that this connection made. */
    isAnsweredBy(sdp: string): boolean {
      return answersOffer(sdp, this.localDescription?.sdp ?? '');
    }

    override createDataChannel(
      label: string,
      init?: RTCDataChannelInit,
    ): RTCDataChannel {
      const channel = super.createDataChannel(label, init);
      guard(channel);
      return channel;
    }
  };

/**
 * What y-webrtc says over an empty document: sync step 1 with an empty state vector,
 * step 2 and update with an empty update (y-protocols/sync). Byte for byte.
 */
const emptySyncMessages = [
  [0, 0, 1, 0],
  [0, 1, 2, 0, 0],
  [0, 2, 2, 0, 0],
].map((bytes) => Uint8Array.from(bytes));

/**
 * Lets nothing but empty sync messages reach y-webrtc (M1): plain Yjs trusts every
 * writer, awareness tells who is there, and a message of another type makes y-webrtc
 * leave a peer out or throw.
 */
function guard(channel: RTCDataChannel): void {
  channel.binaryType = 'arraybuffer';
  // Registered before simple-peer sets `onmessage`, hence asked first.
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isEmptySync(event.data)) event.stopImmediatePropagation();
  });
}

function isEmptySync(data: unknown): boolean {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array();
  return emptySyncMessages.some((each) => equalBytes(each, bytes));
}
