import { RTCPeerConnection as NativeConnection } from 'werift';
import type { RTCIceServer as NativeServer } from 'werift';
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
  readonly #native: NativeConnection;
  #isClosed = false;

  constructor({ iceServers = [] }: RTCConfiguration = {}) {
    super();
    // Without any servers named the library asks a company where it is.
    const native = new NativeConnection({ iceServers: iceServers.flatMap(oneByOne) });
    this.#native = native;
    for (const state of states) native[`on${state}`] = () => this.emit(state);
    native.onicecandidate = ({ candidate }) =>
      this.emit('icecandidate', { candidate: candidate ?? null });
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
    return this.#isClosed
      ? 'closed'
      : (this.#native.signalingState as RTCSignalingState);
  }

  get localDescription(): RTCSessionDescriptionInit | null {
    return plain(this.#native.localDescription);
  }

  get remoteDescription(): RTCSessionDescriptionInit | null {
    return plain(this.#native.remoteDescription);
  }

  createDataChannel(label: string, init: RTCDataChannelInit = {}): NodeDataChannel {
    return new NodeDataChannel(this.#native.createDataChannel(label, init));
  }

  async createOffer(): Promise<RTCSessionDescriptionInit> {
    return plain(await this.#native.createOffer()) ?? { type: 'offer' };
  }

  async createAnswer(): Promise<RTCSessionDescriptionInit> {
    return plain(await this.#native.createAnswer()) ?? { type: 'answer' };
  }

  async setLocalDescription(
    description?: RTCLocalSessionDescriptionInit,
  ): Promise<void> {
    const { type, sdp } = description ?? {};
    const isSaid = (type === 'offer' || type === 'answer') && sdp !== undefined;
    await this.#native.setLocalDescription(isSaid ? { type, sdp } : undefined);
  }

  async setRemoteDescription({ type, sdp }: RTCSessionDescriptionInit): Promise<void> {
    if (type !== 'offer' && type !== 'answer')
      throw new TypeError(`no ${type} is taken`);
    await this.#native.setRemoteDescription({ type, sdp: sdp ?? '' });
  }

  async addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    const { candidate: line, sdpMid, sdpMLineIndex } = candidate ?? {};
    if (line === undefined || line === '') return;
    await this.#native.addIceCandidate({
      candidate: line,
      ...(sdpMid != null ? { sdpMid } : {}),
      ...(sdpMLineIndex != null ? { sdpMLineIndex } : {}),
    });
  }

  /**
   * simple-peer asks which pair of addresses was chosen, again and again until there is
   * one, and keeps it for nobody: it is told that there is.
   */
  getStats(): Promise<ReadonlyMap<string, object>> {
    const pair = { id: 'pair', type: 'candidate-pair', selected: true };
    return Promise.resolve(new Map([[pair.id, pair]]));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // What a closing connection still complains of is about nothing any more.
    void this.#native.close().catch(() => undefined);
  }
}

/** The library takes one address at a time. */
const oneByOne = ({ urls, username, credential }: RTCIceServer): NativeServer[] =>
  [urls].flat().map((url) => ({
    urls: url,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));

const plain = (
  description: { type: RTCSdpType | string; sdp: string } | null | undefined,
): RTCSessionDescriptionInit | null =>
  description ? { type: description.type as RTCSdpType, sdp: description.sdp } : null;
