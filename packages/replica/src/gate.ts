import type { LogId } from '@manyhands/base';
import { certificatesOf, isOfHours, isWhole } from '@manyhands/ledger';
import type { Entry, LogItem, LogName } from '@manyhands/ledger';
import { unbounded } from './allotment.ts';
import type { Room } from './allotment.ts';
import { coverageOf } from './authentic.ts';
import { beginEach } from './breathing.ts';
import { beginsLog, groundOf, hasWeight, isBelieved } from './certifying.ts';
import { beginningOf } from './claims.ts';
import type { Claim } from './claims.ts';
import { Draft } from './draft.ts';
import type { GateOutcome } from './draft.ts';
import { offersIn } from './erasing.ts';
import { FollowingRuns, joined, readJoined } from './followingRuns.ts';
import type { GateRules } from './gateRules.ts';
import type { Holdings } from './holdings.ts';
import { Looking } from './looking.ts';
import { mendSignatures } from './mending.ts';
import { pairOf } from './pairs.ts';
import type { Pair } from './pairs.ts';
import type { RunItem } from './page.ts';
import { askAbout, askAlone, askBeside } from './questions.ts';
import { allExplained } from './reading.ts';
import { WaitingClaims } from './waitingClaims.ts';

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
): Promise<GateOutcome> {
  const gate = new Gate(held, rules);
  await gate.judge(claims);
  return gate.draft;
}

class Gate {
  readonly draft: Draft;
  readonly #rules: GateRules;
  readonly #room: Room;
  readonly #beginnings = new Map<Claim, boolean>();
  readonly #looking: Looking;
  /** Pairs that were certified since the claims were last turned over. */
  readonly #named: Pair[] = [];

  constructor(held: Holdings, rules: GateRules) {
    this.draft = new Draft(held);
    this.#rules = rules;
    this.#room = rules.room ?? unbounded;
    this.#looking = new Looking(rules);
  }

  async judge(claims: readonly Claim[]): Promise<void> {
    const waiting = new WaitingClaims(claims);
    do {
      await this.#judgeAll(waiting);
      if (this.#isOver()) return;
    } while (await this.#loosen(waiting));
    if (this.#isOver()) return;
    for (const growth of this.draft.growths) askBeside(this.draft, growth);
    this.draft.strange = waiting.all().filter((claim) => !this.#isCertified(claim));
  }

  #isOver(): boolean {
    return this.draft.refused.length > 0 && !this.#rules.thorough;
  }

  /** Turns the claims over until nothing moves: each time those that something new concerns. */
  async #judgeAll(waiting: WaitingClaims): Promise<void> {
    let due = waiting.logs();
    while (due.length > 0) {
      const { erases } = this.draft;
      const heard = erases.length;
      const moved = await this.#round(waiting, due);
      if (this.#isOver()) return;
      const named = this.#named.splice(0);
      const concerned = [
        ...moved,
        ...named.flatMap((pair) => [...waiting.logsOf(pair)]),
      ];
      // An erase may explain a tombstone of any log.
      due = waiting.amongst(erases.length > heard ? waiting.logs() : concerned);
    }
  }

  /** Judges what can be reached of each of these logs; answers those of which less waits now. */
  async #round(waiting: WaitingClaims, logs: readonly LogId[]): Promise<LogId[]> {
    for (const logId of logs) {
      for (const claim of waiting.of(logId)) {
        if (claim.alone) await this.#hear(claim, claim.alone);
        await this.#rules.breathe?.();
      }
    }
    const ready: { logId: LogId; first: Claim | null }[] = [];
    for (const logId of logs) {
      const ofLog = waiting.of(logId);
      const isCertified = ofLog[0] !== undefined && this.#isCertified(ofLog[0]);
      const first = isCertified ? null : await this.#firstReady(ofLog);
      if (first !== undefined) ready.push({ logId, first });
    }
    // Logs do not touch one another, and a browser verifies on several threads.
    const judging: Promise<Claim[]>[] = [];
    for (const { logId, first } of ready) {
      judging.push(this.#judgeLog(first, waiting.of(logId)));
      // Also where nobody asks for a pause: what it has begun to verify goes on meanwhile.
      await this.#rules.breathe?.();
    }
    const left = await Promise.all(judging);
    const moved = ready.filter(({ logId }, at) => waiting.leave(logId, left[at] ?? []));
    return moved.map(({ logId }) => logId);
  }

  /** The claim that a log begins with which no certificate names, if there is one. */
  async #firstReady(ofLog: readonly Claim[]): Promise<Claim | undefined> {
    for (const claim of ofLog) {
      const known = this.#mayBegin(claim);
      if (typeof known === 'boolean' ? known : await known) return claim;
    }
    return undefined;
  }

  /** One claim of a log after the other, from its beginning on. */
  async #judgeLog(first: Claim | null, ofLog: readonly Claim[]): Promise<Claim[]> {
    const rest = ofLog.filter((claim) => claim !== first);
    // Of two at one place the chain's: what came alone before stays so at an opening.
    const isAlone = ({ alone }: Claim): number => (alone === null ? 0 : 1);
    rest.sort((a, b) => a.from - b.from || isAlone(a) - isAlone(b));
    const waiting: Claim[] = [];
    const all = first === null ? rest : [first, ...rest];
    const following = new FollowingRuns(all);
    for (const claim of all) {
      if (following.wasTaken(claim)) continue;
      const isReached = claim.from <= this.#reachOf(claim.logId);
      const isReady = isReached && (claim === first || this.#isCertified(claim));
      const left = isReady ? await this.#judgeOne(claim, following) : claim;
      if (left !== null) waiting.push(left);
      if (this.#isOver()) return waiting;
      await this.#rules.breathe?.();
    }
    return waiting;
  }

  /** Up to where claims may begin: the last entry, and the tombstones known to follow it. */
  #reachOf(logId: LogId): number {
    return this.draft.lengthOf(logId) + this.draft.tailOf(logId).length;
  }

  /**
   * An erase that came as evidence explains from the moment its device is certified, so
   * that tombstones which came with it are let through, whatever the order inside the page.
   */
  async #hear(claim: Claim, entry: Entry): Promise<void> {
    if (entry.content.type !== 'erase' || entry.log.kind !== 'board') return;
    if (this.draft.hasHeard(entry) || !this.#isCertified(claim)) return;
    if (this.draft.isRedundant(entry)) return;
    const there = this.draft.at(claim.logId, claim.from);
    const isHeld = there?.id === entry.id && isWhole(there);
    if (!isHeld && !(await this.#room.has(entry, this.#rules.isClaimed))) return;
    if (await this.#looking.isSigned(entry)) this.draft.noteErase(entry);
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
    const first = beginningOf(claim, this.#rules.unchanged);
    const begins = await beginsLog(first, this.#rules.isClaimed);
    this.#beginnings.set(claim, begins);
    await this.#rules.breathe?.();
    return begins;
  }

  /** What is left of a claim that goes on behind a tombstone which nothing here explains. */
  async #judgeOne(claimed: Claim, following: FollowingRuns): Promise<Claim | null> {
    // What stood alone when that was noted takes no place before what came since is read.
    const staysAlone = claimed.alone !== null && this.#rules.unchanged !== undefined;
    const claim = staysAlone ? null : this.draft.fromLastEntry(claimed);
    if (claim === null) {
      if (claimed.alone) await this.#keepDetached(claimed.alone);
      return null;
    }
    const shared = this.draft.sharedWith(claim);
    if (shared === 'differs') {
      const keepDetached = (entry: Entry) => this.#keepDetached(entry);
      const by = { keepDetached, breathe: this.#rules.breathe };
      const refused = await askAbout(this.draft, claim, following, by);
      if (refused !== null) this.draft.refused.push(refused);
      return null;
    }
    const from = claim.from + shared;
    const items = claim.items.slice(shared);
    const fresh = this.#room.grant(claim, from, items);
    if (shared > 0) {
      await this.#offer(claim, shared);
      await mendSignatures(this.draft, claim, shared, this.#rules.breathe);
    }
    if (fresh.length === 0) {
      if (items.length > 0 && claim.alone) await this.#keepDetached(claim.alone);
      return null;
    }
    const prev = this.draft.idBefore(claim.logId, from);
    const unread = { ...claim, from, prev, items };
    const behind = await this.#judgeFresh(unread, fresh, following);
    return behind && joined(claimed, behind);
  }

  /**
   * Takes what goes on where the log ends: `granted` items of the claim, and the runs behind
   * it. Answers those runs if a tombstone that nothing explains keeps it from being judged.
   */
  async #judgeFresh(
    claim: Claim,
    granted: readonly RunItem[],
    following: FollowingRuns,
  ): Promise<readonly Claim[] | null> {
    const { log, logId, from } = claim;
    const { breathe, checkpoint } = this.#rules;
    const unchanged = this.#rules.unchanged?.in(claim);
    if (unchanged) return this.#accept(log, unchanged.items, unchanged.signedAt);
    const run = await readJoined(claim, {
      following,
      breathe,
      looking: this.#looking,
      isExplained: this.#rules.remembered
        ? allExplained
        : (tombstone) => this.draft.isExplained(tombstone),
      grant: (part) =>
        part === claim ? granted : this.#room.grant(part, part.from, part.items),
    });
    if (!run.ok) {
      this.draft.refused.push(run.error);
      return null;
    }
    const { behind, isCut, isLeft, isCutOff } = run.value;
    // What came alone before has a good signature, and may have a bad one in this run.
    const brought = run.value.items.map((item) => this.draft.detachedAs(item) ?? item);
    const items = isCut ? brought : [...brought, ...this.draft.detachedBehind(brought)];
    const known = checkpoint?.placesIn(items, this.draft.itemsBefore(logId, from));
    const { isSigned } = this.#looking;
    const coverage = await coverageOf(items, known, breathe, isSigned);
    this.#room.giveBack(claim, run.value.granted.slice(coverage.length));
    if (coverage.length > 0) {
      const signedAt = coverage.signedAt.map((at) => from + at);
      await this.#accept(log, items.slice(0, coverage.length), signedAt);
    } else if (!isCut && !isLeft && !isCutOff) {
      this.#refuseSignature(logId, from);
    }
    return isCut ? behind : null;
  }

  /**
   * What came whole and is a tombstone here may fill a gap (H3), as far as there is room; an
   * erase takes its place again in any case (B1), so it explains others from now on.
   */
  async #offer(claim: Claim, shared: number): Promise<void> {
    for (const entry of offersIn(this.draft, claim, shared)) {
      const granted = this.#room.grant(claim, entry.seq, [entry.stored]);
      if (granted.length === 0 && !this.draft.hasHeard(entry)) return;
      if (hasWeight(entry)) this.#weigh(entry, await this.#looking.isProven(entry));
      this.draft.offers.push(entry);
      const isErase = entry.content.type === 'erase';
      if (isErase && (await this.#looking.isSigned(entry))) this.draft.noteErase(entry);
      await this.#rules.breathe?.();
    }
  }

  /**
   * Once nothing else moves, evidence whose chain is not here is kept without it. Answers
   * whether there was any.
   */
  async #loosen(waiting: WaitingClaims): Promise<boolean> {
    let hasMoved = false;
    for (const logId of waiting.logs()) {
      const left: Claim[] = [];
      for (const claim of waiting.of(logId)) {
        const mayStand = claim.alone !== null && this.#isCertified(claim);
        if (!mayStand || claim.from <= this.draft.lengthOf(logId)) left.push(claim);
        else await this.#keepDetached(claim.alone);
        await this.#rules.breathe?.();
      }
      if (waiting.leave(logId, left)) hasMoved = true;
    }
    return hasMoved;
  }

  async #keepDetached(entry: Entry): Promise<void> {
    if (this.draft.isDetached(entry) || !this.draft.hasRoomForDetached(entry)) return;
    if (entry.content.type === 'erase' && this.draft.isRedundant(entry)) return;
    if (!(await this.#room.has(entry, this.#rules.isClaimed))) return;
    if (!(await this.#looking.isSigned(entry))) {
      this.#refuseSignature(entry.logId, entry.seq);
      return;
    }
    this.draft.keepDetached(entry);
    this.draft.noteErase(entry);
    if (entry.seq >= this.draft.lengthOf(entry.logId)) askAlone(this.draft, entry);
    this.#weigh(entry, await this.#looking.isProven(entry));
  }

  /** Takes all of it; answers what is left. */
  async #accept(
    log: LogName,
    items: readonly LogItem[],
    signedAt: readonly number[],
  ): Promise<null> {
    // Of hours nothing else is asked: neither do they certify anybody, nor erase anything.
    const entries = items.filter(isWhole).filter((entry) => !isOfHours(entry));
    const weighty = entries.filter(hasWeight);
    const prove = this.#looking.isProven;
    const proven = await beginEach(weighty, prove, this.#rules.breathe);
    this.draft.grow(log, items, signedAt);
    // Only now: a log comes after the one that certifies its device (P9).
    for (const [at, entry] of weighty.entries())
      this.#weigh(entry, proven[at] === true);
    // Their own signature is good: a fact is covered by nothing else.
    for (const entry of entries) this.draft.noteErase(entry);
    return null;
  }

  /** Whom the entry certifies, if every signature inside it is good. */
  #weigh(entry: Entry, proven: boolean): void {
    if (!proven) {
      this.draft.unproven.add(entry.id);
      return;
    }
    for (const certificate of certificatesOf(entry)) {
      const { member, device, signed } = certificate;
      const ground = groundOf(entry, certificate);
      const isKnown =
        signed === null
          ? this.draft.isCertified(ground)
          : isBelieved(certificate, this.#rules.isClaimed);
      if (!isKnown) this.draft.awaited.add(ground, entry);
      else {
        for (const pair of this.draft.certify(pairOf(member, device), entry))
          this.#named.push(pair);
      }
    }
  }

  #refuseSignature(logId: LogId, seq: number): void {
    this.draft.refused.push({ type: 'BadSignature', logId, seq });
  }
}
