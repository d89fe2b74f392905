import { ok } from '@manyhands/base';
import type {
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  LogId,
  MemberId,
  Result,
} from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import {
  createBoard,
  createLedger,
  encodeTravelling,
  logIdOf,
  zeroId,
} from '@manyhands/ledger';
import type { Board, Entry, Ledger, LogName } from '@manyhands/ledger';
import * as Y from 'yjs';
import { isSigned } from './authentic.ts';
import { canonicalUpdate } from './canonical.ts';
import type { Stretch } from './canonical.ts';
import { CheckpointNote } from './checkpoint.ts';
import { readClaims } from './claims.ts';
import type { Verdict } from './draft.ts';
import { passGate } from './gate.ts';
import type { GateRules } from './gate.ts';
import { Forks } from './forks.ts';
import { certificatePath, fillPage, nearnessOf } from './giving.ts';
import { Holdings, pairOf, stretchOf } from './holdings.ts';
import type { Pair } from './holdings.ts';
import { evidenceLimit, faultLimit, logLimit, pageLimit } from './limits.ts';
import { inspect } from './loading.ts';
import type { Inspected } from './loading.ts';
import { LooseNotes } from './looseNotes.ts';
import { numberOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { vectorShape } from './page.ts';
import type { Ask, WireHead } from './page.ts';
import type { Attached, Store, StoreFault } from './store.ts';
import type {
  Change,
  GivenPage,
  LogHead,
  Received,
  Replica,
  ReplicaFault,
  ReplicaRefused,
  Source,
} from './types.ts';

export interface ReplicaOptions {
  readonly community: CommunityId;
  readonly store: Store;
  /** This device's own pair: it may write here before anybody has admitted it. */
  readonly own?: { readonly member: MemberId; readonly device: DeviceKey };
  /** Where logs lie in the document; another one only in tests of collisions. */
  readonly numbering?: Numbering;
}

/**
 * Opens what `store` kept. All of it passes the gate again: the good beginning of each
 * log is kept; if anything else was there, a fresh document takes the old one's place
 * and `faults()` says so (4-replica, last paragraph).
 */
export async function openReplica(
  options: ReplicaOptions,
): Promise<Result<Replica, ReplicaRefused>> {
  const replica = new LiveReplica(options);
  const loaded = await replica.load();
  return loaded.ok ? ok(replica) : loaded;
}

class LiveReplica implements Replica {
  readonly community: CommunityId;
  readonly ledger: Ledger;
  readonly board: Board;
  readonly forks: Forks;
  readonly #store: Store;
  readonly #own: Pair | null;
  readonly #numbering: Numbering;
  readonly #held: Holdings;
  readonly #loose: LooseNotes;
  readonly #checkpoint: CheckpointNote;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #faultListeners = new Set<(fault: ReplicaFault) => void>();
  readonly #faults: ReplicaFault[] = [];
  #doc = new Y.Doc();
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  #vector: LogHead[] | null = null;
  #wireVector: WireHead[] | null = null;
  #digest: Hex | null = null;

  constructor(options: ReplicaOptions) {
    const { community, store, own } = options;
    this.community = community;
    this.ledger = createLedger(community);
    this.board = createBoard(community);
    this.#store = store;
    this.#own = own ? pairOf(own.member, own.device) : null;
    this.#numbering = options.numbering ?? numberOf;
    this.#held = new Holdings(this.#numbering);
    this.#loose = new LooseNotes(store.notes, (fault) => this.#report(fault));
    this.#checkpoint = new CheckpointNote(store.notes);
    this.forks = new Forks(this.#held, this.ledger, this.board);
    store.onfault((fault) => this.#report(fault));
  }

  async load(): Promise<Result<void, StoreFault>> {
    const attached = await this.#store.attach(this.#doc);
    if (!attached.ok) return attached;
    const notes = await this.#loose.read(this.community);
    if (!notes.ok) return notes;
    const checkpoint = await this.#checkpoint.read();
    if (!checkpoint.ok) return checkpoint;
    const found = inspect(this.#doc, this.community, this.#numbering);
    const claims = { evidence: notes.value, runs: found.runs };
    const rules = { ...this.#rules(true), checkpoint: checkpoint.value };
    const verdict = await passGate(claims, this.#held, rules);
    this.#commit(verdict, found.numbers);
    const loose = new Set(verdict.loose.map((entry) => entry.id));
    this.#loose.drop(notes.value.filter((entry) => !loose.has(entry.id)));
    await this.#mend(found, attached.value);
    await this.#checkpoint.keep(this.#held);
    return ok(undefined);
  }

  receive(page: Uint8Array, from: Source): Promise<Received> {
    const received = this.#turn.then(() => this.#receive(page, from));
    const over = (): void => undefined; // a bug reaches the caller, not whoever is next
    this.#turn = received.then(over, over);
    return received;
  }

  vector(): LogHead[] {
    this.#vector ??= [...this.#held.logs.values()]
      // A log that nobody else would take is not announced.
      .filter(({ log }) => this.#held.isCertified(log))
      .map((held) => ({
        logId: held.logId,
        log: held.log,
        length: this.#held.toldLengthOf(held),
        head: held.entries[this.#held.toldLengthOf(held) - 1]?.id ?? zeroId,
      }))
      .filter(({ length }) => length > 0);
    return this.#vector;
  }

  wireVector(): WireHead[] {
    this.#wireVector ??= this.vector().map(({ logId, length, head }) => ({
      log: logId.slice(0, 32),
      length,
      head: head.slice(0, 16),
    }));
    return this.#wireVector;
  }

  digest(): Hex {
    if (this.#digest === null) {
      const sorted = [...this.wireVector()].sort((a, b) => (a.log < b.log ? -1 : 1));
      this.#digest = toHex(taggedHash('vector', encode(vectorShape.write(sorted))));
    }
    return this.#digest;
  }

  lacks(theirs: readonly WireHead[]): Ask[] {
    const asks: Ask[] = [];
    for (const { log, length } of theirs) {
      const held = this.#held.called(log);
      const from = held?.entries.length ?? 0;
      const to = Math.min(length, this.#held.cutCalled(log));
      if (to > from) asks.push({ log, from, max: to - from });
    }
    return asks;
  }

  page(
    asks: readonly Ask[],
    limitBytes = pageLimit,
    asker: MemberId | null = null,
  ): GivenPage {
    return fillPage(this.#held, asks, limitBytes, nearnessOf(this.ledger, asker));
  }

  evidenceFor(device: DeviceKey): Uint8Array[] {
    const member = this.ledger.memberOfDevice(device);
    if (member === null) return [];
    const log: LogName = { community: this.community, kind: 'ledger', member, device };
    const path = certificatePath(this.#held, { log });
    const nearest = path.slice(-evidenceLimit);
    return nearest.every((entry) => this.#held.isChecked(entry))
      ? nearest.map(encodeTravelling)
      : [];
  }

  entry(id: EntryId): Entry | null {
    return this.#held.entries.get(id) ?? null;
  }

  async isSigned(id: EntryId): Promise<boolean> {
    const entry = this.entry(id);
    return entry !== null && isSigned(entry);
  }

  founding(): Entry | null {
    const charter = this.ledger.charter();
    return charter && this.#held.foundingOf(charter);
  }

  head(log: LogName): { length: number; head: EntryId } {
    const logId = logIdOf(log);
    return { length: this.#held.lengthOf(logId), head: this.#held.headOf(logId) };
  }

  *loose(): Iterable<Entry> {
    for (const ofLog of this.#held.loose.values()) yield* ofLog.values();
  }

  isCertified(member: MemberId, device: DeviceKey): boolean {
    return this.#held.certificates.has(pairOf(member, device));
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  faults(): readonly ReplicaFault[] {
    return this.#faults;
  }

  onfault(listener: (fault: ReplicaFault) => void): () => void {
    this.#faultListeners.add(listener);
    return () => this.#faultListeners.delete(listener);
  }

  async settled(): Promise<Result<void, StoreFault>> {
    await this.#turn;
    const notes = await this.#loose.settled();
    const dropped = this.#loose.dropped();
    const rows = await this.#store.settled();
    if (!rows.ok) return rows;
    await this.#loose.remove(dropped); // their chain is durable now
    return notes;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    await this.#loose.settled();
    await this.#checkpoint.keep(this.#held);
    this.#listeners.clear();
    await this.#store.close();
  }

  async #receive(bytes: Uint8Array, from: Source): Promise<Received> {
    if (this.#closed) return nothing;
    const claims = readClaims(this.community, bytes);
    if (!claims.ok) return { ...nothing, refused: claims.error };
    const verdict = await passGate(claims.value, this.#held, this.#rules(false));
    const [refused] = verdict.refused;
    if (refused !== undefined) return { ...nothing, refused };
    const stretches = this.#commit(verdict);
    if (stretches.length > 0)
      Y.applyUpdate(this.#doc, canonicalUpdate(stretches), this);
    const added = verdict.growths.flatMap((growth) => growth.entries);
    const { loose, questions, strangers } = verdict;
    const change = { added: [...added, ...loose], source: from };
    const isNews = change.added.length > 0 || questions.some(({ proof }) => proof);
    if (isNews) for (const tell of [...this.#listeners]) tell(change);
    return { added, loose, questions, strangers, refused: null };
  }

  #rules(thorough: boolean): GateRules {
    return { community: this.community, own: this.#own, thorough, logLimit };
  }

  /**
   * Writes a verdict into holdings and folds, in one synchronous step, and answers
   * what the document needs. `numbers`: where a loaded document has its logs.
   */
  #commit(verdict: Verdict, numbers?: ReadonlyMap<LogId, number>): Stretch[] {
    const stretches: Stretch[] = [];
    for (const id of verdict.unproven) this.#held.unproven.add(id);
    for (const [pair, entry] of verdict.certificates) {
      this.#held.certificates.set(pair, entry);
    }
    for (const growth of verdict.growths) {
      const from = this.#held.lengthOf(growth.logId);
      const log = this.#held.grow(growth, numbers?.get(growth.logId));
      stretches.push(stretchOf(log, from));
      this.#fold(growth.entries, verdict);
      this.#loose.drop(this.#held.settleLoose(growth.logId));
    }
    for (const entry of verdict.loose) this.#held.keepLoose(entry);
    this.#fold(verdict.loose, verdict, true);
    if (numbers === undefined) this.#loose.keep(verdict.loose);
    this.forks.take(verdict);
    this.#vector = this.#wireVector = null;
    this.#digest = null;
    return stretches;
  }

  #fold(entries: readonly Entry[], { unproven }: Verdict, alone = false): void {
    const ledger = entries.filter((entry) => entry.log.kind === 'ledger');
    this.ledger.add(
      ledger.map((entry) => ({ entry, proven: !unproven.has(entry.id), alone })),
    );
    this.board.add(entries.filter((entry) => entry.log.kind === 'board'));
  }

  /** Says what a disk lost; a document with a flaw makes room for a clean one. */
  async #mend(found: Inspected, attached: Attached): Promise<void> {
    const logs = [...this.#held.logs.values()];
    const kept = this.#held.entryCount;
    const lost = found.entries - kept + found.flaws + attached.quarantined;
    if (lost + attached.missing === 0) return;
    this.#report({ type: 'Mended', kept, lost: Math.max(lost, attached.missing) });
    if (lost === 0) return;
    this.#doc = new Y.Doc();
    Y.applyUpdate(
      this.#doc,
      canonicalUpdate(logs.map((log) => stretchOf(log, 0))),
      this,
    );
    // The store itself reports when it cannot write, and tries again when settling.
    await this.#store.rewrite(this.#doc);
  }

  #report(fault: ReplicaFault): void {
    this.#faults.push(fault);
    if (this.#faults.length > faultLimit) this.#faults.shift();
    for (const tell of [...this.#faultListeners]) tell(fault);
  }
}

const nothing: Received = {
  added: [],
  loose: [],
  questions: [],
  strangers: [],
  refused: null,
};
