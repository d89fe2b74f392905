import type { CommunityId, EntryId, LogId } from '@manyhands/base';
import { equalBytes, malformed } from '@manyhands/codec';
import { foundedBy, logIdOf, proveFork, zeroId } from '@manyhands/ledger';
import type { Entry, ForkProof, LogName } from '@manyhands/ledger';
import { coverOf, isProven, isSigned, lastSigned, readChain } from './authentic.ts';
import { enrolsItself, hasWeight, namedBy } from './certifying.ts';
import type { Checkpoint } from './checkpoint.ts';
import { Draft } from './draft.ts';
import { coverLimit } from './limits.ts';
import type { Verdict } from './draft.ts';
import { pairOf } from './holdings.ts';
import type { Holdings, Pair } from './holdings.ts';
import type { Run, RunItem } from './page.ts';
import type { Refused } from './types.ts';

/**
 * The one way in (R2, R7). A page is a list of claims, each a stretch of one log; a
 * claim waits until a certificate names its device and its place is reached, and one
 * page is turned over until nothing moves, so that the order inside it says nothing.
 *
 * The gate only reads: what it lets in is a verdict, to be committed in one step.
 */
export interface GateRules {
  readonly community: CommunityId;
  /** This device's own pair may write before anybody has admitted it. */
  readonly own: Pair | null;
  /** Take all that is good (a disk), or nothing once the sender is convicted (a peer). */
  readonly thorough: boolean;
  /** What its author wrote from this place on counts nowhere. */
  readonly logLimit: number;
  /** What was checked before, on a disk. */
  readonly checkpoint?: Checkpoint;
}

/** What asks to be let in: entries that stand alone, and runs. */
export interface Claims {
  readonly evidence: readonly Entry[];
  readonly runs: readonly Run[];
}

interface Claim {
  readonly log: LogName;
  readonly logId: LogId;
  readonly from: number;
  readonly prev: EntryId;
  readonly items: readonly Uint8Array[];
  /** May be kept without its chain: one whole entry that came as evidence. */
  readonly alone: boolean;
}

export async function passGate(
  claims: Claims,
  held: Holdings,
  rules: GateRules,
): Promise<Verdict> {
  const gate = new Gate(held, rules);
  await gate.judge([
    ...claims.evidence.map(claimOfEntry),
    ...claims.runs.map((run) => claimOfRun(rules, held, run)),
  ]);
  return gate.draft;
}

const claimOfEntry = (entry: Entry): Claim => ({
  log: entry.log,
  logId: entry.logId,
  from: entry.seq,
  prev: entry.prev,
  items: [entry.stored],
  alone: true,
});

function claimOfRun(
  { community, logLimit }: GateRules,
  held: Holdings,
  run: Run,
): Claim {
  const log: LogName = {
    community,
    kind: run.kind,
    member: run.member,
    device: run.device,
  };
  const logId = logIdOf(log);
  // What lies beyond the end of every log, or further beyond a cut than a signature that
  // covers what stands before it, or behind a hole nobody here has an erase for, is
  // forgotten without blame.
  const end = Math.min(logLimit, held.cutOf(logId) + coverLimit);
  const items = wholeItems(run.items).slice(0, Math.max(0, end - run.from));
  return {
    log,
    logId,
    from: run.from,
    prev: run.prev,
    items,
    alone: false,
  };
}

function wholeItems(items: readonly RunItem[]): Uint8Array[] {
  const whole: Uint8Array[] = [];
  for (const item of items) {
    if (!(item instanceof Uint8Array)) break;
    whole.push(item);
  }
  return whole;
}

class Gate {
  readonly draft: Draft;
  readonly #rules: GateRules;
  readonly #beginnings = new Map<Claim, boolean>();

  constructor(held: Holdings, rules: GateRules) {
    this.draft = new Draft(held);
    this.#rules = rules;
  }

  async judge(claims: readonly Claim[]): Promise<void> {
    let waiting = claims;
    for (;;) {
      const before = waiting.length;
      waiting = await this.#round(waiting);
      if (this.#isOver()) return;
      if (waiting.length < before) continue;
      waiting = await this.#loosen(waiting);
      if (this.#isOver()) return;
      if (waiting.length === before) break;
    }
    for (const { logId } of this.draft.growths) this.#askLoose(logId);
    const strangers = waiting.filter((claim) => !this.#isCertified(claim));
    this.draft.strangers.push(...new Set(strangers.map((claim) => claim.logId)));
  }

  #isOver(): boolean {
    return this.draft.refused.length > 0 && !this.#rules.thorough;
  }

  /** Judges at most one claim of each log; answers those that still wait. */
  async #round(claims: readonly Claim[]): Promise<Claim[]> {
    const ready = new Map<LogId, Claim>();
    const waiting: Claim[] = [];
    for (const claim of claims) {
      const reached = claim.from <= this.draft.lengthOf(claim.logId);
      const free = reached && !ready.has(claim.logId);
      if (free && (this.#isCertified(claim) || (await this.#certifiesItself(claim)))) {
        ready.set(claim.logId, claim);
      } else {
        waiting.push(claim);
      }
    }
    // Logs do not touch one another, and a browser verifies on several threads.
    await Promise.all([...ready.values()].map((claim) => this.#judgeOne(claim)));
    return waiting;
  }

  #isCertified(claim: Claim): boolean {
    const pair = pairOf(claim.log.member, claim.log.device);
    return pair === this.#rules.own || this.draft.isCertified(pair);
  }

  /** A founding log, which the community is named after, or a device that restores. */
  async #certifiesItself(claim: Claim): Promise<boolean> {
    if (claim.from !== 0 || claim.log.kind !== 'ledger') return false;
    const known = this.#beginnings.get(claim);
    if (known !== undefined) return known;
    const read = readChain(claim.log, 0, claim.prev, claim.items.slice(0, 1));
    const first = read.ok ? read.value[0] : undefined;
    const begins =
      first !== undefined && foundedBy(first) !== null && (await isProven(first));
    // Another entry of this very page may bring the key that a beginning is signed with.
    if (!begins && first?.content.type === 'device.enrol') {
      return enrolsItself(first, this.draft.keys);
    }
    this.#beginnings.set(claim, begins);
    return begins;
  }

  async #judgeOne(claim: Claim): Promise<void> {
    if (claim.items.length === 0) return;
    const at = this.#firstNew(claim);
    if (at === 'differs') return this.#ask(claim);
    const fresh = claim.items.slice(at);
    if (fresh.length === 0) return;
    const from = claim.from + at;
    const chain = readChain(
      claim.log,
      from,
      this.draft.idBefore(claim.logId, from),
      fresh,
    );
    if (!chain.ok) {
      this.#refuse(chain.error);
      return;
    }
    const known = this.#rules.checkpoint?.placesIn(chain.value);
    const cover = await coverOf(chain.value, known);
    if (cover.length === 0) {
      this.#refuseSignature(claim.logId, from);
      return;
    }
    await this.#accept(claim.log, chain.value.slice(0, cover.length), cover.signedAt);
  }

  /**
   * Where in the claim the new entries begin, all before being held already. Equal
   * bodies after an equal id have equal ids, so nothing is hashed twice.
   */
  #firstNew(claim: Claim): number | 'differs' {
    if (claim.prev !== this.draft.idBefore(claim.logId, claim.from)) return 'differs';
    const held = this.draft.lengthOf(claim.logId) - claim.from;
    const shared = Math.min(held, claim.items.length);
    for (let at = 0; at < shared; at++) {
      const ours = this.draft.at(claim.logId, claim.from + at);
      const theirs = claim.items[at];
      if (!ours || !theirs || !equalBodies(ours.stored, theirs)) return 'differs';
    }
    return shared;
  }

  /** Another entry at a held place: a question if its author signed it, else forgery. */
  async #ask(claim: Claim): Promise<void> {
    const { logId, from } = claim;
    if (from === 0 && claim.prev !== zeroId) {
      this.#refuse(malformed('a log begins after nothing'));
      return;
    }
    const chain = readChain(claim.log, from, claim.prev, claim.items);
    if (!chain.ok) {
      this.#refuse(chain.error);
      return;
    }
    const theirs = chain.value.find(
      (entry) => entry.id !== this.draft.at(logId, entry.seq)?.id,
    );
    if (theirs === undefined) return;
    const signed = await lastSigned(chain.value, theirs.seq - from);
    if (signed === null) {
      // Facts of a fork that is long known come alone, and must be signed themselves.
      this.#refuseSignature(logId, theirs.seq);
      return;
    }
    if (claim.alone) await this.#keepLoose(claim);
    const before = this.draft.idBefore(logId, from);
    const place =
      claim.prev === before
        ? { seq: theirs.seq, ours: this.#idAt(claim, theirs.seq), theirs: theirs.id }
        : { seq: from - 1, ours: before, theirs: claim.prev };
    if (place.seq >= this.draft.cutOf(logId)) return;
    const stretch = chain.value.slice(theirs.seq - from, signed + 1);
    const proof = this.#prove(logId, theirs.seq, stretch);
    this.draft.questions.push({ logId, log: claim.log, ...place, proof });
  }

  #prove(logId: LogId, seq: number, theirs: readonly Entry[]): ForkProof | null {
    const ours = this.draft.stretchFrom(logId, seq);
    return ours.length === 0 ? null : proveFork(ours, theirs);
  }

  /** What was held without its chain, and is not what its chain has at that place. */
  #askLoose(logId: LogId): void {
    for (const loose of this.draft.looseAt(logId)) this.#askAbout(loose);
  }

  #askAbout(loose: Entry): void {
    const { logId, log, seq, id } = loose;
    if (seq >= this.draft.cutOf(logId)) return;
    const twin = this.draft
      .looseAt(logId)
      .find((other) => other.seq === seq && other.id !== id);
    const chained = this.draft.at(logId, seq);
    const ours =
      chained === undefined && twin ? [twin] : this.draft.stretchFrom(logId, seq);
    const [first] = ours;
    if (first === undefined || first.id === id) return;
    const proof = proveFork(ours, [loose]);
    this.draft.questions.push({ logId, log, seq, ours: first.id, theirs: id, proof });
  }

  #idAt(claim: Claim, seq: number): EntryId {
    return this.draft.idBefore(claim.logId, seq + 1);
  }

  /** Once nothing else moves, evidence whose chain is not here is kept without it. */
  async #loosen(claims: readonly Claim[]): Promise<Claim[]> {
    const waiting: Claim[] = [];
    for (const claim of claims) {
      if (!claim.alone || !this.#isCertified(claim)) waiting.push(claim);
      else if (claim.from <= this.draft.lengthOf(claim.logId)) waiting.push(claim);
      else await this.#keepLoose(claim);
    }
    return waiting;
  }

  async #keepLoose(claim: Claim): Promise<void> {
    const chain = readChain(claim.log, claim.from, claim.prev, claim.items);
    if (!chain.ok) {
      this.#refuse(chain.error);
      return;
    }
    for (const entry of chain.value) {
      if (this.draft.isLoose(entry) || !this.draft.hasRoomForLoose(entry.logId)) return;
      if (!(await isSigned(entry))) {
        this.#refuseSignature(entry.logId, entry.seq);
        return;
      }
      this.draft.loose.push(entry);
      if (entry.seq >= this.draft.lengthOf(entry.logId)) this.#askAbout(entry);
      await this.#weigh(entry);
    }
  }

  async #accept(
    log: LogName,
    entries: readonly Entry[],
    signedAt: readonly number[],
  ): Promise<void> {
    await Promise.all(
      entries.map(async (entry) => {
        if (hasWeight(entry)) await this.#weigh(entry);
      }),
    );
    this.draft.grow(log, entries, signedAt);
  }

  /** Whom the entry certifies, if every signature inside it is good. */
  async #weigh(entry: Entry): Promise<void> {
    const known = this.#rules.checkpoint?.isProven(entry) ?? null;
    if (!(known ?? (await isProven(entry)))) {
      this.draft.unproven.add(entry.id);
      return;
    }
    for (const [pair, by] of await namedBy(entry, this.draft.keys)) {
      if (!this.draft.isCertified(pair)) this.draft.certificates.set(pair, by);
    }
  }

  #refuse(why: Refused): void {
    this.draft.refused.push(why);
  }

  #refuseSignature(logId: LogId, seq: number): void {
    this.#refuse({ type: 'BadSignature', logId, seq });
  }
}

function equalBodies(ours: Uint8Array, theirs: Uint8Array): boolean {
  return equalBytes(ours.subarray(0, -64), theirs.subarray(0, -64));
}
