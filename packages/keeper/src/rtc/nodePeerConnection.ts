import wrtc from '@roamhq/wrtc';
import { Emitter } from './emitter.ts';
import { NodeDataChannel } from './nodeDataChannel.ts';

/** What the library tells us, and what we tell on. */
const states = [
  'connectionstatechange',
  'iceconnectionstatechange',
  'icegatheringstatechange',
  'signalingstatechange',
  'negotiationneeded',
] as const;

/** The browser's RTCPeerConnection in Node, as far as links and y-webrtc use it. */
export class NodePeerConnection extends Emitter {
  onconnectionstatechange: unknown = null;
  oniceconnectionstatechange: unknown = null;
  onicegatheringstatechange: unknown = null;
  onsignalingstatechange: unknown = null;
  onnegotiationneeded: unknown = null;
  onicecandidate: unknown = null;
  ondatachannel: unknown = null;
  ontrack: unknown = null;
  readonly #native: RTCPeerConnection;

  constructor(configuration: RTCConfiguration = {}) {
    super();
    const native = new wrtc.RTCPeerConnection(configuration);
    this.#native = native;
    for (const state of states) native[`on${state}`] = () => this.emit(state);
    native.onicecandidate = ({ candidate }) => this.emit('icecandidate', { candidate });
    native.ondatachannel = ({ channel }) =>
      this.emit('datachannel', { channel: new NodeDataChannel(channel) });
  }

  get connectionState(): RTCPeerConnectionState {
    return this.#native.connectionState;
  }

  get iceConnectionState(): RTCIceConnectionState {
    return this.#native.iceConnectionState;
  }

  get iceGatheringState(): RTCIceGatheringState {
    return this.#native.iceGatheringState;
  }

  get signalingState(): RTCSignalingState {
    return this.#native.signalingState;
  }

  get localDescription(): RTCSessionDescription | null {
    return this.#native.localDescription;
  }

  get remoteDescription(): RTCSessionDescription | null {
    return this.#native.remoteDescription;
  }

  createDataChannel(label: string, init?: RTCDataChannelInit): NodeDataChannel {
    return new NodeDataChannel(this.#native.createDataChannel(label, init));
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    return this.#native.createOffer();
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return this.#native.createAnswer();
  }

  setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
    return this.#native.setLocalDescription(description);
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    return this.#native.setRemoteDescription(description);
  }

  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    return this.#native.addIceCandidate(candidate);
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#native.getStats();
  }

  close(): void {
    this.#native.close();
  }
}
