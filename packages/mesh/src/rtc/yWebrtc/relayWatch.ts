import type { SignalingConn } from 'y-webrtc';
import type { RelayState } from '../../introducer.ts';

/** Failures in a row after which a relay is left in peace for a while. */
const triesInARow = 3;
const shortestPause = 5_000;
const longestPause = 120_000;
const lookEvery = 1_000;
/** A connection that is not made by then never will be: a network that swallows all. */
const openWithin = 8_000;
/** A relay answers a ping at once; what says nothing by then is none. */
const answerWithin = 4_000;
/** When the page has just come back, there is less patience. */
const answerAwakeWithin = 2_000;
const patienceAwake = 1_000;
/** A relay is pinged every 15 s; one that was silent longer may be gone. */
const silentAfter = 20_000;

/**
 * Whether one relay is there, and when it is dialled (M5). y-webrtc's own socket takes
 * what opens for a relay, dials a dead one every 2.5 s for ever, and notices a dead
 * connection after 45 s. Here:
 *
 * 1. A relay is `live` once it has answered a ping, and until its socket closes or a
 *    ping is not answered. A portal that accepts everything and says nothing is `dead`.
 * 2. After three failures in a row it is held back, with jitter, longer each time, until
 *    the page wakes or the pause is over.
 * 3. A socket that is given up is given up at once: a browser waits a minute for a
 *    network that is gone to say goodbye.
 */
export class RelayWatch {
  static readonly #all = new WeakMap<SignalingConn, RelayWatch>();

  /** The one that watches this relay; rooms share it as they share its connection. */
  static of(relay: SignalingConn): RelayWatch {
    const watch = this.#all.get(relay) ?? new RelayWatch(relay);
    this.#all.set(relay, watch);
    return watch;
  }

  state: RelayState = 'looking';
  readonly #relay: SignalingConn;
  readonly #listeners = new Set<() => void>();
  readonly #look: ReturnType<typeof setInterval>;
  /** The socket whose opening was noticed, and the one that is being dialled. */
  #opened: WebSocket | null = null;
  #dialled: WebSocket | null = null;
  #dialledAt = Date.now();
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #heardAt = 0;
  #mute = 0;
  #pauses = 0;
  #pauseUntil = 0;

  private constructor(relay: SignalingConn) {
    this.#relay = relay;
    relay.on('connect', () => this.#meet());
    relay.on('message', () => this.#heard());
    relay.on('disconnect', () => this.#become('looking'));
    this.#look = setInterval(() => this.#lookAgain(), lookEvery);
    if (relay.connected) this.#meet();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#look);
      clearTimeout(this.#alarm);
      RelayWatch.#all.delete(this.#relay);
    };
  }

  /** Tries again at once; a socket that only looks alive is replaced. */
  wake(): void {
    this.#pauses = 0;
    this.#mute = 0;
    if (this.#relay.connected) this.#ask(answerAwakeWithin);
    else if (this.#hasDialledFor(patienceAwake)) this.#giveUp();
    this.#relay.connect();
  }

  #meet(): void {
    // A room that announces itself again says `connect` too, on the socket there is.
    if (this.#relay.ws === this.#opened) return;
    this.#opened = this.#relay.ws;
    this.#ask(answerWithin);
  }

  #ask(within: number): void {
    clearTimeout(this.#alarm);
    this.#relay.send({ type: 'ping' });
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      this.#mute += 1;
      this.#giveUp();
      this.#become('dead');
      // It opens at once again, so that by the next look it would be there.
      if (this.#failures >= triesInARow) this.#holdBack();
    }, within);
  }

  #heard(): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    this.#heardAt = Date.now();
    this.#mute = 0;
    this.#pauses = 0;
    this.#become('live');
  }

  /** Lets the socket go, as if it had closed; y-webrtc's then dials anew by itself. */
  #giveUp(): void {
    const { ws } = this.#relay;
    if (ws === null) return;
    const closed = ws.onclose;
    ws.onopen = ws.onmessage = ws.onclose = null;
    ws.onerror = () => undefined;
    closed?.call(ws, new Event('close') as CloseEvent);
    ws.close();
  }

  #lookAgain(): void {
    const relay = this.#relay;
    if (this.state === 'live') {
      const silentFor = Date.now() - this.#heardAt;
      if (silentFor > silentAfter && this.#alarm === undefined) this.#ask(answerWithin);
      return;
    }
    if (this.#hasDialledFor(openWithin)) this.#giveUp();
    if (this.#failures > 0) this.#become('dead');
    if (!relay.shouldConnect) {
      if (Date.now() > this.#pauseUntil) relay.connect();
    } else if (this.#failures >= triesInARow && !relay.connected) this.#holdBack();
  }

  get #failures(): number {
    return this.#relay.unsuccessfulReconnects + this.#mute;
  }

  #hasDialledFor(ms: number): boolean {
    const { ws, connecting } = this.#relay;
    if (ws !== this.#dialled) {
      this.#dialled = ws;
      this.#dialledAt = Date.now();
    }
    return connecting && Date.now() - this.#dialledAt > ms;
  }

  #holdBack(): void {
    const pause = Math.min(longestPause, shortestPause * 2 ** this.#pauses);
    this.#pauseUntil = Date.now() + pause * (0.5 + Math.random());
    this.#pauses += 1;
    this.#relay.shouldConnect = false;
  }

  #become(state: RelayState): void {
    // Of one that has failed it is not said that it is looked for anew.
    if (state === 'looking' && this.state === 'dead') return;
    if (state === this.state) return;
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
