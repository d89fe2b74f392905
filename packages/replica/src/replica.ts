import { ok, SerialQueue, tellEach } from '@manyhands/base';
import type {
  CommunityId,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  Result,
} from '@manyhands/base';
import { createBoard, createLedger, isAmong, logIdOf } from '@manyhands/ledger';
import type { Board, Entry, Ledger, LogName } from '@manyhands/ledger';
import { isSigned } from './authentic.ts';
import type { Breathe } from './breathing.ts';
import { isLong, readClaims } from './claims.ts';
import { rulesOf } from './gateRules.ts';
import { Faults } from './faults.ts';
import { Forks } from './forks.ts';
import { evidenceFor, fillPage, nearnessOf, weighAsks } from './giving.ts';
import { Holdings } from './holdings.ts';
import { pairOf } from './pairs.ts';
import type { Pair } from './pairs.ts';
import { Intake } from './intake.ts';
import type { Taken } from './intake.ts';
import { pageLimit } from './limits.ts';
import { compare, inspect } from './yjs/loading.ts';
import type { Inspected } from './yjs/loading.ts';
import { LogDocument } from './yjs/logDocument.ts';
import { DetachedNotes } from './detachedNotes.ts';
import { numberOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { WantedSignatures } from './mending.ts';
import type { Ask, ReadPage, WireHead } from './page.ts';
import type { ReplicaOptions } from './options.ts';
import { passAll } from './passing.ts';
import { passDisk } from './opening.ts';
import { OpeningNotes } from './openingNotes.ts';
import { JournalPurge, PurgeClock, purgeDisk, realAfter } from './purge.ts';

import { Reach } from './reach.ts';
import { nothing } from './received.ts';
import { Sharing } from './sharing.ts';
import type { Attached, Store, StoreFault } from './store.ts';
import { Telling } from './telling.ts';
import { Announcements } from './announcements.ts';
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

/**
 * Opens what `store` kept. All of it passes the gate again: the good beginning of each
 * log is kept; if anything else was there, a fresh document takes the old one's place
 * and `faults()` says so (P5).
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
  readonly shares: Sharing;
  readonly #store: Store;
  readonly #own: Pair | null;
  readonly #numbering: Numbering;
  readonly #breathe: Breathe | undefined;
  readonly #aside: ReplicaOptions['aside'];
  readonly #held: Holdings;
  readonly #announcements: Announcements;
  readonly wanted: WantedSignatures;
  readonly #detached: DetachedNotes;
  readonly #notes: OpeningNotes;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #faults = new Faults();
  readonly #document: LogDocument;
  readonly #journal: JournalPurge;
  readonly #intake: Intake;
  readonly #purge: PurgeClock;
  readonly #queue = new SerialQueue();
  #closed = false;

  constructor(options: ReplicaOptions) {
    const { community, store, own } = options;
    this.community = community;
    this.ledger = createLedger(community);
    this.#store = store;
    this.#own = own ? pairOf(own.member, own.device) : null;
    this.#numbering = options.numbering ?? numberOf;
    this.#breathe = options.breathe;
    this.#aside = options.aside;
    const held = new Holdings(this.#numbering, (entry) =>
      this.ledger.statementsBehind(entry),
    );
    const report = (fault: StoreFault): void => this.#faults.report(fault);
    const detached = new DetachedNotes(store.notes, report);
    const document = new LogDocument(store);
    const board: LogName | null = own ? { community, kind: 'board', ...own } : null;
    const journal = new JournalPurge(store, held.erasures, board);
    this.#held = held;
    this.wanted = new WantedSignatures(held);
    this.#announcements = new Announcements(held, this.wanted);
    const reach = new Reach(held, this.ledger);
    this.board = createBoard(community, {
      shownUpTo: reach.shownUpTo,
      isProven: (id) => !held.unproven.has(id),
      distanceOf: (member) => this.ledger.distanceOf(member),
      signsFor: (member, account) => this.ledger.signsFor(member, account),
      isAmong: (member) => isAmong(this.ledger, member),
    });
    this.#detached = detached;
    this.#notes = new OpeningNotes(options, held, this.ledger);
    this.#document = document;
    this.#journal = journal;
    this.#purge = new PurgeClock(options.after ?? realAfter, (begun) =>
      this.#queue.run(() => {
        begun();
        return purgeDisk({ store, held, detached, document, journal });
      }),
    );
    this.shares = new Sharing(held, this.ledger, options, report);
    this.forks = new Forks(this.#held, this.ledger);
    this.#intake = new Intake({
      held,
      ledger: this.ledger,
      board: this.board,
      forks: this.forks,
      reach,
      shares: this.shares,
      announcements: this.#announcements,
      wanted: this.wanted,
      detached,
      document,
      journal,
      askPurge: () => this.#purge.ask(),
    });
    store.onfault(report);
  }

  async load(): Promise<Result<void, StoreFault>> {
    const attached = await this.#store.attach(this.#document.doc);
    if (!attached.ok) return attached;
    const notes = await this.#detached.read(this.community);
    if (!notes.ok) return notes;
    const checkpoint = await this.#notes.checkpoint();
    if (!checkpoint.ok) return checkpoint;
    const shares = await this.shares.read();
    if (!shares.ok) return shares;
    await this.#breathe?.();
    const found = inspect(this.#document.doc, this.community, this.#numbering);
    const passed = await passDisk(
      { found, evidence: notes.value, checkpoint: checkpoint.value },
      {
        community: this.community,
        ledger: this.ledger,
        own: this.#own,
        breathe: this.#breathe,
        held: this.#held,
        shares: this.shares,
        intake: this.#intake,
        note: this.#notes.unchanged,
      },
    );
    this.#detached.settle(notes.value, [...this.#held.detached.all()]);
    if (!passed.ok) return passed;
    await this.#mend(found, attached.value, passed.value.places);
    await this.#notes.opened(passed.value.isUnchanged, (work) => this.#queue.add(work));
    this.#announcements.taken(); // nobody hears of what was here
    return ok(undefined);
  }

  receive(page: Uint8Array | ReadPage, from: Source): Promise<Received> {
    return this.#queue.run(() => this.#receive(page, from));
  }

  vector(): LogHead[] {
    return this.#announcements.vector();
  }

  wireVector(): WireHead[] {
    return this.#announcements.wireVector();
  }

  announced(log: Hex): WireHead | null {
    return this.#announcements.announced(log);
  }

  digest(): Hex {
    return this.#announcements.digest();
  }

  lacks(theirs: readonly WireHead[]): Ask[] {
    return this.#announcements.lacks(theirs);
  }

  page(
    asks: readonly Ask[],
    limitBytes = pageLimit,
    asker: MemberId | null = null,
  ): GivenPage {
    return fillPage(this.#held, asks, limitBytes, nearnessOf(this.ledger, asker));
  }

  weigh = (asks: readonly Ask[]): number => weighAsks(this.#held, asks);

  evidenceFor({ member, device }: Pick<LogName, 'member' | 'device'>): Uint8Array[] {
    const { community } = this;
    return evidenceFor(this.#held, { community, kind: 'ledger', member, device });
  }

  entry(id: EntryId): Entry | null {
    return this.#held.entries.get(id) ?? null;
  }

  async isSigned(id: EntryId): Promise<boolean> {
    const entry = this.entry(id);
    if (entry === null) return false;
    // Beyond a cut nobody is asked for its place any more; a witness holds the good one.
    if ((await isSigned(entry)) || this.ledger.isWitnessed(id)) return true;
    this.wanted.want(id);
    return false;
  }

  founding(): Entry | null {
    const charter = this.ledger.charter();
    return charter === null ? null : this.#held.foundingOf(charter);
  }

  head(log: LogName): { length: number; head: EntryId } {
    const logId = logIdOf(log);
    return { length: this.#held.lengthOf(logId), head: this.#held.headOf(logId) };
  }

  detached = (): Iterable<Entry> => this.#held.detached.all();

  isCertified(member: MemberId, device: DeviceKey): boolean {
    return this.#held.certificates.has(pairOf(member, device));
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  faults(): readonly ReplicaFault[] {
    return this.#faults.all;
  }

  onfault(listener: (fault: ReplicaFault) => void): () => void {
    return this.#faults.subscribe(listener);
  }

  async settled(): Promise<Result<void, StoreFault>> {
    await this.#queue.idle();
    const purged = await this.#purge.soon();
    const notes = await this.#detached.settled();
    const dropped = this.#detached.dropped();
    const rows = await this.#store.settled();
    if (!rows.ok) return rows;
    await this.#detached.remove(dropped); // their chain is durable now
    return purged.ok ? notes : purged;
  }

  purge = (): Promise<Result<void, StoreFault>> => this.#purge.now();

  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue.idle();
    await this.#purge.now();
    this.#purge.close();
    await this.#detached.settled();
    await this.#notes.close();
    await this.shares.keep();
    this.#listeners.clear();
    await this.#store.close();
  }

  async #receive(page: Uint8Array | ReadPage, from: Source): Promise<Received> {
    if (this.#closed) return nothing;
    const claims = await readClaims(this.community, page, this.#breathe);
    if (!claims.ok) return { ...nothing, refused: claims.error };
    const room = this.shares.roomFor(from);
    const telling = new Telling(this.#held, this.#breathe, (news) =>
      this.#tell(news, from),
    );
    const rules = rulesOf(this, {
      own: this.#own,
      breathe: telling.breatheTold,
      thorough: false,
      remembered: from.type === 'own',
      aside: isLong(claims.value) ? this.#aside : undefined,
      room,
    });
    const passed = await passAll(claims.value, rules, {
      held: this.#held,
      shares: this.shares,
      room,
      commit: (verdict) => this.#intake.take(verdict, telling),
    });
    telling.tell(passed.questions);
    return passed;
  }

  /** What came stays, whatever those who hear of it make of it. */
  #tell({ added, detached, gone, mended }: Taken, source: Source): void {
    const { grown, hasOtherGaps } = this.#announcements.taken();
    const all = detached.length === 0 ? added : [...added, ...detached];
    const change = { added: all, gone, mended, grown, hasOtherGaps, source };
    tellEach(this.#listeners, change);
  }

  /**
   * Says what a disk lost. A document with a flaw makes room for a clean one, and so does
   * one that was not rid of what is erased when the app was last closed.
   */
  async #mend(found: Inspected, attached: Attached, places: number): Promise<void> {
    const { kept, lost, isClean } = compare(found, this.#held, attached, places);
    if (lost + attached.missing > 0) {
      const most = Math.max(lost, attached.missing);
      this.#faults.report({ type: 'Mended', kept, lost: most });
    }
    if (lost > 0 || !isClean || this.#journal.isDue) this.#purge.ask();
    await this.#purge.now();
  }
}
