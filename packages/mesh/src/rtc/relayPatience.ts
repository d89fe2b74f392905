import type { SignalingConn, WebrtcProvider } from 'y-webrtc';

/** Failures in a row after which a relay is left in peace for a while. */
const triesInARow = 3;
const shortestPause = 5_000;
const longestPause = 120_000;
const lookEvery = 3_000;
/** A relay answers a ping every 15 s; one that was silent longer is not there. */
const silentAfter = 20_000;

/**
 * Backoff with jitter for a room's relays (M5). y-webrtc's own socket dials a dead relay
 * every 2.5 s for ever; after three failures it is held back, longer each time, until
 * the page wakes or the pause is over.
 */
export class RelayPatience {
  readonly #provider: WebrtcProvider;
  readonly #pauses = new Map<SignalingConn, { times: number; until: number }>();
  readonly #look: ReturnType<typeof setInterval>;

  constructor(provider: WebrtcProvider) {
    this.#provider = provider;
    this.#look = setInterval(() => this.#lookAll(), lookEvery);
  }

  /** Tries again at once; a socket that only looks alive is replaced. */
  wake(): void {
    this.#pauses.clear();
    for (const relay of this.#relays()) {
      const isSilent = Date.now() - relay.lastMessageReceived > silentAfter;
      if (relay.connected && isSilent) relay.ws?.close();
      else if (!relay.connected) relay.connect();
    }
    this.announce();
  }

  /** Says again that we are here, as y-webrtc does when a relay has answered. */
  announce(): void {
    for (const relay of this.#relays()) {
      if (relay.connected) relay.emit('connect', [{ type: 'connect' }, relay]);
    }
  }

  close(): void {
    clearInterval(this.#look);
  }

  #lookAll(): void {
    for (const relay of this.#relays()) {
      const pause = this.#pauses.get(relay);
      if (relay.connected) this.#pauses.delete(relay);
      else if (relay.shouldConnect) this.#holdBack(relay, pause?.times ?? 0);
      else if (pause !== undefined && Date.now() > pause.until) relay.connect();
    }
  }

  #holdBack(relay: SignalingConn, times: number): void {
    if (relay.unsuccessfulReconnects < triesInARow) return;
    const pause = Math.min(longestPause, shortestPause * 2 ** times);
    const until = Date.now() + pause * (0.5 + Math.random());
    this.#pauses.set(relay, { times: times + 1, until });
    relay.shouldConnect = false;
  }

  #relays(): SignalingConn[] {
    return this.#provider.signalingConns as SignalingConn[];
  }
}
