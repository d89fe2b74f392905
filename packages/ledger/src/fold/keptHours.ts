/**
 * What the fold made of hours, written down beside the entries that said them: which entries
 * belong to one proposal, and what came of its lines. Numbers alone, in columns: a line becomes
 * an object once somebody asks for it, and says what its entries say.
 *
 * Only what is plain is written down: help between two members, in its place, with no decision
 * about it. All else is folded again from its entries: so whom an undo undoes it says once more.
 */
import { assert } from '@manyhands/base';
import type { EntryId, MinuteOfTime, PartyId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Entry } from '../entry.ts';
import { IdIndex, idLength } from '../keptEntry.ts';
import type { KeptEntry } from '../keptEntry.ts';
import { isReply } from '../ledgerContent.ts';
import { plainStatuses } from './hoursColumns.ts';
import type { Columns } from './hoursColumns.ts';
import { asProposed } from './lines.ts';
import type { FoldedLine, Proposal, Reply } from './lines.ts';
import type { FoldedLog, Logs } from './logs.ts';
import { actOf } from './presence.ts';

/** Hours as they were kept: each proposal is made once, and from then on is the fold's own. */
export class KeptHours {
  readonly #columns: Columns;
  readonly #entries: readonly KeptEntry[];
  readonly #logs: Logs;
  readonly #made: (Proposal | undefined)[] = [];
  readonly #parties: readonly PartyId[];
  readonly #partyAt: Map<PartyId, number>;
  readonly #logAt = new Map<FoldedLog, number>();
  #index: IdIndex | null = null;
  #lineAt: Uint32Array | null = null;

  constructor(columns: Columns, entries: readonly KeptEntry[], logs: Logs) {
    this.#columns = columns;
    this.#entries = entries;
    this.#logs = logs;
    this.#parties = namesIn(columns.parties);
    this.#partyAt = new Map(this.#parties.map((party, at) => [party, at]));
    for (const { seq, log } of entries) {
      if (seq !== 0) continue;
      this.#logAt.set(logs.open(log.member, log.device), this.#logAt.size);
    }
  }

  /** Which entries are in it; the others are folded. */
  covered(): Uint8Array {
    const covered = new Uint8Array(this.#entries.length);
    for (const at of this.#columns.acts) covered[at] = 1;
    for (const at of this.#columns.replies) covered[at] = 1;
    return covered;
  }

  *balances(): Generator<readonly [PartyId, number]> {
    const balances = new Int32Array(this.#columns.balances.buffer);
    for (const [at, party] of this.#parties.entries()) yield [party, balances[at] ?? 0];
  }

  /** How much help stands, of which day. */
  *help(): Generator<readonly [day: number, exchanges: number, minutes: number]> {
    const { days, help } = this.#columns;
    for (const [at, day] of days.entries()) {
      yield [day, help[2 * at] ?? 0, help[2 * at + 1] ?? 0];
    }
  }

  find(id: EntryId): Proposal | undefined {
    const { acts } = this.#columns;
    this.#index ??= new IdIndex(acts.length, (at) => this.#entries[acts[at] ?? 0]);
    const at = this.#index.find(id);
    return at === undefined ? undefined : this.#make(at);
  }

  /** The lines of this party: once, since they are the fold's own from then on. */
  takeLinesOf(party: PartyId): FoldedLine[] {
    const at = this.#partyAt.get(party);
    if (at === undefined) return [];
    this.#partyAt.delete(party);
    const { partyEnds, partyLines } = this.#columns;
    return sliceOf(partyEnds, partyLines, at).map((line) => this.#lineOf(line));
  }

  /** The proposals in which this log has a word, likewise. */
  takeProposalsOf(log: FoldedLog): Proposal[] {
    const at = this.#logAt.get(log);
    if (at === undefined) return [];
    this.#logAt.delete(log);
    const { logEnds, logProposals } = this.#columns;
    return sliceOf(logEnds, logProposals, at).map((proposal) => this.#make(proposal));
  }

  /** All of them, in the order in which they were written down. */
  *all(): Generator<Proposal> {
    for (let at = 0; at < this.#columns.acts.length; at++) yield this.#make(at);
  }

  #lineOf(line: number): FoldedLine {
    const { lineEnds, acts } = this.#columns;
    if (this.#lineAt === null) {
      this.#lineAt = new Uint32Array(lineEnds.at(-1) ?? 0);
      for (let at = 0; at < acts.length; at++) {
        this.#lineAt.fill(at, beginOf(lineEnds, at), lineEnds[at]);
      }
    }
    const at = this.#lineAt[line] ?? 0;
    const found = this.#make(at).lines[line - beginOf(lineEnds, at)];
    assert(found, 'a line that was kept is one of its proposal');
    return found;
  }

  #make(at: number): Proposal {
    return (this.#made[at] ??= this.#read(at));
  }

  #read(at: number): Proposal {
    const { acts, lineEnds, statuses, confirmedAt } = this.#columns;
    const entry = this.#entryAt(acts[at]);
    const { content } = entry;
    assert(content.type === 'transfer.propose', 'what proposed proposes');
    const act = actOf(this.#logOf(entry), entry);
    const proposal: Proposal = {
      act,
      as: null,
      ways: { place: true, witness: false },
      lines: [],
      replies: this.#repliesTo(at),
    };
    const first = beginOf(lineEnds, at);
    proposal.lines = content.lines.map((line, i) => {
      const status = plainStatuses[statuses[first + i] ?? 0] ?? 'open';
      const time = (confirmedAt[first + i] ?? 0) as MinuteOfTime;
      return {
        at: proposal,
        act,
        transfer: {
          ...asProposed(entry, content, line),
          status,
          confirmedAt: status === 'exists' ? time : null,
        },
        markedAt: 0,
      };
    });
    return proposal;
  }

  #repliesTo(at: number): Reply[] {
    const { replyEnds, replies } = this.#columns;
    return sliceOf(replyEnds, replies, at).map((place) => {
      const entry = this.#entryAt(place);
      const { content, seq, id, time } = entry;
      assert(isReply(content), 'what replied replies');
      const { type } = content;
      return { log: this.#logOf(entry), seq, id, type, time, way: 'place', as: null };
    });
  }

  #logOf({ log }: Entry): FoldedLog {
    return this.#logs.open(log.member, log.device);
  }

  #entryAt(at: number | undefined): KeptEntry {
    const entry = this.#entries[at ?? -1];
    assert(entry, 'what was kept has its entries');
    return entry;
  }
}

/** Where a list begins, of those that end there. */
const beginOf = (ends: Uint32Array, at: number): number =>
  at === 0 ? 0 : (ends[at - 1] ?? 0);

const sliceOf = (ends: Uint32Array, all: Uint32Array, at: number): number[] =>
  Array.from(all.subarray(beginOf(ends, at), ends[at]));

const namesIn = (parties: Uint32Array): PartyId[] => {
  const all = new Uint8Array(parties.buffer);
  return Array.from({ length: all.length / idLength }, (_, at) => {
    return toHex(all.subarray(idLength * at, idLength * (at + 1))) as PartyId;
  });
};
