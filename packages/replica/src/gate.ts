import type { CommunityId, LogId } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import {
  bodyHashAt,
  bodyHashOf,
  foundedBy,
  isHole,
  isWhole,
  signatureLength,
} from '@manyhands/ledger';
import type { Entry, Hole, LogItem, LogName } from '@manyhands/ledger';
import { coverOf, isProven, isSigned } from './authentic.ts';
import { enrolsItself, hasWeight, namedBy } from './certifying.ts';
import type { Checkpoint } from './checkpoint.ts';
import { beginningOf, claimOfEntry, claimOfRun } from './claims.ts';
import type { Claim, Claims } from './claims.ts';
import { Draft } from './draft.ts';
import type { Verdict } from './draft.ts';
import { offerBytes } from './erasing.ts';
import { pairOf } from './holdings.ts';
import type { Holdings, Pair } from './holdings.ts';
import { mendSignatures } from './mending.ts';
import { askAbout, askAlone, askBeside } from './questions.ts';
import type { RunItem } from './page.ts';
import { allExplained, readRun } from './reading.ts';
import type { Refused } from './types.ts';

/** A pause, if it is time for one. */
export type Breathe = () => Promise<void> | undefined;

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
  /** Asked between one log and the next: a disk brings all of them at once. */
  readonly breathe?: Breathe | undefined;
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
    for (const growth of this.draft.growths) askBeside(this.draft, growth);
    const strangers = waiting.filter((claim) => !this.#isCertified(claim));
    this.draft.strangers.push(...new Set(strangers.map((claim) => claim.logId)));
  }

  #isOver(): boolean {
    return this.draft.refused.length > 0 && !this.#rules.thorough;
  }

  /** Judges what can be reached of each log; answers the claims that still wait. */
  async #round(claims: readonly Claim[]): Promise<Claim[]> {
    const byLog = new Map<LogId, Claim[]>();
    for (const claim of claims) {
      if (claim.alone !== null) await this.#hear(claim);
      const ofLog = byLog.get(claim.logId);
      if (ofLog) ofLog.push(claim);
      else byLog.set(claim.logId, [claim]);
    }
    const ready: { first: Claim | null; ofLog: Claim[] }[] = [];
    const waiting: Claim[] = [];
    for (const ofLog of byLog.values()) {
      const first = await this.#firstReady(ofLog);
      if (first === undefined) for (const claim of ofLog) waiting.push(claim);
      else ready.push({ first, ofLog });
    }
    // Logs do not touch one another, and a browser verifies on several threads.
    const judging: Promise<Claim[]>[] = [];
    for (const { first, ofLog } of ready) {
      judging.push(this.#judgeLog(first, ofLog));
      await this.#rules.breathe?.();
    }
    for (const left of await Promise.all(judging)) {
      for (const claim of left) waiting.push(claim);
    }
    return waiting;
  }

  /** The claim to begin a log with: null where any will do, undefined where none will. */
  async #firstReady(ofLog: readonly Claim[]): Promise<Claim | null | undefined> {
    const [any] = ofLog;
    if (any === undefined || this.#isCertified(any)) return null;
    for (const claim of ofLog) if (await this.#certifiesItself(claim)) return claim;
    return undefined;
  }

  /** One claim of a log after the other, from its beginning on. */
  async #judgeLog(first: Claim | null, ofLog: readonly Claim[]): Promise<Claim[]> {
    const rest = ofLog.filter((claim) => claim !== first);
    // Of two at one place the chain's: what came alone before stays so at an opening.
    const isAlone = ({ alone }: Claim): number => (alone === null ? 0 : 1);
    rest.sort((a, b) => a.from - b.from || isAlone(a) - isAlone(b));
    const waiting: Claim[] = [];
    for (const claim of first === null ? rest : [first, ...rest]) {
      const isReached = claim.from <= this.#reachOf(claim.logId);
      const isReady = isReached && (claim === first || this.#isCertified(claim));
      // A run that stops before a hole waits for the erase that explains it.
      if (!isReady || !(await this.#judgeOne(claim))) waiting.push(claim);
      if (this.#isOver()) return waiting;
    }
    return waiting;
  }

  /** Up to where claims may begin: the last entry, and the holes known to follow it. */
  #reachOf(logId: LogId): number {
    return this.draft.lengthOf(logId) + this.draft.tailOf(logId).length;
  }

  /**
   * An erase that came as evidence explains from the moment its device is certified, so
   * that holes which came with it are let through, whatever the order inside the page.
   */
  async #hear({ alone: entry, ...claim }: Claim): Promise<void> {
    if (entry?.content.type !== 'erase' || entry.log.kind !== 'board') return;
    if (this.draft.hasHeard(entry)) return;
    if (!this.#isCertified({ ...claim, alone: entry })) return;
    if (this.draft.isRedundant(entry)) return;
    if (await isSigned(entry)) this.draft.hear(entry);
  }

  #isCertified(claim: Claim): boolean {
    const pair = pairOf(claim.log.member, claim.log.device);
    return pair === this.#rules.own || this.draft.isCertified(pair);
  }

  /** A founding log, which the community is named after, or a device that restores. */
  async #certifiesItself(claim: Claim): Promise<boolean> {
    const first = beginningOf(claim);
    if (first === undefined) return false;
    // Asked anew each time: another entry of this page may bring the key it is signed with.
    if (await enrolsItself(first, this.draft.keys)) return true;
    const known = this.#beginnings.get(claim);
    if (known !== undefined) return known;
    const begins = foundedBy(first) !== null && (await isProven(first));
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
      const refused = await askAbout(this.draft, claim, (entry) =>
        this.#keepLoose(entry),
      );
      if (refused !== null) this.#refuse(refused);
      return true;
    }
    await offerBytes(this.draft, claim, shared);
    await mendSignatures(this.draft, claim, shared);
    const fresh = claim.items.slice(shared);
    if (fresh.length === 0) return true;
    const from = claim.from + shared;
    const prev = this.draft.idBefore(claim.logId, from);
    // What a disk kept as a hole was explained once (H3).
    const isExplained = this.#rules.thorough
      ? allExplained
      : (hole: Hole) => this.draft.isExplained(hole);
    const run = readRun(claim.log, from, prev, fresh, isExplained);
    if (!run.ok) {
      this.#refuse(run.error);
      return true;
    }
    const { isCut } = run.value;
    // What came alone before has a good signature, and may have a bad one in this run.
    const items = run.value.items.map((item) => this.draft.looseAs(item) ?? item);
    const known = this.#rules.checkpoint?.placesIn(items);
    const cover = await coverOf(items, known);
    if (cover.length > 0) {
      const signedAt = cover.signedAt.map((at) => from + at);
      await this.#accept(claim.log, items.slice(0, cover.length), signedAt);
    } else if (!isCut && !claim.isCutOff) {
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
    const items = [...tail, ...claim.items];
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
    if (entry.content.type === 'erase' && this.draft.isRedundant(entry)) return;
    if (!(await isSigned(entry))) {
      this.#refuseSignature(entry.logId, entry.seq);
      return;
    }
    this.draft.keepLoose(entry);
    if (entry.content.type === 'erase') this.draft.hear(entry);
    if (entry.seq >= this.draft.lengthOf(entry.logId)) askAlone(this.draft, entry);
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

function haveEqualBodies(ours: LogItem, theirs: RunItem): boolean {
  if (!(theirs instanceof Uint8Array)) return bodyHashAt(ours) === theirs.bodyHash;
  const body = theirs.subarray(0, -signatureLength);
  return isHole(ours)
    ? bodyHashOf(body) === ours.bodyHash
    : equalBytes(ours.stored.subarray(0, -signatureLength), body);
}
