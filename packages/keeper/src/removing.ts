import { SerialQueue } from '@manyhands/base';
import type { DeviceKey, MemberId, MinuteOfTime } from '@manyhands/base';
import { readSecretBook, Removing, TakenHere, writeSecretBook } from '@manyhands/door';
import type { Acting, KeptSecret } from '@manyhands/door';
import { realTimers } from '@manyhands/mesh';
import type { Mesh } from '@manyhands/mesh';
import type { Replica, Store } from '@manyhands/replica';

/** Days pass also where nobody writes anything. */
const lookEvery = 10 * 60_000;
const note = 'secrets/before';

export interface KeeperRemovingOf {
  readonly replica: Replica;
  readonly store: Store;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly newest: KeptSecret | null;
  readonly now: () => MinuteOfTime;
}

/** What a keeper does once the members let somebody go: as a phone, by its own clock (community/C24). */
export class KeeperRemoving {
  readonly removing: Removing;
  readonly #taken: TakenHere;
  readonly #replica: Replica;
  #mesh: Mesh | null = null;

  private constructor(
    { replica, store, member, device, newest, now }: KeeperRemovingOf,
    kept: Uint8Array | null,
  ) {
    const { notes } = store;
    this.#replica = replica;
    const isQuiet = () => this.#mesh?.isQuiet === true;
    this.#taken = new TakenHere({ replica, notes, now, isQuiet });
    this.removing = new Removing({
      replica,
      notes,
      member,
      device,
      now,
      isActedOn: this.#taken.isActedOn,
      book: readSecretBook(newest, kept),
      keep: (book) => notes.put(note, writeSecretBook(book)),
    });
  }

  static async open(of: KeeperRemovingOf): Promise<KeeperRemoving> {
    const row = await of.store.notes.get(note);
    return new KeeperRemoving(of, row.ok ? row.value : null);
  }

  /** Its mesh of now: a charter that names other relays begins another. */
  meet(mesh: Mesh): void {
    this.#mesh = mesh;
  }

  /** Looks by itself. Returns its end. */
  follow(acting: Pick<Acting, 'held' | 'renew'>): () => void {
    const look = new SerialQueue().coalesce(async () => {
      await this.#taken.look();
      await this.removing.look({
        ...acting,
        onmoved: () => this.#mesh?.removalsMoved(),
        onrooms: (before) => this.#mesh?.setSecretsBefore(before),
      });
    });
    let stop: () => void = () => undefined;
    const again = () => {
      void look();
      stop = realTimers.after(lookEvery, again);
    };
    again();
    const end = this.#replica.subscribe(() => void look());
    return () => {
      stop();
      end();
    };
  }
}
