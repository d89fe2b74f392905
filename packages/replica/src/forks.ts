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
import type { Board, Entry, ForkProof, Ledger, LogName } from '@manyhands/ledger';
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
    for (const [logId, cut] of this.#held.cuts) {
      const chain = this.#held.logs.get(logId)?.items.slice(cut) ?? [];
      const loose = [...this.#held.looseOf(logId).values()];
      const beyond = [...chain, ...loose.filter(({ seq }) => seq >= cut)];
      for (const fact of beyond.filter(isWhole)) {
        const again = this.#repetitionOf(fact);
        if (again !== null) due.push(again);
      }
    }
    return due;
  }

  #repetitionOf(fact: Entry): Repetition | null {
    const { content, id, log } = fact;
    if (log.kind !== 'ledger' || !isFact(content) || this.#unproven.has(id))
      return null;
    if (content.type === 'fork.proof') {
      return this.#isFirmlyCut(log, content) ? null : { fact, content };
    }
    if (content.type === 'witness') {
      return this.#isSafe(carriedBy(fact)) ? null : { fact, content };
    }
    const witness = this.#ledger.isWitnessed(id) ? null : witnessEntry(fact);
    return witness && { fact, content: witness };
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
