import type { EntryId, LogId, MemberId } from '@manyhands/base';
import { forkedLog, logIdOf, witnessEntry } from '@manyhands/ledger';
import type { Entry, KnownContent } from '@manyhands/ledger';
import { Budget } from './budget.ts';
import { toForget } from './forgetting.ts';
import { memberIn } from './forks.ts';
import type { Repetition, Replica, Writer } from './types.ts';

export interface DutiesOptions {
  readonly replica: Replica;
  readonly writer: Writer;
  /** Milliseconds that only grow: how often one log is proven forked (B9). */
  readonly clock: () => number;
  /**
   * Whether another device holds all that is held here. Only then is an entry carried
   * that came without its chain: its author may be on the way (decision 0010).
   */
  readonly isQuiet: () => boolean;
}

/** What a device owes to others: that they can know all that it knows (L10). */
export interface Duties {
  /**
   * Writes what is due at once: erases of what is to be forgotten, proofs of forks seen
   * here, witnesses of what this device's member and another have both signed, and of what
   * makes them a member. By itself it happens with every change that comes.
   */
  now(): Promise<void>;
  /**
   * Writes what somebody has to: every fact and every confirmed transfer known only from
   * beyond a cut and, once it is quiet, what is still held alone. Called a while after a
   * change, not by all at once: who hears of it meanwhile need not write it too.
   */
  rest(): Promise<void>;
  /** Whether `rest()` may have something to write. */
  readonly isOwing: boolean;
  close(): void;
}

/** One proof a second of one log is enough (B9). */
const proofEvery = 1_000;

export function startDuties(options: DutiesOptions): Duties {
  const duties = new LiveDuties(options);
  void duties.now();
  return duties;
}

class LiveDuties implements Duties {
  readonly #options: DutiesOptions;
  readonly #unsubscribe: () => void;
  readonly #budget: Budget;
  readonly #provenAt = new Map<LogId, number>();
  /** Acts that nobody can carry until they are mended (H9): their own signature is bad. */
  readonly #hopeless = new Set<EntryId>();
  #turn: Promise<void> = Promise.resolve();
  #isDue = false;

  constructor(options: DutiesOptions) {
    this.#options = options;
    this.#budget = new Budget(options.clock);
    this.#unsubscribe = options.replica.subscribe(({ mended }) => {
      for (const { id } of mended) this.#hopeless.delete(id);
      void this.now();
    });
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

  get isOwing(): boolean {
    if (!this.#mayWrite()) return false;
    const { replica } = this.#options;
    if (replica.forks.toProve().length > 0) return true;
    if (replica.forks.toRepeat().length > 0) return true;
    return this.#toCarry(replica.ledger.unwitnessed()).length > 0;
  }

  close(): void {
    this.#unsubscribe();
  }

  async #doNow(): Promise<void> {
    if (!this.#mayWrite()) return;
    const { replica, writer } = this.#options;
    const forgotten = toForget(replica, this.#member);
    if (forgotten.length > 0) await writer.erase(forgotten);
    await this.#prove();
    if (replica.ledger.cuts().length === 0) return;
    await this.#carry(replica.ledger.unwitnessedOf(this.#member), () => true);
    await this.#repeat(({ entry, why }) => why === 'cut' && this.#concernsUs(entry));
  }

  async #doRest(): Promise<void> {
    if (!this.#mayWrite()) return;
    await this.#doNow();
    const { replica, isQuiet } = this.#options;
    const hasRoom = (entry: Entry): boolean => this.#hasRoomFor(entry);
    await this.#carry(replica.ledger.unwitnessed(), hasRoom);
    await this.#repeat(({ why }) => why === 'cut' || isQuiet());
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

  /** Of acts that a transfer rests on, those that are held and can be carried. */
  #toCarry(acts: readonly EntryId[]): Entry[] {
    return acts
      .filter((id) => !this.#hopeless.has(id))
      .flatMap((id) => this.#options.replica.entry(id) ?? []);
  }

  async #carry(
    acts: readonly EntryId[],
    mayCarry: (act: Entry) => boolean,
  ): Promise<void> {
    const { replica } = this.#options;
    for (const act of this.#toCarry(acts)) {
      if (replica.ledger.isWitnessed(act.id) || !mayCarry(act)) continue;
      const witness = (await replica.isSigned(act.id)) ? witnessEntry(act) : null;
      if (witness === null) this.#hopeless.add(act.id);
      else await this.#say(act, witness);
    }
  }

  /** Each of these has a signature of its own: it is a fact (A6), or came alone (R7). */
  async #repeat(isDue: (due: Repetition) => boolean): Promise<void> {
    const { replica } = this.#options;
    // Each may make another one needless, so it is asked anew what is due; of whom
    // least was said comes first, so that a loud one keeps nobody waiting.
    const next = (): Repetition | undefined =>
      replica.forks
        .toRepeat()
        .filter((due) => isDue(due) && this.#hasRoomFor(due.entry))
        .sort((a, b) => this.#saidOf(a) - this.#saidOf(b))[0];
    for (let due = next(); due !== undefined; due = next()) {
      if (!(await this.#say(due.entry, due.content))) return;
    }
  }

  /** Proofs, and what lets this member's own device in or carries its own hours. */
  #concernsUs(entry: Entry): boolean {
    return entry.content.type === 'fork.proof' || memberIn(entry) === this.#member;
  }

  #hasRoomFor({ log, content }: Entry): boolean {
    return content.type === 'fork.proof' || this.#budget.hasRoomFor(log.member);
  }

  #saidOf({ entry }: Repetition): number {
    return this.#budget.takenBy(entry.log.member);
  }

  async #say(entry: Entry, content: KnownContent): Promise<boolean> {
    this.#budget.take(entry.log.member);
    return this.#write(content);
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
