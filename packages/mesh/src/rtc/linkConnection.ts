import { equalBytes } from '@manyhands/codec';
import type { Channel, LinkSide } from '../channel.ts';
import { fingerprintOf } from './fingerprintOf.ts';
import { RtcChannel, keepEarly } from './rtcChannel.ts';

/** Both sides know the number, so that no offer has to name the channel. */
const linkChannel = { negotiated: true, id: 100 } as const;

type LinkConnectionClass = ReturnType<typeof makeLinkConnection>;
export type LinkConnection = InstanceType<LinkConnectionClass>;
let made: LinkConnectionClass | undefined;

/**
 * The class of the connections that carry links. It is made when first asked for: a module
 * that extends the browser's at its top ends the whole app where there is no WebRTC.
 */
export const linkConnectionClass = (): LinkConnectionClass =>
  (made ??= makeLinkConnection());

/**
 * A connection that carries one link, whoever made the two sides know each other:
 *
 * 1. The link's channel is made with the connection; what arrives early is kept.
 * 2. `onlink` is called once, when that channel is open and both descriptions have
 *    settled: only then are both fingerprints known, and whose offer it was.
 * 3. A description that does not promise one certificate, or promises another one than
 *    before, closes the connection.
 * 4. More channels of the other's than `foreignChannels` close it too.
 */
const makeLinkConnection = () =>
  class LinkConnection extends RTCPeerConnection {
    onlink: ((channel: Channel, role: LinkSide) => void) | null = null;
    /** Called once, also when the connection is closed from here. */
    onend: (() => void) | null = null;
    readonly #link: RTCDataChannel;
    readonly #early: Uint8Array[];
    #promised: Uint8Array | null = null;
    #foreign = 0;
    #isLinked = false;
    #hasEnded = false;
    #channel: RtcChannel | null = null;

    constructor(configuration?: RTCConfiguration, foreignChannels = 0) {
      super(configuration);
      this.#link = super.createDataChannel('manyhands', linkChannel);
      this.#early = keepEarly(this.#link);
      this.#link.addEventListener('open', () => this.#consider());
      this.#link.addEventListener('close', () => this.#end());
      this.addEventListener('datachannel', () => {
        this.#foreign += 1;
        if (this.#foreign > foreignChannels) this.close();
      });
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'failed') this.close();
      });
    }

    override async setLocalDescription(
      description?: RTCLocalSessionDescriptionInit,
    ): Promise<void> {
      await super.setLocalDescription(description);
      this.#consider();
    }

    override async setRemoteDescription(
      description: RTCSessionDescriptionInit,
    ): Promise<void> {
      const promised = fingerprintOf(description.sdp ?? '');
      const isSame =
        promised !== null &&
        (this.#promised === null || equalBytes(promised, this.#promised));
      if (!isSame) {
        this.close();
        throw new DOMException('another certificate', 'OperationError');
      }
      this.#promised = promised;
      await super.setRemoteDescription(description);
      this.#consider();
    }

    override close(): void {
      super.close();
      this.#end();
    }

    #consider(): void {
      const { localDescription, remoteDescription } = this;
      const isSettled =
        this.signalingState === 'stable' && this.#link.readyState === 'open';
      if (this.#isLinked || !isSettled || !localDescription || !remoteDescription)
        return;
      const ours = fingerprintOf(localDescription.sdp);
      const theirs = fingerprintOf(remoteDescription.sdp);
      if (ours === null || theirs === null) {
        this.close();
        return;
      }
      this.#isLinked = true;
      this.#channel = new RtcChannel(this.#link, this.#early, { ours, theirs });
      const role = localDescription.type === 'offer' ? 'dialler' : 'answerer';
      this.onlink?.(this.#channel, role);
    }

    #end(): void {
      if (this.#hasEnded) return;
      this.#hasEnded = true;
      // A connection closed from here fires no close event on its channels.
      this.#channel?.hangUp();
      this.onend?.();
    }
  };
