import { lobbyOf, rankRelays, secretsOf } from '@manyhands/keys';
import type { Rendezvous } from '@manyhands/keys';
import type { CommunityId } from '@manyhands/base';
import type {
  Introducer,
  Introduction,
  RendezvousPoint,
  OpenIntroducer,
  RelayState,
} from './introducer.ts';
import { linksAtLeast } from './limits.ts';
import type { Secret } from './messages.ts';
import type { Timers } from './timers.ts';

export interface RoomsOptions {
  readonly community: CommunityId;
  readonly relays: readonly string[];
  readonly open: OpenIntroducer;
  readonly links: () => number;
  readonly timers: Timers;
  readonly onintroduction: (introduction: Introduction) => void;
  /** Something that `reach` answers has changed. */
  readonly onreach: () => void;
}

/** A room is looked for through so many relays at a time: one may die, and nobody notices. */
const relaysAtOnce = 2;
/**
 * Milliseconds after which one with few links says again that it is there, each time after twice
 * as long, up to the longest. An offer that nobody answered is dropped before that.
 */
const sayAgain = { first: 5_000, longest: 60_000 };

/** The meeting places of this device, and an introducer in each (M12). */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #open = new Map<string, Promise<Introducer | null>>();
  readonly #entered = new Map<string, Introducer>();
  #wanted: RendezvousPoint[] = [];
  #stopSaying: (() => void) | null = null;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  /** Opens what is wanted and not open, closes the rest. */
  enter(secrets: readonly Secret[], lobby: Uint8Array | null): void {
    this.#wanted =
      this.#options.relays.length === 0 ? [] : this.#places(secrets, lobby);
    const names = new Set(this.#wanted.map(({ room }) => room));
    for (const room of [...this.#open.keys()]) if (!names.has(room)) this.#leave(room);
    this.retry();
    if (names.size > 0) this.#stopSaying ??= this.#sayAgain(sayAgain.first);
  }

  /** Opens what could not be opened before: its code was out of reach. */
  retry(): void {
    for (const place of this.#wanted) {
      if (!this.#open.has(place.room)) this.#open.set(place.room, this.#enter(place));
    }
  }

  /** What is known of the relays, of each the best that any room knows. */
  reach(): ReadonlyMap<string, RelayState> {
    const reach = new Map<string, RelayState>();
    for (const introducer of this.#entered.values()) {
      for (const [relay, state] of introducer.reach?.() ?? []) {
        if (reach.get(relay) !== 'live') reach.set(relay, state);
      }
    }
    return reach;
  }

  async #enter(place: RendezvousPoint): Promise<Introducer | null> {
    const { open, onintroduction, onreach } = this.#options;
    try {
      const introducer = await open(place, onintroduction, onreach);
      // It may have been left again while its code came.
      if (this.#open.has(place.room)) this.#entered.set(place.room, introducer);
      onreach();
      return introducer;
    } catch {
      this.#open.delete(place.room);
      return null;
    }
  }

  forgive(which: 'refused' | 'all'): void {
    for (const each of this.#open.values()) {
      void each.then((room) => room?.forgive(which));
    }
  }

  wake(): void {
    this.retry();
    for (const each of this.#open.values()) void each.then((room) => room?.wake());
  }

  close(): void {
    this.#wanted = [];
    this.#stopSaying?.();
    for (const room of [...this.#open.keys()]) this.#leave(room);
  }

  /**
   * Whoever hears that somebody is there answers by chance if they have links (`Manners`), so
   * that it may be that nobody does; and nobody else says anything where all have enough.
   */
  #sayAgain(ms: number): () => void {
    const { timers, links } = this.#options;
    return timers.after(ms, () => {
      this.#stopSaying = this.#sayAgain(Math.min(2 * ms, sayAgain.longest));
      if (links() >= linksAtLeast) return;
      for (const introducer of this.#entered.values()) introducer.announce();
    });
  }

  #leave(room: string): void {
    void this.#open.get(room)?.then((introducer) => introducer?.close());
    this.#open.delete(room);
    this.#entered.delete(room);
  }

  /**
   * Members meet in their own room, and one of them stands in the lobby for newcomers; for
   * a while also where they met before, so that who was away finds them.
   */
  #places(secrets: readonly Secret[], lobby: Uint8Array | null): RendezvousPoint[] {
    const { community } = this.#options;
    if (secrets.length === 0) {
      return lobby === null ? [] : [this.#at(lobbyOf(lobby, community))];
    }
    return secrets.flatMap(({ secret }) => {
      const { room, password, lobby: own } = secretsOf(secret, community);
      return [this.#at({ room, password }), this.#at(lobbyOf(own, community))];
    });
  }

  #at({ room, password }: Rendezvous): RendezvousPoint {
    const { links } = this.#options;
    const relays = rankRelays(room, this.#options.relays);
    return { room, password, relays, atOnce: relaysAtOnce, links };
  }
}
