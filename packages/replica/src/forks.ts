import type { EntryId, Hex, LogId } from '@manyhands/base';
import {
  carriedBy,
  encodeTravelling,
  forkedLog,
  isFact,
  isWhole,
  logIdOf,
  witnessEntry,
} from '@manyhands/ledger';
import type {
  Board,
  Entry,
  ForkProof,
  KnownContent,
  Ledger,
  LogName,
} from '@manyhands/ledger';
import type { Verdict } from './draft.ts';
import type { Holdings } from './holdings.ts';
import { evidenceLimit } from './limits.ts';
import type { ForkView, Repetition } from './types.ts';

/**
 * What a replica knows of forks (R4): what it could prove, what is proven, and which
 * facts would be lost to those who ask no further than a cut.
 */
export class Forks implements ForkView {
  readonly #held: Holdings;
  readonly #ledger: Ledger;
  readonly #board: Board;
  /** The earliest fork of each log that can be proven from what came here. */
  readonly #provable = new Map<LogId, ForkProof>();
  /** The entry with the earliest proof for each log that is cut. */
  readonly #proofs = new Map<LogId, Entry>();
  readonly #unproven = new Set<EntryId>();

  constructor(held: Holdings, ledger: Ledger, board: Board) {
    this.#held = held;
    this.#ledger = ledger;
    this.#board = board;
  }

  /** After a verdict is in holdings and folds. */
  take(verdict: Verdict): void {
    for (const id of verdict.unproven) this.#unproven.add(id);
    for (const { logId, proof } of verdict.questions) {
      const known = this.#provable.get(logId)?.seq ?? Number.POSITIVE_INFINITY;
      if (proof !== null && proof.seq < known) this.#provable.set(logId, proof);
    }
    for (const { items } of verdict.growths) this.#cutBy(items.filter(isWhole));
    this.#cutBy(verdict.loose);
  }

  #cutBy(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const { content, log } = entry;
      if (content.type !== 'fork.proof' || this.#unproven.has(entry.id)) continue;
      const forked = forkedLog(log.community, content);
      const logId = logIdOf(forked);
      if (this.#held.cutOf(logId) <= content.seq) continue;
      this.#held.cuts.set(logId, content.seq);
      this.#proofs.set(logId, entry);
      if (forked.kind === 'board') this.#board.cut(logId, content.seq);
    }
  }

  toProve(): ForkProof[] {
    const open: ForkProof[] = [];
    for (const [logId, proof] of this.#provable) {
      if (proof.seq < this.#held.cutOf(logId)) open.push(proof);
      else this.#provable.delete(logId);
    }
    return open;
  }

  evidence(): Uint8Array[] {
    return [...this.#proofs.values(), ...this.erasesApart()]
      .filter((entry) => this.#held.isChecked(entry))
      .slice(0, evidenceLimit)
      .map(encodeTravelling);
  }

  erasesApart(): Entry[] {
    return [...this.#held.erasesApart()];
  }

  idAt(log: Hex, seq: number): EntryId | null {
    const held = this.#held.called(log);
    if (held === undefined || seq >= this.#held.toldLengthOf(held)) return null;
    return held.items[seq]?.id ?? null;
  }

  toRepeat(): Repetition[] {
    const due: Repetition[] = [];
    const see = (entry: Entry, why: Repetition['why']): void => {
      const content = this.#againOf(entry, why);
      if (content !== null) due.push({ entry, content, why });
    };
    for (const [logId, cut] of this.#held.cuts) {
      const chain = this.#held.logs.get(logId)?.items.slice(cut) ?? [];
      for (const entry of chain) if (isWhole(entry)) see(entry, 'cut');
    }
    for (const [logId, loose] of this.#held.loose) {
      const cut = this.#held.cutOf(logId);
      for (const entry of loose.values()) see(entry, entry.seq < cut ? 'alone' : 'cut');
    }
    return due;
  }

  /** What to write so that everybody has `entry`; null when there is no need or no way. */
  #againOf(entry: Entry, why: Repetition['why']): KnownContent | null {
    const { content, id, log } = entry;
    if (log.kind !== 'ledger' || this.#unproven.has(id)) return null;
    // Beyond a cut an act counts nowhere, unless a transfer rests on it (L9).
    if (why === 'cut' && !isFact(content)) return null;
    if (content.type === 'fork.proof') {
      return this.#isFirmlyCut(log, content) ? null : content;
    }
    if (content.type === 'witness') {
      return this.#isSafe(carriedBy(entry)) ? null : content;
    }
    return this.#ledger.isWitnessed(id) ? null : witnessEntry(entry);
  }

  #isFirmlyCut(log: LogName, proof: ForkProof): boolean {
    const forked = forkedLog(log.community, proof);
    const cut = this.#ledger.cuts().find((each) => isSameLog(each.log, forked));
    return cut === undefined || cut.seq < proof.seq || cut.isFirm;
  }

  /** Whether everybody gets this entry: by its place, or through another witness. */
  #isSafe(entry: Entry): boolean {
    if (this.#ledger.isWitnessed(entry.id)) return true;
    const held = this.#held.logs.get(entry.logId)?.items[entry.seq];
    return held?.id === entry.id && entry.seq < this.#held.cutOf(entry.logId);
  }
}

const isSameLog = (a: LogName, b: LogName): boolean =>
  a.kind === b.kind && a.member === b.member && a.device === b.device;
