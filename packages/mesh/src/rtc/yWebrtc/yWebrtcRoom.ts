import { WebrtcProvider } from 'y-webrtc';
import type { Room } from 'y-webrtc';
import * as Y from 'yjs';
import type { LinkSide } from '../../channel.ts';
import { putOffFor } from '../../dismissal.ts';
import type {
  Dismissal,
  Introducer,
  Introduction,
  RendezvousPoint,
} from '../../introducer.ts';
import { connectionsLimit } from '../../limits.ts';
import { Manners } from '../../manners.ts';
import { guardedPeerConnectionClass } from './guardedPeerConnection.ts';
import type { GuardedPeerConnection } from './guardedPeerConnection.ts';
import { RelayRota } from './relayRota.ts';

export interface YWebrtcRendezvous extends RendezvousPoint {
  readonly rtc?: RTCConfiguration;
}

const pauses: Partial<Record<Dismissal, number>> = putOffFor;
/** How much longer the one waits who speaks first then. */
const afterTheOther = 500;
/** An offer that nobody answered by then was not heard, or crossed another. */
const answerWithin = 4_000;
/** A connection that is no link by then never will be. */
const linkWithin = 20_000;

/**
 * An introducer over one y-webrtc room (M1). y-webrtc announces and dials; it is given
 * an empty document, no awareness, nothing to say on BroadcastChannel, and connections
 * that carry our own channel beside its own.
 * It looks through the first few relays of the list alone, and names to each only the
 * rooms it looks for there (`relayRota.ts`, `ownRooms.ts`).
 */
export function openYWebrtcRoom(
  place: YWebrtcRendezvous,
  onintroduction: (introduction: Introduction) => void,
  onreach: () => void = () => undefined,
): Introducer {
  let room: YWebrtcRoom | null = null;
  let isClosed = false;
  const enter = (): void => {
    if (!isClosed) room = new YWebrtcRoom(place, onintroduction, onreach);
  };
  const before = taken.get(place.room);
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  taken.set(place.room, free);
  if (before) void before.then(enter);
  else enter();
  return {
    forgive: (which) => room?.forgive(which),
    announce: () => room?.announce(),
    wake: () => room?.wake(),
    reach: () => room?.reach() ?? new Map(),
    close: () => {
      isClosed = true;
      void Promise.resolve(room?.close() ?? before).then(() => {
        letGo();
        if (taken.get(place.room) === free) taken.delete(place.room);
      });
    },
  };
}

/**
 * When the name of each room is free again: y-webrtc opens a room once its key is derived and
 * lets it go after that, and of two of one name at a time it takes the second for a mistake and
 * forgets it with the first. Who reads the charter and who waits in the same lobby on the same
 * phone are two; the second has its turn when the first has left.
 */
const taken = new Map<string, Promise<void>>();

class YWebrtcRoom {
  readonly #doc = new Y.Doc();
  readonly #provider: WebrtcProvider;
  readonly #links: () => number;
  readonly #manners = new Manners();
  readonly #rota: RelayRota;
  readonly #onintroduction: (introduction: Introduction) => void;
  /** Peer ids of the room that are left alone, why, and what would end that. */
  readonly #dismissed = new Map<string, [Dismissal, Alarm | undefined]>();
  #isClosed = false;

  constructor(
    place: YWebrtcRendezvous,
    onintroduction: (introduction: Introduction) => void,
    onreach: () => void,
  ) {
    this.#onintroduction = onintroduction;
    const { relays, atOnce = relays.length } = place;
    this.#provider = new WebrtcProvider(place.room, this.#doc, {
      signaling: relays.slice(0, atOnce),
      password: place.password,
      maxConns: connectionsLimit,
      filterBcConns: false,
      peerOpts: {
        // Without this simple-peer asks two companies where it is.
        config: { iceServers: [], ...place.rtc },
        wrtc: {
          RTCPeerConnection: this.#connectionClass(),
          RTCSessionDescription,
          RTCIceCandidate,
        },
      },
    });
    this.#links = place.links ?? (() => 0);
    const most = () => this.#mostConnections();
    // Asked at each announcement that is made or heard; see `Manners`.
    Object.defineProperty(this.#provider, 'maxConns', { get: most });
    // Nothing is told about who is here: that follows from links (findings/A17).
    this.#provider.awareness.destroy();
    tame(this.#provider);
    this.#rota = new RelayRota(this.#provider, relays, atOnce, onreach);
  }

  announce(): void {
    this.#rota.announce();
  }

  wake(): void {
    this.#rota.wake();
  }

  reach() {
    return this.#rota.reach();
  }

  #mostConnections(): number {
    const connections = this.#provider.room?.webrtcConns.size ?? 0;
    const links = Math.max(connections, this.#links());
    return this.#manners.wantsMore(links, Math.random) ? connectionsLimit : 0;
  }

  forgive(which: 'refused' | 'all'): void {
    const before = this.#dismissed.size;
    for (const [id, [why]] of this.#dismissed) {
      if (which === 'all' || why !== 'enough') this.#meetAgain(id);
    }
    if (this.#dismissed.size < before) this.#rota.announce();
  }

  #meetAgain(id: string): void {
    clearTimeout(this.#dismissed.get(id)?.[1]);
    this.#dismissed.delete(id);
    this.#provider.room?.bcConns.delete(id);
  }

  /** Resolves once the room's name is free. */
  close(): Promise<unknown> {
    this.#isClosed = true;
    for (const id of [...this.#dismissed.keys()]) this.#meetAgain(id);
    this.#rota.close();
    // Also the relays' connections, when no other room uses them.
    this.#provider.disconnect();
    this.#provider.destroy();
    this.#doc.destroy();
    return Promise.resolve(this.#provider.key);
  }

  #connectionClass(): typeof RTCPeerConnection {
    const opened = (connection: GuardedPeerConnection) => this.#opened(connection);
    return class extends guardedPeerConnectionClass() {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened(this);
      }
    };
  }

  #opened(connection: GuardedPeerConnection): void {
    const lose = () => this.#hangUp(connection);
    const alarms = [
      setTimeout(() => {
        if (connection.remoteDescription !== null) return;
        this.#manners.unanswered();
        lose();
      }, answerWithin),
      setTimeout(lose, linkWithin),
    ];
    const calm = () => alarms.forEach((alarm) => clearTimeout(alarm));
    connection.onend = calm;
    connection.onlink = (channel, role) => {
      calm();
      if (role === 'dialler') this.#manners.answered();
      const id = this.#idOf(connection);
      const dismiss = (why: Dismissal) => {
        if (id === undefined || why === 'lost') lose();
        else this.#dismiss(id, why, connection, role);
      };
      this.#onintroduction({ channel, role, dismiss });
    };
  }

  #hangUp(connection: GuardedPeerConnection): void {
    const id = this.#idOf(connection);
    if (id === undefined) connection.close();
    else this.#provider.room?.webrtcConns.get(id)?.destroy();
  }

  #idOf(connection: GuardedPeerConnection): string | undefined {
    const { room } = this.#provider;
    return room === null ? undefined : peerIdOf(room, connection);
  }

  #dismiss(
    id: string,
    why: Dismissal,
    connection: GuardedPeerConnection,
    role: LinkSide,
  ): void {
    const isGone = this.#idOf(connection) === undefined;
    // Whom we know by another connection already is surplus in this one only.
    if (this.#isClosed || (why === 'enough' && isGone)) return;
    clearTimeout(this.#dismissed.get(id)?.[1]);
    const ms = pauses[why];
    const alarm = ms === undefined ? undefined : this.#alarm(id, role, ms);
    this.#dismissed.set(id, [why, alarm]);
    // y-webrtc ignores whom it believes to meet on BroadcastChannel already. Its one
    // way of leaving somebody alone; nobody but us can add to that list (`tame`).
    this.#provider.room?.bcConns.add(id);
    // Also one that was dialled since: the other hung up first, and does not listen.
    this.#provider.room?.webrtcConns.get(id)?.destroy();
  }

  /**
   * Both sides end their silence by themselves: first the one that was dialled, which
   * then listens, after it the dialler, which says so. Both at once would dial each
   * other at once, and y-webrtc does not always come out of that.
   */
  #alarm(id: string, role: LinkSide, ms: number): Alarm {
    const isFirst = role === 'answerer';
    const call = () => {
      this.#meetAgain(id);
      if (!isFirst) this.#rota.announce();
    };
    return setTimeout(call, isFirst ? ms : ms + afterTheOther);
  }
}

type Alarm = ReturnType<typeof setTimeout>;

/** y-webrtc's name for the device behind a connection; simple-peer keeps it in `_pc`. */
function peerIdOf(room: Room, connection: RTCPeerConnection): string | undefined {
  for (const [id, { peer }] of room.webrtcConns) {
    if ((peer as { _pc?: unknown })._pc === connection) return id;
  }
  return undefined;
}

/**
 * Meets y-webrtc's room on its way in (the provider opens it a moment after it was
 * made) and takes two habits from it:
 *
 * - talking on BroadcastChannel, where every page of this origin listens: it sends and
 *   reads there through `mux` alone;
 * - hanging up on `beforeunload`, which a link to a messenger or a mail program fires in
 *   a page that stays.
 */
function tame(provider: WebrtcProvider): void {
  let room: Room | null = null;
  Object.defineProperty(provider, 'room', {
    get: () => room,
    set: (opened: Room | null) => {
      room = opened;
      if (opened === null) return;
      opened.mux = () => undefined;
      // In Node y-webrtc listens to the end of the process instead, which may stay.
      if (typeof window === 'undefined') return;
      window.removeEventListener('beforeunload', opened._beforeUnloadHandler);
    },
  });
}
