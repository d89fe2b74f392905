import type { EntryId, LogId } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import {
  certificatesOf,
  foundedBy,
  isWhole,
  proofHashes,
  proveFork,
  zeroId,
} from '@manyhands/ledger';
import type { Entry, ForkProof, LogItem, LogName } from '@manyhands/ledger';
import { unbounded } from './allotment.ts';
import type { Room } from './allotment.ts';
import { coverOf, isProven, isSigned, lastSigned } from './authentic.ts';
import { enrolsItself, hasWeight, isBelieved } from './certifying.ts';
import type { GateRules } from './gateRules.ts';
import { beginningOf } from './claims.ts';
import type { Claim } from './claims.ts';
import { Draft } from './draft.ts';
import type { Verdict } from './draft.ts';
import { eraseNamed, fillErases } from './erasing.ts';
import { pairOf } from './holdings.ts';
import type { Growth, Holdings } from './holdings.ts';
import { mendSignatures } from './mending.ts';
import { haveEqualBodies, nothingErased, readRun } from './reading.ts';
import type { Refused } from './types.ts';

/**
 * The one way in (R2, R7). A page is a list of claims, each a stretch of one log; a
 * claim waits until a certificate names its device and its place is reached, and one
 * page is turned over until nothing moves, so that the order inside it says nothing.
 *
 * The gate only reads: what it lets in is a verdict, to be committed in one step.
 */
export async function passGate(
  claims: readonly Claim[],
  held: Holdings,
  rules: GateRules,
): Promise<Verdict> {
  const gate = new Gate(held, rules);
  await gate.judge(claims);
  return gate.draft;
}

class Gate {
  readonly draft: Draft;
  readonly #rules: GateRules;
  readonly #room: Room;
  readonly #beginnings = new Map<Claim, boolean>();

  constructor(held: Holdings, rules: GateRules) {
    this.draft = new Draft(held);
    this.#rules = rules;
    this.#room = rules.room ?? unbounded;
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
    await eraseNamed(this.draft);
    for (const growth of this.draft.growths) this.#askLoose(growth);
    this.draft.strange = waiting.filter((claim) => !this.#isCertified(claim));
  }

  #isOver(): boolean {
    return this.draft.refused.length > 0 && !this.#rules.thorough;
  }

  /** Judges at most one claim of each log; answers those that still wait. */
  async #round(claims: readonly Claim[]): Promise<Claim[]> {
    const ready = new Map<LogId, Claim>();
    const waiting: Claim[] = [];
    for (const claim of claims) if (claim.alone) await this.#hear(claim, claim.alone);
    for (const claim of claims) {
      const known = this.#isCertified(claim) || this.#mayBegin(claim);
      const mayPass = typeof known === 'boolean' ? known : await known;
      const reached = mayPass && claim.from <= this.#reachOf(claim.logId);
      if (reached && !ready.has(claim.logId)) {
        ready.set(claim.logId, claim);
      } else {
        waiting.push(claim);
      }
    }
    // Logs do not touch one another, and a browser verifies on several threads.
    const judging: Promise<{ claim: Claim; isOver: boolean }>[] = [];
    for (const claim of ready.values()) {
      judging.push(this.#judgeOne(claim).then((isOver) => ({ claim, isOver })));
      await this.#rules.breathe?.();
    }
    const judged = await Promise.all(judging);
    // A run that stops before a hole waits for the erase that explains it.
    const stopped = judged.flatMap(({ claim, isOver }) => (isOver ? [] : [claim]));
    return [...waiting, ...stopped];
  }

  /** Up to where claims may begin: the last entry, and the holes known to follow it. */
  #reachOf(logId: LogId): number {
    return this.draft.lengthOf(logId) + this.draft.tailOf(logId).length;
  }

  /**
   * An erase that came as evidence holds from the moment its device is certified, so that
   * holes which came with it are explained, whatever the order inside the page.
   */
  async #hear(claim: Claim, entry: Entry): Promise<void> {
    if (entry.content.type !== 'erase' || entry.log.kind !== 'board') return;
    if (this.draft.hasHeard(entry) || !this.#isCertified(claim)) return;
    const length = this.draft.lengthOf(claim.logId);
    if (claim.from > length && !this.draft.hasRoomForLoose(entry)) return;
    if (claim.from >= length && !(await this.#room.has(entry, this.#rules.isClaimed)))
      return;
    if (await isSigned(entry)) this.draft.hear(entry);
  }

  #isCertified(claim: Claim): boolean {
    return claim.pair === this.#rules.own || this.draft.isCertified(claim.pair);
  }

  /** Answered at once where it is known: a page may have to be turned over a thousand times. */
  #mayBegin(claim: Claim): boolean | Promise<boolean> {
    return this.#beginnings.get(claim) ?? this.#certifiesItself(claim);
  }

  /** A founding log, which the community is named after, or a device that restores. */
  async #certifiesItself(claim: Claim): Promise<boolean> {
    const first = beginningOf(claim);
    const mayBegin =
      first !== undefined &&
      (foundedBy(first) !== null || enrolsItself(first, this.#rules.isClaimed));
    const begins = mayBegin && (await isProven(first));
    this.#beginnings.set(claim, begins);
    return begins;
  }

  /** False when the claim goes on behind a hole that nothing here explains. */
  async #judgeOne(claimed: Claim): Promise<boolean> {
    const claim = this.#fromLastEntry(claimed);
    if (claim === null) {
      if (claimed.alone) await this.#keepLoose(claimed.alone);
      return true;
    }
    const shared = this.#sharedWith(claim);
    if (shared === 'differs') {
      await this.#ask(claim);
      return true;
    }
    const from = claim.from + shared;
    const given = claim.items.slice(shared);
    const fresh = this.#room.grant(claim, from, given);
    await fillErases(this.draft, claim, shared);
    await mendSignatures(this.draft, claim, shared);
    if (fresh.length === 0) {
      if (given.length > 0 && claim.alone) await this.#keepLoose(claim.alone);
      return true;
    }
    const prev = this.draft.idBefore(claim.logId, from);
    const run = readRun(claim.log, from, prev, fresh, this.draft);
    if (!run.ok) {
      this.#refuse(run.error);
      return true;
    }
    const { sent, isCut } = run.value;
    // What came alone before has a good signature, and may have a bad one in this run.
    const brought = run.value.items.map((item) => this.draft.looseAs(item) ?? item);
    const items = isCut ? brought : [...brought, ...this.draft.looseBehind(brought)];
    const known = this.#rules.checkpoint?.placesIn(items);
    const cover = await coverOf(items, known);
    this.#room.giveBack(claim, fresh.slice(cover.length));
    const isLeft = fresh.length < given.length;
    if (cover.length > 0) {
      const signedAt = cover.signedAt.map((at) => from + at);
      await this.#accept(claim.log, items.slice(0, cover.length), signedAt);
    } else if (claim.isCutOff) {
      return true;
    } else if (
      !isCut &&
      !isLeft &&
      (sent === null || (await coverOf(sent)).length === 0)
    ) {
      // Whoever knows of no erase here has taken it for covered, and is not to blame.
      this.#refuseSignature(claim.logId, from);
    }
    return !isCut;
  }

  /** What goes on behind the holes at a log's end is read from its last entry on. */
  #fromLastEntry(claim: Claim): Claim | null {
    const { log, logId } = claim;
    const from = this.draft.lengthOf(logId);
    if (claim.from <= from) return claim;
    const tail = this.draft.tailOf(logId).slice(0, claim.from - from);
    if (tail.at(-1)?.id !== claim.prev) {
      // One of the two was told wrong: what is signed will show which, from here on.
      this.draft.forgetTail(log, logId);
      return null;
    }
    const items = [...tail.map(({ bodyHash }) => ({ bodyHash })), ...claim.items];
    return { ...claim, from, prev: this.draft.idBefore(logId, from), items };
  }

  /**
   * How many items of the claim are held already. Equal bodies after an equal id have
   * equal ids, so nothing is hashed twice.
   */
  #sharedWith(claim: Claim): number | 'differs' {
    if (claim.prev !== this.draft.idBefore(claim.logId, claim.from)) return 'differs';
    const held = this.draft.lengthOf(claim.logId) - claim.from;
    const shared = Math.min(held, claim.items.length);
    for (let at = 0; at < shared; at++) {
      const ours = this.draft.at(claim.logId, claim.from + at);
      const theirs = claim.items[at];
      if (!ours || !theirs || !haveEqualBodies(ours, theirs)) return 'differs';
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
    const run = readRun(claim.log, from, claim.prev, claim.items, nothingErased);
    if (!run.ok) {
      this.#refuse(run.error);
      return;
    }
    const { items } = run.value;
    const theirs = items.find(({ seq, id }) => id !== this.draft.at(logId, seq)?.id);
    if (theirs === undefined) return;
    const signed = await lastSigned(items, theirs.seq - from);
    if (signed === null) {
      // Facts of a fork that is long known come alone, and must be signed themselves.
      // Behind a hole a signature may be further away than the run goes.
      if (items.every(isWhole) && !claim.isCutOff)
        this.#refuseSignature(logId, theirs.seq);
      return;
    }
    if (claim.alone) await this.#keepLoose(claim.alone);
    const before = this.draft.idBefore(logId, from);
    const place =
      claim.prev === before
        ? { seq: theirs.seq, ours: this.#idAt(claim, theirs.seq), theirs: theirs.id }
        : { seq: from - 1, ours: before, theirs: claim.prev };
    if (place.seq >= this.draft.cutOf(logId)) return;
    const proof = this.#prove(
      logId,
      theirs.seq,
      items.slice(theirs.seq - from, signed + 1),
    );
    this.draft.questions.push({ logId, log: claim.log, ...place, proof });
  }

  #prove(logId: LogId, seq: number, theirs: readonly LogItem[]): ForkProof | null {
    const ours = this.draft.stretchFrom(logId, seq);
    // So much may be erased that no signature of ours is near enough.
    if (ours.length === 0 || ours.length > proofHashes) return null;
    return proveFork(ours, theirs);
  }

  /** What was held without its chain, and is not what its chain has at that place. */
  #askLoose(growth: Growth): void {
    for (const loose of this.draft.looseBeside(growth)) this.#askAbout(loose);
  }

  #askAbout(loose: Entry): void {
    const { logId, log, seq, id } = loose;
    if (seq >= this.draft.cutOf(logId)) return;
    // Where there is no chain, ours is the one that came first.
    const alone = this.draft.looseAt(logId, seq);
    const isChained = this.draft.at(logId, seq) !== undefined;
    const ours = isChained ? this.draft.stretchFrom(logId, seq) : alone.slice(0, 1);
    const [first] = ours;
    if (first === undefined || first.id === id) return;
    const proof = ours.length > proofHashes ? null : proveFork(ours, [loose]);
    this.draft.questions.push({ logId, log, seq, ours: first.id, theirs: id, proof });
  }

  #idAt(claim: Claim, seq: number): EntryId {
    return this.draft.idBefore(claim.logId, seq + 1);
  }

  /** Once nothing else moves, evidence whose chain is not here is kept without it. */
  async #loosen(claims: readonly Claim[]): Promise<Claim[]> {
    const waiting: Claim[] = [];
    for (const claim of claims) {
      if (claim.alone === null || !this.#isCertified(claim)) waiting.push(claim);
      else if (claim.from <= this.draft.lengthOf(claim.logId)) waiting.push(claim);
      else await this.#keepLoose(claim.alone);
    }
    return waiting;
  }

  async #keepLoose(entry: Entry): Promise<void> {
    if (this.draft.isLoose(entry) || !this.draft.hasRoomForLoose(entry)) return;
    if (!(await this.#room.has(entry, this.#rules.isClaimed))) return;
    if (!(await isSigned(entry))) {
      this.#refuseSignature(entry.logId, entry.seq);
      return;
    }
    if (this.draft.isErased(entry)) return;
    this.draft.keepLoose(entry);
    if (entry.content.type === 'erase') this.draft.hear(entry);
    if (entry.seq >= this.draft.lengthOf(entry.logId)) this.#askAbout(entry);
    await this.#weigh(entry);
  }

  async #accept(
    log: LogName,
    items: readonly LogItem[],
    signedAt: readonly number[],
  ): Promise<void> {
    const entries = items.filter(isWhole);
    await Promise.all(
      entries.map(async (entry) => {
        if (hasWeight(entry)) await this.#weigh(entry);
      }),
    );
    this.draft.grow(log, items, signedAt);
    // Their own signature is good: a fact is covered by nothing else.
    for (const entry of entries) {
      if (entry.content.type === 'erase') this.draft.hear(entry);
    }
  }

  /** Whom the entry certifies, if every signature inside it is good. */
  async #weigh(entry: Entry): Promise<void> {
    const known = this.#rules.checkpoint?.isProven(entry) ?? null;
    if (!(known ?? (await isProven(entry)))) {
      this.draft.unproven.add(entry.id);
      return;
    }
    for (const certificate of certificatesOf(entry)) {
      if (isBelieved(certificate, this.#rules.isClaimed)) {
        const pair = pairOf(certificate.member, certificate.device);
        if (!this.draft.isCertified(pair)) this.draft.certificates.set(pair, entry);
      } else this.draft.enrolments.push(entry);
    }
  }

  #refuse(why: Refused): void {
    this.draft.refused.push(why);
  }

  #refuseSignature(logId: LogId, seq: number): void {
    this.#refuse({ type: 'BadSignature', logId, seq });
  }
}
