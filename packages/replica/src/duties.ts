import type { EntryId, LogId, MemberId, MinuteOfTime } from '@manyhands/base';
import { forkedLog, logIdOf, witnessEntry } from '@manyhands/ledger';
import type { Entry, KnownContent } from '@manyhands/ledger';
import { isSigned } from './authentic.ts';
import type { Repetition, Replica, Writer } from './types.ts';

export interface DutiesOptions {
  readonly replica: Replica;
  readonly writer: Writer;
  readonly now: () => MinuteOfTime;
  /** Milliseconds that only grow: how often one log is proven forked (B9). */
  readonly clock: () => number;
}

/** What a device owes to others when a log has two histories (L10). */
export interface Duties {
  /**
   * Writes what is due at once: proofs of forks seen here, witnesses of what this
   * device's member and another have both signed, and of what makes them a member.
   * By itself it happens with every change that comes.
   */
  now(): Promise<void>;
  /**
   * Writes what somebody has to: every fact known only from beyond a cut, and proposals
   * whose author never came back. Called a while after a change, not by all at once: who
   * hears of it meanwhile need not write it too.
   */
  rest(): Promise<void>;
  close(): void;
}

/** One proof a second of one log is enough (B9). */
const proofEvery = 1_000;
/** After so many minutes whoever wrote a proposal that came alone may not come back. */
const patience = 24 * 60;

export function startDuties(options: DutiesOptions): Duties {
  const duties = new LiveDuties(options);
  void duties.now();
  return duties;
}

class LiveDuties implements Duties {
  readonly #options: DutiesOptions;
  readonly #unsubscribe: () => void;
  readonly #provenAt = new Map<LogId, number>();
  /** Whose own signature is bad: nobody can carry them. */
  readonly #hopeless = new Set<EntryId>();
  #turn: Promise<void> = Promise.resolve();
  #isDue = false;

  constructor(options: DutiesOptions) {
    this.#options = options;
    this.#unsubscribe = options.replica.subscribe(() => void this.now());
  }

  now(): Promise<void> {
    // Many changes may come while one is answered: the last answers for all.
    if (!this.#isDue) {
      this.#isDue = true;
      this.#inTurn(() => {
        this.#isDue = false;
        return this.#doNow();
      });
    }
    return this.#turn;
  }

  rest(): Promise<void> {
    this.#inTurn(() => this.#doRest());
    return this.#turn;
  }

  close(): void {
    this.#unsubscribe();
  }

  async #doNow(): Promise<void> {
    if (!this.#mayWrite()) return;
    const { replica } = this.#options;
    await this.#prove();
    if (replica.ledger.cuts().length === 0) return;
    for (const id of replica.ledger.unwitnessedOf(this.#member)) {
      const entry = replica.entry(id);
      if (entry !== null) await this.#witness(entry);
    }
    await this.#repeat((fact) => this.#concernsUs(fact));
  }

  async #doRest(): Promise<void> {
    if (!this.#mayWrite()) return;
    await this.#doNow();
    await this.#repeat(() => true);
    const alone = [...this.#options.replica.loose()];
    for (const entry of alone) if (this.#isAbandoned(entry)) await this.#witness(entry);
  }

  get #member(): MemberId {
    return this.#options.writer.member;
  }

  #mayWrite(): boolean {
    const { replica, writer } = this.#options;
    return !writer.spent && replica.isCertified(writer.member, writer.device);
  }

  async #prove(): Promise<void> {
    const { replica, clock } = this.#options;
    for (const proof of replica.forks.toProve()) {
      const logId = logIdOf(forkedLog(replica.community, proof));
      const last = this.#provenAt.get(logId) ?? Number.NEGATIVE_INFINITY;
      if (clock() - last < proofEvery) continue;
      this.#provenAt.set(logId, clock());
      await this.#write(proof);
    }
  }

  async #witness(entry: Entry): Promise<void> {
    const { ledger } = this.#options.replica;
    if (this.#hopeless.has(entry.id) || ledger.isWitnessed(entry.id)) return;
    const witness = (await isSigned(entry)) ? witnessEntry(entry) : null;
    if (witness === null) this.#hopeless.add(entry.id);
    else await this.#write(witness);
  }

  async #repeat(isDue: (fact: Entry) => boolean): Promise<void> {
    const { replica } = this.#options;
    const said = new Set<EntryId>();
    // Each may make another one needless, so it is asked anew what is due.
    const next = (): Repetition | undefined =>
      replica.forks.toRepeat().find(({ fact }) => !said.has(fact.id) && isDue(fact));
    for (let due = next(); due !== undefined; due = next()) {
      said.add(due.fact.id);
      if (!(await this.#write(due.content))) return;
    }
  }

  /** Proofs, and what lets this member's own device in or carries its own hours. */
  #concernsUs({ content }: Entry): boolean {
    if (content.type === 'fork.proof') return true;
    return 'member' in content && content.member === this.#member;
  }

  #isAbandoned(entry: Entry): boolean {
    const { replica, now } = this.#options;
    if (entry.content.type !== 'transfer.propose') return false;
    if (now() - entry.time < patience) return false;
    return replica.ledger.answersTo(entry.id, this.#member).length > 0;
  }

  async #write(content: KnownContent): Promise<boolean> {
    const written = await this.#options.writer.append('ledger', content);
    // A full disk or a spent device writes nothing; the next change tries again.
    return written.ok;
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work);
  }
}
