import { SerialQueue } from '@manyhands/base';
import type {
  DeviceKey,
  EntryId,
  MemberId,
  MinuteOfTime,
  Result,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Notes, Replica, StoreFault } from '@manyhands/replica';
import { Removals } from './removals.ts';
import { stillMet, withSecret } from './secretBook.ts';
import type { KeptSecret, SecretBook } from './secretBook.ts';

export interface RemovingOf {
  readonly replica: Pick<Replica, 'ledger'>;
  readonly notes: Notes;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly now: () => MinuteOfTime;
  /** Whether the days are over that this device waits for once it saw one taken (community/C12). */
  readonly isActedOn: (motion: EntryId, lateBy?: number) => boolean;
  readonly book: SecretBook;
  readonly keep: (book: SecretBook) => Promise<Result<void, StoreFault>>;
}

/** What the device does by itself once it acts on a removal, or on one no more. */
export interface Acting {
  readonly held: () => KeptSecret | null;
  /** Makes a secret of this epoch, keeps it, and hands it to who is welcome. */
  readonly renew: (epoch: number) => Promise<void>;
  /** Somebody is refused now, or welcome again. */
  readonly onmoved: () => void;
  /** Rooms are stood in for a secret of before no longer. */
  readonly onrooms: (before: readonly KeptSecret[]) => void;
}

/** What a phone and a keeper do once the members let somebody go (community/C24). */
export class Removing {
  readonly #of: RemovingOf;
  readonly #removals: Removals;
  readonly #looking = new SerialQueue();
  #book: SecretBook;
  /** For which secrets of before the mesh stands in rooms, as far as it was told. */
  #met: string;

  constructor(of: RemovingOf) {
    this.#of = of;
    this.#book = of.book;
    this.#removals = new Removals(of);
    this.#met = namesOf(this.secretsBefore());
  }

  isRemoved = (member: MemberId): boolean => this.#removals.isRemoved(member);

  /** Secrets whose rooms are still stood in, the oldest first. */
  secretsBefore = (): readonly KeptSecret[] =>
    stillMet(this.#book, this.#of.now()).map(({ epoch, secret }) => ({
      epoch,
      secret,
    }));

  /** Another secret takes the place of the one that was held. */
  async replace(held: KeptSecret, by: KeptSecret): Promise<void> {
    this.#book = withSecret({ ...this.#book, newest: held }, by, this.#of.now());
    await this.#of.keep(this.#book);
  }

  look(acting: Acting): Promise<void> {
    return this.#looking.run(async () => {
      if (await this.#removals.look()) acting.onmoved();
      const due = this.#removals.epochDue();
      const held = acting.held();
      if (held !== null && held.epoch < due) await acting.renew(due);
      const before = this.secretsBefore();
      const met = namesOf(before);
      if (met !== this.#met) acting.onrooms(before);
      this.#met = met;
    });
  }
}

const namesOf = (secrets: readonly KeptSecret[]): string =>
  secrets.map(({ secret }) => toHex(secret)).join();
