import type { EntryId, PartyId } from '@manyhands/base';
import type { KeptHours } from './keptHours.ts';
import type { FoldedLine, Proposal } from './lines.ts';
import type { FoldedLog } from './logs.ts';

/**
 * All proposals, by their entry, by who is a side of them, and by who has a word in them. Those
 * that were kept (`keptHours.ts`) are made when they are asked for by any of these.
 */
export class Proposals {
  readonly #byId = new Map<EntryId, Proposal>();
  readonly #byParty = new Map<PartyId, FoldedLine[]>();
  readonly #byLog = new Map<FoldedLog, Set<Proposal>>();
  readonly #onmade: (line: FoldedLine) => void;
  #kept: KeptHours | null = null;

  /** `onmade` hears of each line that was kept, once it is one of these. */
  constructor(onmade: (line: FoldedLine) => void) {
    this.#onmade = onmade;
  }

  restore(kept: KeptHours): void {
    this.#kept = kept;
  }

  find(id: EntryId): Proposal | undefined {
    const known = this.#byId.get(id);
    if (known !== undefined || this.#kept === null) return known;
    const kept = this.#kept.find(id);
    if (kept !== undefined) this.#make(kept);
    return kept;
  }

  all(): Iterable<Proposal> {
    for (const proposal of this.#kept?.all() ?? []) this.#make(proposal);
    return this.#byId.values();
  }

  linesOf(party: PartyId): readonly FoldedLine[] {
    const kept = this.#kept?.takeLinesOf(party) ?? [];
    if (kept.length > 0) {
      for (const { at } of kept) this.#make(at);
      this.#byParty.set(party, [...kept, ...(this.#byParty.get(party) ?? [])]);
    }
    return this.#byParty.get(party) ?? [];
  }

  of(log: FoldedLog): Iterable<Proposal> {
    const kept = this.#kept?.takeProposalsOf(log) ?? [];
    if (kept.length > 0) {
      for (const proposal of kept) this.#make(proposal);
      this.#byLog.set(log, new Set([...kept, ...(this.#byLog.get(log) ?? [])]));
    }
    return this.#byLog.get(log) ?? [];
  }

  /** The proposal, in which this log has a word from now on. */
  touch(id: EntryId, log: FoldedLog): Proposal {
    const known = this.find(id);
    const proposal = known ?? {
      act: null,
      as: null,
      ways: { place: false, witness: false },
      lines: [],
      replies: [],
    };
    if (!known) this.#byId.set(id, proposal);
    const touched = this.#byLog.get(log);
    if (touched) touched.add(proposal);
    else this.#byLog.set(log, new Set([proposal]));
    return proposal;
  }

  index(party: PartyId, line: FoldedLine): void {
    const lines = this.#byParty.get(party);
    if (lines) lines.push(line);
    else this.#byParty.set(party, [line]);
  }

  /** From now on it is one of these, as it was. */
  #make(kept: Proposal): void {
    if (kept.act === null || this.#byId.has(kept.act.id)) return;
    this.#byId.set(kept.act.id, kept);
    for (const line of kept.lines) this.#onmade(line);
  }
}
