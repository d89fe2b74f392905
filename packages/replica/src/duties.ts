import { inTurns, SerialQueue } from '@manyhands/base';
import type { EntryId, LogId, MemberId, PartyId } from '@manyhands/base';
import { forkedLog, logIdOf, witnessEntry } from '@manyhands/ledger';
import type { Entry, ForkProof, KnownContent } from '@manyhands/ledger';
import { Budget } from './budget.ts';
import { toForget } from './forgetting.ts';
import { memberIn } from './evidence.ts';
import { LeaveWatch } from './leaveWatch.ts';
import type { LeaveMemory } from './leaveWatch.ts';
import type { Repetition, Replica, Writer } from './types.ts';

export interface DutiesOptions {
  readonly replica: Replica;
  readonly writer: Writer;
  /** Milliseconds that only grow: how often one log is proven forked (findings/B9). */
  readonly clock: () => number;
  /** 0 ≤ x < 1: in which order forks are proven that concern nobody here (H8). */
  readonly random: () => number;
  /**
   * Whether another device holds all that is held here. Only then is an entry carried
   * that came without its chain: its author may be on the way (decision 0010).
   */
  readonly isQuiet: () => boolean;
  /**
   * Where it is remembered since when this device's member has left, if that was said on
   * another device (H2); without it this one never forgets for that.
   */
  readonly leaving?: LeaveMemory;
}

/** What a device owes to others: that they can know all that it knows (ledger/L10). */
export interface Duties {
  /**
   * Writes what is due at once: erases of what is to be forgotten, proofs of forks seen
   * here of its own member's logs and of those they have hours with, witnesses of what this
   * device's member and another have both signed, and of what makes them a member. By itself
   * it happens with every change that comes.
   */
  now(): Promise<void>;
  /**
   * Writes what somebody has to: proofs of all other forks, in no order that anybody could
   * foresee, every fact and every confirmed transfer known only from beyond a cut and, once
   * it is quiet, what is still held alone. Called a while after a
   * change, not by all at once: who hears of it meanwhile need not write it too.
   */
  rest(): Promise<void>;
  /** Whether `rest()` may have something to write. */
  readonly isOwing: boolean;
  /** In how many milliseconds `now()` has something to forget, if nothing else happens. */
  forgetsIn(): Promise<number | null>;
  close(): void;
}

/** One proof a second of one log is enough (findings/B9). */
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
  readonly #leaving: LeaveWatch;
  readonly #provenAt = new Map<LogId, number>();
  /** Acts that nobody can carry until they are mended (H9): their own signature is bad. */
  readonly #hopeless = new Set<EntryId>();
  readonly #queue = new SerialQueue();
  /** Many changes may come while one is answered: the last answers for all. */
  readonly now = this.#queue.coalesce(() => this.#doNow());

  constructor(options: DutiesOptions) {
    this.#options = options;
    this.#budget = new Budget(options.clock);
    const { replica, writer, leaving } = options;
    this.#leaving = new LeaveWatch(replica, writer, leaving ?? null);
    this.#unsubscribe = options.replica.subscribe(({ mended }) => {
      for (const { id } of mended) this.#hopeless.delete(id);
      void this.now();
    });
  }

  rest(): Promise<void> {
    return this.#queue.run(() => this.#doRest());
  }

  get isOwing(): boolean {
    if (!this.#mayWrite()) return false;
    const { replica } = this.#options;
    if (replica.forks.toProve().length > 0) return true;
    for (const _ of replica.forks.toRepeat()) return true;
    return this.#toCarry(replica.ledger.unwitnessed()).length > 0;
  }

  async forgetsIn(): Promise<number | null> {
    const minutes = this.#mayWrite() ? await this.#leaving.minutesLeft() : null;
    return minutes === null || minutes <= 0 ? null : minutes * 60_000;
  }

  close(): void {
    this.#unsubscribe();
  }

  async #doNow(): Promise<void> {
    if (!this.#mayWrite()) return;
    const { replica, writer } = this.#options;
    const isOwnDue = await this.#leaving.mayForget();
    const mayErase = this.#mayErase();
    const forgotten = mayErase ? toForget(replica, this.#member, isOwnDue) : [];
    if (forgotten.length > 0) await writer.erase(forgotten);
    const near = this.#near();
    await this.#prove(replica.forks.toProve().filter(({ member }) => near.has(member)));
    if (replica.ledger.cuts().length === 0) return;
    await this.#carry(replica.ledger.unwitnessedOf(this.#member), () => true);
    await this.#repeat(
      ({ entry, why }) => why === 'cut' && this.#concerns(entry, near),
    );
  }

  async #doRest(): Promise<void> {
    if (!this.#mayWrite()) return;
    await this.#doNow();
    const { replica, isQuiet, random } = this.#options;
    await this.#prove(shuffled(replica.forks.toProve(), random));
    const hasRoom = (act: Entry): boolean => this.#budget.hasRoomFor(chargedTo(act));
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

  async #prove(proofs: readonly ForkProof[]): Promise<void> {
    const { replica, clock } = this.#options;
    for (const proof of proofs) {
      if (!this.#budget.hasRoomFor(proof.member)) continue;
      const log = forkedLog(replica.community, proof);
      const logId = logIdOf(log);
      const last = this.#provenAt.get(logId) ?? Number.NEGATIVE_INFINITY;
      if (clock() - last < proofEvery) continue;
      // Somebody else's came meanwhile.
      if ((replica.ledger.cutOf(log) ?? Number.POSITIVE_INFINITY) <= proof.seq)
        continue;
      this.#provenAt.set(logId, clock());
      if (!(await this.#write(proof))) return;
      this.#budget.take(proof.member);
    }
  }

  /**
   * Whether an erase of this device's would hold (H3): else it would write them for ever. It
   * writes none beyond an end either, since it may not write there at all (R10).
   */
  #mayErase(): boolean {
    const { replica, writer } = this.#options;
    return replica.ledger.hasStanding(writer.member, writer.device);
  }

  /** This member, and whom they have hours with. */
  #near(): ReadonlySet<PartyId> {
    const near = new Set<PartyId>([this.#member]);
    for (const line of this.#options.replica.ledger.transfersOf(this.#member)) {
      if (line.status === 'exists') near.add(line.proposer).add(line.party);
    }
    return near;
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

  /**
   * Each of these has a signature of its own: it is a fact (A6), or came alone (R7). Of
   * whom least was said comes first, so that a loud one keeps nobody waiting; of one member
   * the kinds take turns, so that no number of statements keeps an admission waiting.
   */
  async #repeat(isDue: (due: Repetition) => boolean): Promise<void> {
    const { forks } = this.#options.replica;
    const found = new Map<MemberId, Repetition[]>();
    for (const due of forks.toRepeat()) {
      if (!isDue(due)) continue;
      const member = chargedTo(due.entry);
      const ofMember = found.get(member);
      if (ofMember) ofMember.push(due);
      else found.set(member, [due]);
    }
    const waiting = new Map(
      [...found].map(([member, all]) => [member, [...inTurns(all, kindOf)].reverse()]),
    );
    const said = this.#budget.taken();
    const saidOf = (member: MemberId): number => said.get(member) ?? 0;
    for (;;) {
      let next: MemberId | null = null;
      for (const member of waiting.keys()) {
        if (next === null || saidOf(member) < saidOf(next)) next = member;
      }
      if (next === null) return;
      const due = waiting.get(next)?.pop();
      if (due === undefined || !this.#budget.hasRoomFor(next)) {
        waiting.delete(next);
        continue;
      }
      // What was said before it may have made it needless.
      if (!forks.isDue(due)) continue;
      if (!(await this.#say(due.entry, due.content))) return;
      said.set(next, saidOf(next) + 1);
    }
  }

  /** Proofs about those near, and what lets this member's own device in or carries its own hours. */
  #concerns(entry: Entry, near: ReadonlySet<PartyId>): boolean {
    return entry.content.type === 'fork.proof'
      ? near.has(entry.content.member)
      : memberIn(entry) === this.#member;
  }

  /** What a full disk refused was not said, and costs nothing of the hour. */
  async #say(entry: Entry, content: KnownContent): Promise<boolean> {
    const isWritten = await this.#write(content);
    if (isWritten) this.#budget.take(chargedTo(entry));
    return isWritten;
  }

  async #write(content: KnownContent): Promise<boolean> {
    const written = await this.#options.writer.append('ledger', content);
    // A full disk or a spent device writes nothing; the next change tries again.
    return written.ok;
  }
}

/** Whose hour it counts to: a proof to whom it says it of, who alone could cause it (H8). */
const chargedTo = ({ log, content }: Entry): MemberId =>
  content.type === 'fork.proof' ? content.member : log.member;

const kindOf = ({ entry }: Repetition): string => entry.content.type;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [all[at], all[last]] = [all[last] as T, all[at] as T];
  }
  return all;
}
