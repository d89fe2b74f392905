/**
 * Who stands where, and how far: the first step of the fold, which knows nothing of
 * hours. Two questions about each device of a member, both answered from its attestations (a
 * key's certificates, other devices' additions) and from the member's identity:
 *
 * 1. What may it *state*? (`factRole`) Every attestation of a rightly claimed key counts, and
 *    every addition by a device that may state all, cuts ignored: this only grows, so
 *    nobody who was let in is put out by what comes later (findings/A8, decision 0015).
 * 2. What do its *acts* do (`role`), and where does its log end (`ends`)? Here the newest
 *    counted identity decides: where it lists the device, as listed; else a device lasts
 *    that has a certificate of the newest key, or was added before the end of its
 *    adder's log; any other ends at 0. The listed cuts of a contested number hold too.
 *
 * Both are least fixpoints over a member's own devices. Statements and forks may take
 * something back, so all devices of that member are counted anew. An attestation only adds: what
 * follows from it is counted on from where it was, or many devices that come one by one
 * would cost the square of their number. Each is done once for all that came together.
 */
import type { EntryId, MemberId } from '@manyhands/base';
import type { Certificate } from '../certificates.ts';
import type { DeviceAdd, IdentityClaim, RecoveryClaim } from '../identityContent.ts';
import type { LogKind } from '../log.ts';
import { Identities } from './identities.ts';
import type { Counted } from './identities.ts';
import type { DeviceAttestation, Attestation, FoldedLog, Logs } from './logs.ts';
import { cutOf, isFrozen, shownCutOf } from './presence.ts';
import { Stale } from './stale.ts';
import type { MemberDevice } from './views.ts';

const never = Number.POSITIVE_INFINITY;

export class Standing {
  readonly identities = new Identities();
  readonly #logs: Logs;
  readonly #staleFacts = new Stale();
  readonly #staleActs = new Stale();
  /** Of each log, by which attestation it lasts; undefined before it was counted at all. */
  readonly #sure = new Map<FoldedLog, Attestation | null>();
  /** How each log was when its lines were last settled. */
  readonly #pictures = new Map<FoldedLog, string>();
  /** Logs that end somewhere. */
  readonly #cut = new Set<FoldedLog>();

  constructor(logs: Logs) {
    this.#logs = logs;
  }

  /** A certificate whose signature is good, and the entry that carries it. */
  certify({ member, device, box, role, signed }: Certificate, id: EntryId): void {
    if (signed === null) return;
    const { version, key } = signed;
    const log = this.#logs.open(member, device);
    const name = `${version}/${key}/${role}/${box}`;
    const known = log.attestations.get(name);
    known?.ids.add(id);
    if (known !== undefined) return;
    const ids = new Set([id]);
    log.attestations.set(name, { type: 'key', version, key, role, box, ids });
    this.#grounded(log);
  }

  /**
   * A device adds another of its member, at a place of its log. However the entry came:
   * only before the end of that log is the other's without an end (decision 0016).
   */
  add(
    by: FoldedLog,
    { device, box, role }: DeviceAdd,
    { id, seq }: { readonly id: EntryId; readonly seq: number },
  ): void {
    const log = this.#logs.open(by.member, device);
    const name = `${by.device}/${role}/${box}`;
    const known = log.attestations.get(name) as DeviceAttestation | undefined;
    const attestation = known ?? {
      type: 'device',
      by,
      seq: never,
      role,
      box,
      ids: new Set(),
    };
    log.attestations.set(name, attestation);
    by.added ??= new Set();
    by.added.add(log);
    attestation.ids.add(id);
    attestation.seq = Math.min(attestation.seq, seq);
    this.#grounded(log);
  }

  claim(claim: IdentityClaim, id: EntryId): void {
    this.identities.claim(claim, id);
    this.touch(claim.member);
  }

  recover(claim: RecoveryClaim, by: MemberId, id: EntryId): void {
    this.identities.recover(claim, by, id);
    this.touch(claim.member);
  }

  /** A log of this member was forked, or named otherwise. */
  touch(member: MemberId): void {
    this.#staleFacts.all(member);
    this.#staleActs.all(member);
  }

  /** An attestation was added to this log, or stands earlier. */
  #grounded(log: FoldedLog): void {
    this.#staleFacts.log(log);
    this.#staleActs.log(log);
  }

  /** Logs that may state more than before. */
  settleFacts(): FoldedLog[] {
    const raised: FoldedLog[] = [];
    for (const [member, logs] of this.#staleFacts.take()) {
      raised.push(...this.#settleFactsOf(logs ?? this.#logs.ofMember(member)));
    }
    // A device without a sure attestation acts by its facts, and those by who added it.
    for (const log of raised) {
      this.#staleActs.log(log);
      for (const each of log.added ?? []) this.#staleActs.log(each);
    }
    return raised;
  }

  /** Logs whose acts count otherwise than before. */
  settleActs(): FoldedLog[] {
    const changed: FoldedLog[] = [];
    for (const [member, logs] of this.#staleActs.take()) {
      const counted = this.identities.of(member);
      const touched = logs ?? this.#forget(member);
      for (const log of this.#settleActsOf(touched, counted)) {
        const picture = pictureOf(log);
        if (this.#pictures.get(log) === picture) continue;
        this.#pictures.set(log, picture);
        changed.push(log);
      }
    }
    return changed;
  }

  /** Every log with a cut, of either kind. */
  cut(): Iterable<FoldedLog> {
    return this.#cut;
  }

  #settleFactsOf(logs: Iterable<FoldedLog>): Set<FoldedLog> {
    const raised = new Set<FoldedLog>();
    const turn = [...logs];
    for (let log = turn.pop(); log; log = turn.pop()) {
      const role = lowest(this.#factAttestations(log))?.role ?? null;
      if (role === null || (log.factRole !== null && log.factRole <= role)) continue;
      log.factRole = role;
      raised.add(log);
      if (role === 0) turn.push(...(log.added ?? []));
    }
    return raised;
  }

  #factAttestations({ member, attestations }: FoldedLog): Attestation[] {
    return [...attestations.values()].filter((attestation) =>
      attestation.type === 'key'
        ? this.identities.wasClaimed(member, attestation.version, attestation.key)
        : attestation.by.factRole === 0,
    );
  }

  /** As if nothing had been counted of this member's logs; answers them. */
  #forget(member: MemberId): FoldedLog[] {
    const logs = [...this.#logs.ofMember(member)];
    for (const log of logs) {
      this.#sure.delete(log);
      log.ends.ledger = log.ends.board = 0;
    }
    return logs;
  }

  /** Counts these logs, and those that rest on them; answers all that it looked at. */
  #settleActsOf(logs: Iterable<FoldedLog>, counted: Counted): Set<FoldedLog> {
    const turn = [...logs];
    const seen = new Set<FoldedLog>();
    for (let log = turn.pop(); log; log = turn.pop()) {
      seen.add(log);
      const attestations = sureAttestations(log, counted, this.#sure);
      const best = lowest(attestations);
      const ends = endsOf(log, attestations, counted);
      const known = this.#sure.get(log);
      // What those ask that it added (`sureAttestations`).
      const isSame =
        known?.role === best?.role &&
        ends.ledger === log.ends.ledger &&
        ends.board === log.ends.board;
      this.#sure.set(log, best);
      Object.assign(log.ends, ends);
      if (known === undefined || !isSame) turn.push(...(log.added ?? []));
    }
    for (const log of seen) {
      const best = this.#sure.get(log) ?? lowest(this.#factAttestations(log));
      log.role = best?.role ?? null;
      log.box = best?.box ?? null;
      // Where nothing stands, nothing ends: only a proof says anything of it.
      if (best === null) log.ends.ledger = log.ends.board = never;
      const isCut = shownCutOf(log, 'ledger') ?? shownCutOf(log, 'board');
      if (isCut === null) this.#cut.delete(log);
      else this.#cut.add(log);
    }
    return seen;
  }
}

/** What somebody who settles lines has to know of a log. */
const pictureOf = (log: FoldedLog): string =>
  [log.role, log.box, cutOf(log, 'ledger'), cutOf(log, 'board')].join('/');

/** Of several the lowest role counts (F5), and of those the lowest sealing key. */
const lowest = (attestations: readonly Attestation[]): Attestation | null =>
  attestations.reduce<Attestation | null>(
    (best, each) =>
      best === null ||
      each.role < best.role ||
      (each.role === best.role && each.box < best.box)
        ? each
        : best,
    null,
  );

/** Certificates of counted keys, and additions that stand before their adder's end. */
const sureAttestations = (
  { attestations }: FoldedLog,
  { chain }: Counted,
  sure: ReadonlyMap<FoldedLog, Attestation | null>,
): Attestation[] =>
  [...attestations.values()].filter((attestation) =>
    attestation.type === 'key'
      ? chain[attestation.version]?.key === attestation.key
      : sure.get(attestation.by)?.role === 0 && attestation.seq < cutOf(attestation.by),
  );

function endsOf(
  { device }: FoldedLog,
  attestations: readonly Attestation[],
  { newest, contested }: Counted,
): Record<LogKind, number> {
  const listed = newest.devices.find((each) => each.device === device);
  const lasts = attestations.some((attestation) => {
    return attestation.type === 'device' || attestation.key === newest.key;
  });
  const ends = {
    ledger: listed ? (listed.ledgerCut ?? never) : lasts ? never : 0,
    board: listed ? (listed.boardCut ?? never) : lasts ? never : 0,
  };
  const rival = contested?.get(device);
  return {
    ledger: Math.min(ends.ledger, rival?.ledgerCut ?? never),
    board: Math.min(ends.board, rival?.boardCut ?? never),
  };
}

/** What screens show of a member's devices, in the order of their keys. */
export function devicesOf(logs: Iterable<FoldedLog>): MemberDevice[] {
  const devices: MemberDevice[] = [];
  for (const log of logs) {
    const { device, role, box } = log;
    if (role === null || box === null) continue;
    devices.push({
      device,
      role,
      box,
      ledgerCut: shownCutOf(log, 'ledger'),
      boardCut: shownCutOf(log, 'board'),
      frozen: isFrozen(log),
    });
  }
  return devices.sort((a, b) => (a.device < b.device ? -1 : 1));
}
