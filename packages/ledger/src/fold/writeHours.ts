import type { PartyId } from '@manyhands/base';
import { encodeAs, putHex } from '@manyhands/codec';
import type { Entry } from '../entry.ts';
import { idLength } from '../keptEntry.ts';
import { columnsShape, isPlainStatus, plainStatuses } from './hoursColumns.ts';
import type { PlainStatus } from './hoursColumns.ts';
import type { FoldedLine, Proposal } from './lines.ts';
import type { FoldedLog } from './logs.ts';

/** What is asked of the steps before when hours are written down. */
export interface HoursTerms {
  /** It is an account: what a line of one comes to is asked each time. */
  readonly isAccount: (party: PartyId) => boolean;
  readonly isDisputed: (line: FoldedLine) => boolean;
  readonly logOf: (entry: Entry) => FoldedLog;
}

/** Proposals that are looked at in one step. */
const atOnce = 1_024;

/** The columns of those proposals that are plain. `entries`: one log after the other. */
export function* writeHours(
  proposals: Iterable<Proposal>,
  entries: readonly Entry[],
  terms: HoursTerms,
): Generator<undefined, Uint8Array> {
  const writing = new Writing(entries, terms);
  let looked = 0;
  for (const proposal of proposals) {
    writing.add(proposal);
    looked += 1;
    if (looked % atOnce === 0) yield undefined;
  }
  return writing.finish();
}

class Writing {
  readonly #entries: readonly Entry[];
  readonly #terms: HoursTerms;
  /** Where each log begins, and the proposals in which it has a word. */
  readonly #logs = new Map<FoldedLog, { first: number; proposals: Set<number> }>();
  readonly #acts: number[] = [];
  readonly #lineEnds: number[] = [];
  readonly #statuses: number[] = [];
  readonly #confirmedAt: number[] = [];
  readonly #replyEnds: number[] = [];
  readonly #replies: number[] = [];
  readonly #parties = new Map<PartyId, { balance: number; lines: number[] }>();
  readonly #days = new Map<number, { exchanges: number; minutes: number }>();

  constructor(entries: readonly Entry[], terms: HoursTerms) {
    this.#entries = entries;
    this.#terms = terms;
    for (const [first, entry] of entries.entries()) {
      if (entry.seq !== 0) continue;
      this.#logs.set(terms.logOf(entry), { first, proposals: new Set() });
    }
  }

  add(proposal: Proposal): void {
    const { act, lines, replies } = proposal;
    const acts = [act, ...replies].map((each) => this.#placeOf(each));
    if (act === null || acts.includes(null) || !this.#isPlain(proposal)) return;
    const at = this.#acts.length;
    const [place = 0, ...answers] = acts.map((each) => each ?? 0);
    this.#acts.push(place);
    for (const answer of answers) this.#replies.push(answer);
    this.#replyEnds.push(this.#replies.length);
    for (const { log } of [act, ...replies]) this.#logs.get(log)?.proposals.add(at);
    for (const line of lines) this.#addLine(line);
    this.#lineEnds.push(this.#statuses.length);
  }

  #addLine({ transfer }: FoldedLine): void {
    const { status, confirmedAt, proposer, party, minutes, day, kind } = transfer;
    const line = this.#statuses.length;
    this.#statuses.push(plainStatuses.indexOf(status as PlainStatus));
    this.#confirmedAt.push(confirmedAt ?? 0);
    const exists = status === 'exists';
    for (const side of [proposer, party]) {
      const of = this.#parties.get(side) ?? { balance: 0, lines: [] };
      this.#parties.set(side, of);
      of.lines.push(line);
      if (exists) of.balance += side === transfer.helper ? minutes : -minutes;
    }
    if (!exists || kind !== 'help') return;
    const ofDay = this.#days.get(day) ?? { exchanges: 0, minutes: 0 };
    this.#days.set(day, ofDay);
    ofDay.exchanges += 1;
    ofDay.minutes += minutes;
  }

  /** The place among the entries of what somebody said; null, if its chain is not there. */
  #placeOf(act: Proposal['act']): number | null {
    const log = act && this.#logs.get(act.log);
    if (act === null || !log) return null;
    const at = log.first + act.seq;
    const entry = this.#entries[at];
    return entry?.seq === act.seq && entry.id === act.id ? at : null;
  }

  #isPlain({ as, ways, lines, replies }: Proposal): boolean {
    const isOurs = as === null && ways.place && !ways.witness;
    return (
      isOurs &&
      replies.every((reply) => reply.way === 'place' && reply.as === null) &&
      lines.every((line) => this.#isPlainLine(line))
    );
  }

  #isPlainLine(line: FoldedLine): boolean {
    const { status, kind, rests, mark, proposer, party } = line.transfer;
    const { isAccount, isDisputed } = this.#terms;
    return (
      isPlainStatus(status) &&
      kind !== 'undo' &&
      rests === 'place' &&
      mark === null &&
      !isAccount(proposer) &&
      !isAccount(party) &&
      !isDisputed(line)
    );
  }

  finish(): Uint8Array {
    const parties = [...this.#parties];
    const logs = [...this.#logs.values()];
    const days = [...this.#days];
    return encodeAs(columnsShape, {
      acts: bytesOf(this.#acts),
      lineEnds: bytesOf(this.#lineEnds),
      statuses: bytesOf(this.#statuses),
      confirmedAt: bytesOf(this.#confirmedAt),
      replyEnds: bytesOf(this.#replyEnds),
      replies: bytesOf(this.#replies),
      parties: bytesOfNames(parties.map(([party]) => party)),
      balances: new Uint8Array(
        Int32Array.from(parties, ([, { balance }]) => balance).buffer,
      ),
      partyEnds: bytesOf(endsOf(parties.map(([, { lines }]) => lines.length))),
      partyLines: bytesOf(parties.flatMap(([, { lines }]) => lines)),
      logEnds: bytesOf(endsOf(logs.map(({ proposals }) => proposals.size))),
      logProposals: bytesOf(logs.flatMap(({ proposals }) => [...proposals])),
      days: bytesOf(days.map(([day]) => day)),
      help: bytesOf(days.flatMap(([, { exchanges, minutes }]) => [exchanges, minutes])),
    });
  }
}

function endsOf(lengths: readonly number[]): number[] {
  let end = 0;
  return lengths.map((length) => (end += length));
}

const bytesOf = (numbers: readonly number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(numbers).buffer);

function bytesOfNames(names: readonly PartyId[]): Uint8Array {
  const all = new Uint8Array(idLength * names.length);
  for (const [at, name] of names.entries()) putHex(all, idLength * at, name);
  return all;
}
