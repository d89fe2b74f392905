import type { CommunityId, EntryId, Hex, LogId } from '@manyhands/base';
import {
  carriedBy,
  forkedLog,
  isFact,
  isOfHours,
  isWhole,
  logIdOf,
  proofHashes,
  proveFork,
  witnessEntry,
} from '@manyhands/ledger';
import type {
  Entry,
  ForkProof,
  KnownContent,
  Ledger,
  LogName,
} from '@manyhands/ledger';
import { indexFrom } from './ascending.ts';
import { CarriedEntries } from './carriedEntries.ts';
import type { Clash } from './carriedEntries.ts';
import type { GateOutcome } from './draft.ts';
import { Evidence } from './evidence.ts';
import { followCuts } from './followCuts.ts';
import type { Holdings } from './holdings.ts';
import { pairOf } from './pairs.ts';
import type { ForkView, Repetition } from './types.ts';

/**
 * What a replica knows of forks (R4): what it could prove, what is proven, and which
 * facts would be lost to those who ask no further than a cut.
 */
export class Forks implements ForkView {
  readonly #held: Holdings;
  readonly #ledger: Ledger;
  /** The earliest fork of each log that can be proven from what came here. */
  readonly #provable = new Map<LogId, ForkProof>();
  /** The entry with the earliest proof for each log that is cut. */
  readonly #proofs = new Map<LogId, { readonly seq: number; readonly entry: Entry }>();
  readonly #unproven = new Set<EntryId>();
  readonly #carried: CarriedEntries;

  readonly #evidence: Evidence;

  constructor(held: Holdings, ledger: Ledger) {
    this.#held = held;
    this.#ledger = ledger;
    this.#carried = new CarriedEntries(held);
    const proofs = () => [...this.#proofs.values()].map(({ entry }) => entry);
    this.#evidence = new Evidence(held, ledger, proofs);
  }

  /** After a verdict, or some of it, is in holdings and folds. */
  take(
    verdict: Pick<GateOutcome, 'unproven' | 'questions' | 'growths' | 'detached'>,
  ): void {
    for (const id of verdict.unproven) this.#unproven.add(id);
    for (const { logId, proof } of verdict.questions) {
      const known = this.#provable.get(logId)?.seq ?? Number.POSITIVE_INFINITY;
      if (proof !== null && proof.seq < known) this.#provable.set(logId, proof);
    }
    for (const { items } of verdict.growths) this.#noteProofs(items.filter(isWhole));
    this.#noteProofs(verdict.detached);
    const clashes = this.#carried.take(verdict, (id) => !this.#unproven.has(id));
    for (const clash of clashes) this.#noteClash(clash);
    followCuts(this.#held, this.#ledger);
    this.#evidence.forget();
  }

  #noteProofs(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (isOfHours(entry)) continue;
      const { content, log } = entry;
      if (content.type !== 'fork.proof' || this.#unproven.has(entry.id)) continue;
      const logId = forkedIdOf(log.community, content);
      const known = this.#proofs.get(logId)?.seq ?? Number.POSITIVE_INFINITY;
      if (known > content.seq) this.#proofs.set(logId, { seq: content.seq, entry });
    }
  }

  /** What a witness carries proves a fork like any other (ledger/L25); of one log the lowest. */
  #noteClash({ carried, other }: Clash): void {
    const { logId, seq } = carried;
    const known = this.#provable.get(logId)?.seq ?? Number.POSITIVE_INFINITY;
    const proven = this.#proofs.get(logId)?.seq ?? Number.POSITIVE_INFINITY;
    if (seq >= Math.min(known, proven)) return;
    const theirs = this.#carried.signedFrom(other);
    if (theirs.length === 0 || theirs.length > proofHashes) return;
    this.#provable.set(logId, proveFork([carried], theirs));
  }

  toProve(): ForkProof[] {
    const open: ForkProof[] = [];
    for (const [logId, proof] of this.#provable) {
      // A cut may move out again (ledger/L12), so what is beyond it is not forgotten.
      if (proof.seq >= this.#held.cutOf(logId)) continue;
      // Inside witnesses anybody makes up a device of somebody else's (ledger/L25).
      const pair = pairOf(proof.member, proof.device);
      if (this.#held.certificates.has(pair)) open.push(proof);
    }
    return open;
  }

  carriedEndOf(log: LogName): number {
    return this.#carried.endOf(logIdOf(log));
  }

  evidence(): readonly Uint8Array[] {
    return this.#evidence.told();
  }

  erasesApart(): Entry[] {
    return [...this.#held.erasesApart()];
  }

  /** Something counts otherwise than when it was taken. */
  changed(): void {
    this.#evidence.forget();
  }

  idAt(log: Hex, seq: number): EntryId | null {
    const held = this.#held.called(log);
    if (held === undefined || seq >= this.#held.announcedLengthOf(held)) return null;
    return held.items[seq]?.id ?? null;
  }

  *toRepeat(): Generator<Repetition> {
    for (const [logId, cut] of this.#held.cuts) {
      const log = this.#held.logs.get(logId);
      // Of every fact the own signature was looked at.
      const signedAt = log?.signedAt ?? [];
      for (let i = indexFrom(signedAt, cut); i < signedAt.length; i++) {
        const item = log?.items[signedAt[i] ?? 0];
        if (item && isWhole(item)) yield* this.#again(item, 'cut');
      }
    }
    for (const entry of this.#held.detached.all()) {
      const isBeyond = entry.seq >= this.#held.cutOf(entry.logId);
      yield* this.#again(entry, isBeyond ? 'cut' : 'alone');
    }
  }

  isDue = ({ entry, why }: Repetition): boolean => this.#againOf(entry, why) !== null;

  *#again(entry: Entry, why: Repetition['why']): Generator<Repetition> {
    const content = this.#againOf(entry, why);
    if (content !== null) yield { entry, content, why };
  }

  /** What to write so that everybody has `entry`; null when there is no need or no way. */
  #againOf(entry: Entry, why: Repetition['why']): KnownContent | null {
    const { content, id, log } = entry;
    if (this.#unproven.has(id)) return null;
    // Beyond a cut an act counts nowhere, unless a transfer rests on it (ledger/L9).
    if (why === 'cut' && !isFact(content)) return null;
    if (content.type === 'fork.proof') {
      return this.#isFirmlyCut(log.community, content) ? null : content;
    }
    if (content.type === 'witness') {
      return this.#isSafe(carriedBy(entry)) ? null : content;
    }
    return this.#ledger.isWitnessed(id) ? null : witnessEntry(entry);
  }

  #isFirmlyCut(community: CommunityId, proof: ForkProof): boolean {
    const forked = forkedIdOf(community, proof);
    const cut = this.#held.cuts.get(forked);
    return cut === undefined || cut < proof.seq || this.#held.firmCuts.has(forked);
  }

  /** Whether everybody gets this entry: by its place, or through another witness. */
  #isSafe(entry: Entry): boolean {
    if (this.#ledger.isWitnessed(entry.id)) return true;
    const held = this.#held.logs.get(entry.logId)?.items[entry.seq];
    return held?.id === entry.id && entry.seq < this.#held.cutOf(entry.logId);
  }
}

const forkedIds = new WeakMap<ForkProof, LogId>();

/** The log that is proven to have two histories; its name is hashed once. */
function forkedIdOf(community: CommunityId, proof: ForkProof): LogId {
  const logId = forkedIds.get(proof) ?? logIdOf(forkedLog(community, proof));
  forkedIds.set(proof, logId);
  return logId;
}
