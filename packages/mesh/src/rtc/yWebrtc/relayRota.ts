import { WebrtcProvider } from 'y-webrtc';
import type { SignalingConn } from 'y-webrtc';
import type { RelayState } from '../../introducer.ts';
import { nameOwnRooms } from './ownRooms.ts';
import { RelayWatch } from './relayWatch.ts';
import { guardRelay } from './signalGuard.ts';

const lookEvery = 2_000;
/** Whoever has met nobody for so long looks through all relays there are. */
const aloneFor = 30_000;
/**
 * A better relay that is back must have been so for longer than anybody's pause before
 * the one in its place is let go: by then everybody has noticed.
 */
const restAfter = 200_000;

/**
 * Which of its relays a room uses (M10): the first few of the list, and for each of them
 * that does not answer the next one, until it does. So everybody with one list waits at
 * the same relays without asking anybody. Who does not reach the same ones as the others
 * meets nobody there, and looks through all of them after a while.
 */
export class RelayRota {
  readonly #provider: WebrtcProvider;
  readonly #relays: readonly string[];
  readonly #atOnce: number;
  readonly #onchange: () => void;
  readonly #watches = new Map<string, [RelayWatch, () => void]>();
  readonly #look: ReturnType<typeof setInterval>;
  #lastMetAt = Date.now();
  #enoughSince: number | null = null;

  /** `provider` has been given the first `atOnce` of `relays`. */
  constructor(
    provider: WebrtcProvider,
    relays: readonly string[],
    atOnce: number,
    onchange: () => void,
  ) {
    this.#provider = provider;
    this.#relays = relays;
    this.#atOnce = atOnce;
    this.#onchange = onchange;
    this.#conns().forEach((relay) => this.#watch(relay));
    this.#look = setInterval(() => this.#settle(), lookEvery);
  }

  /** Tries all again at once; a socket that only looks alive is replaced. */
  wake(): void {
    for (const [watch] of this.#watches.values()) watch.wake();
    this.announce();
  }

  /** Says again that we are here, as y-webrtc does when a relay has answered. */
  announce(): void {
    for (const relay of this.#conns()) {
      if (relay.connected) relay.emit('connect', [{ type: 'connect' }, relay]);
    }
  }

  reach(): ReadonlyMap<string, RelayState> {
    return new Map([...this.#watches].map(([url, [watch]]) => [url, watch.state]));
  }

  close(): void {
    clearInterval(this.#look);
    for (const [, end] of this.#watches.values()) end();
    this.#watches.clear();
  }

  #conns(): SignalingConn[] {
    return this.#provider.signalingConns as SignalingConn[];
  }

  #watch(relay: SignalingConn): void {
    guardRelay(relay);
    nameOwnRooms(relay);
    const watch = RelayWatch.of(relay);
    const end = watch.subscribe(() => {
      this.#settle();
      this.#onchange();
    });
    this.#watches.set(relay.url, [watch, end]);
  }

  /** Uses as much of the list as is needed now. */
  #settle(): void {
    const wanted = this.#wanted();
    for (const url of this.#relays.slice(0, wanted)) {
      if (!this.#watches.has(url)) this.#attach(url);
    }
    const spare = this.#relays.slice(wanted).filter((url) => this.#watches.has(url));
    if (spare.length === 0) this.#enoughSince = null;
    else this.#enoughSince ??= Date.now();
    if (Date.now() - (this.#enoughSince ?? Date.now()) < restAfter) return;
    spare.forEach((url) => this.#detach(url));
  }

  #wanted(): number {
    if ((this.#provider.room?.webrtcConns.size ?? 0) > 0) this.#lastMetAt = Date.now();
    if (Date.now() - this.#lastMetAt > aloneFor) return this.#relays.length;
    let there = 0;
    const last = this.#relays.findIndex((url) => {
      if (this.#watches.get(url)?.[0].state !== 'dead') there += 1;
      return there === this.#atOnce;
    });
    return last === -1 ? this.#relays.length : last + 1;
  }

  /** y-webrtc connects to those it is told of when it is told to connect. */
  #attach(url: string): void {
    const provider = this.#provider;
    provider.signalingUrls = [url];
    provider.connect();
    const relay = this.#conns().find((each) => each.url === url);
    if (relay) this.#watch(relay);
  }

  /** And lets one go that nobody uses when a provider disconnects: so one is acted. */
  #detach(url: string): void {
    const provider = this.#provider;
    const relay = this.#conns().find((each) => each.url === url);
    if (!relay) return;
    this.#watches.get(url)?.[1]();
    this.#watches.delete(url);
    provider.signalingConns = this.#conns().filter((each) => each !== relay);
    relay.send({ type: 'unsubscribe', topics: [provider.roomName] });
    relay.providers.delete(provider);
    const disconnect: () => void = Reflect.get(WebrtcProvider.prototype, 'disconnect');
    const nobody = { signalingConns: [relay], room: null, shouldConnect: false };
    Reflect.apply(disconnect, nobody, []);
  }
}
