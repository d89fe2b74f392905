/**
 * What a phone of a world does by itself once the members let somebody go, with the door's own
 * code, as src/platform/removing.ts and the keeper have it (community/C24, T16). Seven days are twenty
 * seconds of a world: its calendar is a fast one.
 */
import { SerialQueue, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, MinuteOfTime } from '@manyhands/base';
import { Removing, TakenHere } from '@manyhands/door';
import type { SecretBook } from '@manyhands/door';
import type { Mesh, MeshOptions, Secret } from '@manyhands/mesh';
import type { Notes, Replica } from '@manyhands/replica';

/** Milliseconds of a world in which a minute of its calendar passes. */
export const calendarMinute = 2;
/** How often a phone looks though it heard nothing: days pass by themselves. */
const lookEvery = 1_000;

/** What outlives the app: the secrets that a phone holds, as its disk would keep them. */
export interface HeldSecrets {
  secret: Secret | null;
  book: SecretBook | null;
  /** Of whom it saw that they are to leave; and of whom that they are among us again. */
  readonly toLeave: Set<MemberId>;
  readonly back: Set<MemberId>;
}

export interface SimLettingGoOf {
  readonly replica: Replica;
  readonly notes: Notes;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly now: () => MinuteOfTime;
  readonly held: HeldSecrets;
  readonly after: (ms: number, call: () => void) => () => void;
  readonly isOver: () => boolean;
  readonly randomBytes: (length: number) => Uint8Array;
}

export class SimLettingGo {
  readonly #of: SimLettingGoOf;
  readonly #removing: Removing;
  readonly #taken: TakenHere;
  readonly #replacing = new SerialQueue();
  #mesh: Mesh | null = null;

  constructor(of: SimLettingGoOf) {
    this.#of = of;
    const { replica, notes, member, device, now, held } = of;
    const isQuiet = () => this.#mesh?.isQuiet === true;
    this.#taken = new TakenHere({ replica, notes, now, isQuiet });
    const empty = { newest: held.secret, since: now(), before: [] };
    this.#removing = new Removing({
      replica,
      notes,
      member,
      device,
      now,
      isActedOn: this.#taken.isActedOn,
      book: { ...(held.book ?? empty), newest: held.secret },
      keep: (book) => {
        held.book = book;
        return Promise.resolve(ok(undefined));
      },
    });
  }

  isRemoved = (member: MemberId): boolean => this.#removing.isRemoved(member);

  forMesh(): Required<Pick<MeshOptions, 'secretsBefore' | 'isRemoved'>> {
    return { secretsBefore: this.#removing.secretsBefore(), isRemoved: this.isRemoved };
  }

  /** One was taken over a link, or made here. */
  take(secret: Secret): Promise<void> {
    return this.#replacing.run(async () => {
      const { held, isOver } = this.#of;
      if (isOver()) return;
      if (held.secret !== null) await this.#removing.replace(held.secret, secret);
      held.secret = secret;
    });
  }

  follow(mesh: Mesh): void {
    this.#mesh = mesh;
    const { replica, held, after, isOver, randomBytes } = this.#of;
    const look = new SerialQueue().coalesce(async () => {
      if (isOver()) return;
      this.#remember();
      await this.#taken.look();
      await this.#removing.look({
        held: () => held.secret,
        renew: async (epoch) => {
          const secret = { epoch, secret: randomBytes(32) };
          if (!isOver() && mesh.setSecret(secret)) await this.take(secret);
        },
        onmoved: () => mesh.removalsMoved(),
        onrooms: (before) => mesh.setSecretsBefore(before),
      });
    });
    const again = (): void => {
      void look();
      after(lookEvery, again);
    };
    again();
    replica.subscribe(() => void (isOver() || look()));
  }

  #remember(): void {
    const { replica, held } = this.#of;
    for (const { member } of replica.ledger.members()) {
      if (replica.ledger.standingOf(member) === 'removed') held.toLeave.add(member);
      else if (held.toLeave.has(member)) held.back.add(member);
    }
  }
}
