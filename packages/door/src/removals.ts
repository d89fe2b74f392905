/** Whom this device refuses because the members decided that they leave (community/C24, mesh/M2). */
import { SerialQueue } from '@manyhands/base';
import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { decodeAs, encodeAs, hex, list, tuple } from '@manyhands/codec';
import type { DecidedMotion, Ledger } from '@manyhands/ledger';
import type { Notes, Replica } from '@manyhands/replica';
import { amongUs } from './amongUs.ts';

/** Guests of one who is removed, by the first digits of their names: as many as a street has. */
const guestsAtMost = 2_000;
const actedAtMost = 100;

const shape = list(
  tuple({ motion: hex<EntryId>(32), guests: list(hex(8), 0, guestsAtMost) }),
  0,
  actedAtMost,
);
const limits = { bytes: 2_097_152, depth: 5 };
const note = 'removals';

export interface RemovalsOf {
  readonly replica: Pick<Replica, 'ledger'>;
  readonly notes: Notes;
  readonly member: MemberId;
  readonly device: DeviceKey;
  /**
   * Whether the days are over that this device waits for once it saw one taken (community/C12), and
   * so many minutes more.
   */
  readonly isActedOn: (motion: EntryId, lateBy?: number) => boolean;
}

/**
 * What this device acts on of removals. It notes whom a removed member had let in until
 * then: whom they let in later is refused like themself, unless somebody else knows them.
 */
export class Removals {
  readonly #of: RemovalsOf;
  readonly #loading: Promise<void>;
  readonly #looking = new SerialQueue();
  readonly #noted = new Map<EntryId, readonly Hex[]>();
  #found: { of: string; refused: ReadonlySet<MemberId> } = {
    of: '',
    refused: new Set(),
  };

  constructor(of: RemovalsOf) {
    this.#of = of;
    this.#loading = this.#load();
  }

  async #load(): Promise<void> {
    const row = await this.#of.notes.get(note);
    const kept = row.ok && row.value ? decodeAs(shape, row.value, limits) : null;
    if (kept?.ok !== true) return;
    for (const { motion, guests } of kept.value) this.#noted.set(motion, guests);
  }

  /** Whether this member's devices are refused; one's own never are. */
  isRemoved = (member: MemberId): boolean => this.#refused().has(member);

  /** Looks at what is decided and whose days are over. Whether it acts on something else now. */
  look(): Promise<boolean> {
    return this.#looking.run(() => this.#look());
  }

  async #look(): Promise<boolean> {
    await this.#loading;
    const acted = this.#acted();
    const { ledger } = this.#of.replica;
    let isChanged = false;
    for (const { motion, of } of acted) {
      if (this.#noted.has(motion) || this.#noted.size >= actedAtMost) continue;
      this.#noted.set(motion, guestsOf(ledger, of));
      isChanged = true;
    }
    const names = new Set(acted.map(({ motion }) => motion));
    for (const motion of [...this.#noted.keys()]) {
      if (!names.has(motion)) isChanged = this.#noted.delete(motion);
    }
    if (!isChanged) return false;
    const kept = [...this.#noted].map(([motion, guests]) => ({
      motion,
      guests: [...guests],
    }));
    await this.#of.notes.put(note, encodeAs(shape, kept));
    return true;
  }

  /**
   * Of which epoch the secret has to be at least, for what this device acts on; 0 where it
   * acts on nothing, or is itself of whom it is decided.
   */
  epochDue(): number {
    const { replica, member, device, isActedOn } = this.#of;
    const { ledger } = replica;
    if (this.#noted.size === 0 || ledger.standingOf(member) === 'removed') return 0;
    const lateBy = turnOf(device);
    const waiting = removalsIn(ledger).filter(
      ({ motion, isTaken }) => isTaken && !isActedOn(motion, lateBy),
    );
    return ledger.removals() - waiting.length;
  }

  #acted() {
    const { replica, member, isActedOn } = this.#of;
    return removalsIn(replica.ledger)
      .filter(({ motion, holds }) => holds.some(Boolean) && isActedOn(motion))
      .map(({ motion, matter }) => ({ motion, of: matter.member }))
      .filter(({ of }) => of !== member);
  }

  #refused(): ReadonlySet<MemberId> {
    const { ledger } = this.#of.replica;
    if (this.#noted.size === 0) return nobody;
    const of = `${ledger.version}/${[...this.#noted.keys()].join('/')}`;
    if (this.#found.of === of) return this.#found.refused;
    const removed = new Set(
      removalsIn(ledger)
        .filter(({ motion, holds }) => holds.some(Boolean) && this.#noted.has(motion))
        .map(({ matter }) => matter.member),
    );
    const guests = new Set([...this.#noted.values()].flat());
    const among = amongUs(ledger, removed, (member) => guests.has(nameOf(member)));
    const refused = new Set(
      ledger
        .members()
        .map(({ member }) => member)
        .filter((member) => !among.has(member) && member !== this.#of.member),
    );
    this.#found = { of, refused };
    return refused;
  }
}

/** Minutes within which the devices of a community make the next secret, if nobody has before them. */
const turns = 60;
/** This device's of them: all that saw a removal taken at once would else make one each. */
const turnOf = (device: DeviceKey): number =>
  Number.parseInt(device.slice(0, 8), 16) % turns;

const nobody: ReadonlySet<MemberId> = new Set();

const nameOf = (member: MemberId): Hex => member.slice(0, 16);

type Removal = DecidedMotion & {
  readonly matter: Extract<DecidedMotion['matter'], { about: 'member' }>;
};

const removalsIn = (ledger: Pick<Ledger, 'secondedMotions'>): Removal[] =>
  ledger
    .secondedMotions()
    .filter(
      (motion): motion is Removal =>
        motion.matter.about === 'member' && motion.matter.standing === 'removed',
    );

const guestsOf = (ledger: Ledger, removed: MemberId): Hex[] =>
  ledger
    .members()
    .filter(({ admittedBy }) => admittedBy.includes(removed))
    .map(({ member }) => nameOf(member))
    .slice(0, guestsAtMost);
