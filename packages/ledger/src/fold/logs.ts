import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { LogKind } from '../log.ts';

/** Where something is said. */
export interface Occurrence {
  readonly log: FoldedLog;
  readonly seq: number;
}

/** The lowest place at which each log says one and the same thing. */
export type Occurrences = Map<FoldedLog, number>;

/** A proven fork, and where its proof stands. */
interface Fork {
  readonly seq: number;
  readonly sources: Occurrences;
}

/** The word of an identity key for a device: a certificate, its signature checked. */
interface KeyAttestation {
  readonly type: 'key';
  readonly version: number;
  readonly key: Hex;
  readonly role: Role;
  readonly box: Hex;
  /** The entries that say it. */
  readonly ids: Set<EntryId>;
}

/** The word of a device of the same member, standing at `seq` of its log. */
export interface DeviceAttestation {
  readonly type: 'device';
  readonly by: FoldedLog;
  /** The lowest place where it says so. */
  seq: number;
  readonly role: Role;
  readonly box: Hex;
  readonly ids: Set<EntryId>;
}

export type Attestation = KeyAttestation | DeviceAttestation;

/** A fact that waits for the right to state it, and the entry that says it or carries it. */
export interface WaitingFact {
  readonly fact: Entry;
  readonly by: EntryId;
}

/**
 * The ledger log of one member on one device, as far as it is held. It exists before
 * its certificate comes, so that what it says can wait there.
 */
export interface FoldedLog {
  readonly member: MemberId;
  readonly device: DeviceKey;
  /** Whether its device ever signed for its member, as anything here shows. */
  signed: boolean;
  /** The same of the board beside it: it says whose the device is, and no more (L14). */
  signedBoard: boolean;
  /** The earliest proven fork of this log, and of the board beside it. */
  readonly forks: Record<LogKind, Fork | null>;
  /** Where the member's identity ends this log and the board beside it (L12). */
  readonly ends: Record<LogKind, number>;
  /** Why it stands, each once. */
  readonly attestations: Map<string, Attestation>;
  /** The devices that this one added. Null for none, as for nearly all: they are many. */
  added: Set<FoldedLog> | null;
  /** Who of the same member's devices says not to trust this one, and where. */
  freezes: Map<FoldedLog, number> | null;
  /** What it may state: the lowest role of all attestations, cuts ignored. It only falls. */
  factRole: Role | null;
  /** What its acts may do. Null exactly when `factRole` is: no standing at all. */
  role: Role | null;
  box: Hex | null;
  /** Facts that wait for the right to state them. */
  waiting: WaitingFact[];
  /** The first place where its author says to leave; before all, once witnessed. */
  leavesAt: number;
}

/** Who stands where: the first step of the fold, which knows nothing of hours. */
export class Logs {
  readonly #byMember = new Map<MemberId, Map<DeviceKey, FoldedLog>>();
  readonly #byDevice = new Map<DeviceKey, FoldedLog[]>();

  /** The log of a pair, opened empty and without standing if it is new. */
  open(member: MemberId, device: DeviceKey): FoldedLog {
    const known = this.find(member, device);
    if (known) return known;
    const log: FoldedLog = {
      member,
      device,
      signed: false,
      signedBoard: false,
      forks: { ledger: null, board: null },
      ends: { ledger: Number.POSITIVE_INFINITY, board: Number.POSITIVE_INFINITY },
      attestations: new Map(),
      added: null,
      freezes: null,
      factRole: null,
      role: null,
      box: null,
      waiting: [],
      leavesAt: Number.POSITIVE_INFINITY,
    };
    const ofMember = this.#byMember.get(member) ?? new Map<DeviceKey, FoldedLog>();
    this.#byMember.set(member, ofMember.set(device, log));
    const ofDevice = this.#byDevice.get(device);
    if (ofDevice) ofDevice.push(log);
    else this.#byDevice.set(device, [log]);
    return log;
  }

  find(member: MemberId, device: DeviceKey): FoldedLog | undefined {
    return this.#byMember.get(member)?.get(device);
  }

  ofMember(member: MemberId): Iterable<FoldedLog> {
    return this.#byMember.get(member)?.values() ?? [];
  }

  /** Whether this key has certified a device of this member. */
  isSignedFor(member: MemberId, key: Hex): boolean {
    for (const { attestations } of this.ofMember(member))
      for (const attestation of attestations.values())
        if (attestation.type === 'key' && attestation.key === key) return true;
    return false;
  }

  ofDevice(device: DeviceKey): readonly FoldedLog[] {
    return this.#byDevice.get(device) ?? [];
  }

  *all(): Iterable<FoldedLog> {
    for (const logs of this.#byMember.values()) yield* logs.values();
  }

  /**
   * For whom a device speaks, among those who `isKnown`: whoever it has signed for, on
   * either log; before that the one who names it. Of several who do, nobody (L14).
   */
  speakerOf(
    device: DeviceKey,
    isKnown: (member: MemberId) => boolean,
  ): MemberId | null {
    const own = this.ofDevice(device).filter(
      ({ role, member }) => (role === 0 || role === 1) && isKnown(member),
    );
    const [first, ...others] = own.filter((log) => log.signed || log.signedBoard);
    if (first === undefined) return own.length === 1 ? (own[0]?.member ?? null) : null;
    return others.reduce((a, { member }) => (member < a ? member : a), first.member);
  }

  /** Whether the log's transfers count: a full device, or an agent whose owner stands. */
  mayTransfer(log: FoldedLog): boolean {
    if (log.role === 0) return true;
    return log.role === 2 && this.ownersOf(log).length > 0;
  }

  /** Whether two logs can be the two sides of a transfer: nobody is behind both (L3). */
  areApart(one: FoldedLog, other: FoldedLog): boolean {
    if (one.device === other.device) return false;
    // Nearly always: behind a device that is nobody's agent stands its own member alone.
    if (one.role !== 2 && other.role !== 2) return one.member !== other.member;
    const behind = this.#peopleBehind(one);
    return !this.#peopleBehind(other).some((person) => behind.includes(person));
  }

  #peopleBehind(log: FoldedLog): MemberId[] {
    const owners = log.role === 2 ? this.ownersOf(log) : [];
    return [log.member, ...owners.map((owner) => owner.member)];
  }

  /**
   * The people an agent's device belongs to (L14): it stands fully for them and has
   * signed for them. Without the second half, a stranger's certificate for somebody
   * else's device would put them behind other people's transfers (A1).
   */
  ownersOf(agent: FoldedLog): FoldedLog[] {
    return this.ofDevice(agent.device).filter(isOwner);
  }
}

/** Whether agents on this log's device act for its member. */
export const isOwner = (log: FoldedLog): boolean => log.role === 0 && log.signed;
