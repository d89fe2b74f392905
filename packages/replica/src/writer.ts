import { assert, err, ok, SerialQueue } from '@manyhands/base';
import type { DeviceKey, MemberId, MinuteOfTime, Result } from '@manyhands/base';
import { concat, toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import {
  bodyHashOf,
  encodeBody,
  encodeTravelling,
  entryIdOf,
  entryMessage,
  erasedAtMost,
  tombstoneOf,
  isTombstone,
  isWhole,
  logIdOf,
  erasedPositionOf,
  readEntry,
  zeroId,
} from '@manyhands/ledger';
import type { Entry, KnownContent, LogItem, LogKind, LogName } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import { evidenceLimit, pageLimit } from './limits.ts';
import { signedAgain } from './mending.ts';
import { encodePage, pageOf, runItemOf } from './page.ts';
import { allExplained, readRun } from './reading.ts';
import { tombstoneLength } from './store.ts';
import type { JournalRow, Store } from './store.ts';
import type { AppendRefused, Change, Replica, Writer, WriterRefused } from './types.ts';

export interface WriterOptions {
  readonly replica: Replica;
  readonly member: MemberId;
  readonly device: Signer;
  readonly store: Pick<Store, 'journal'>;
  /**
   * This device has written here before. Then an empty journal is a lost one, even if
   * the document is gone with it: beginning at place 0 again would use it twice.
   */
  readonly hasWritten?: boolean;
  readonly now: () => MinuteOfTime;
  /** As a replica's: all that this device ever wrote may come back to it at once. */
  readonly breathe?: Breathe;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Opens the one hand that writes this device's logs. The caller holds the lock (R6).
 *
 * The journal, not the document, says what comes next (R5): entries it has and the
 * document lacks are delivered again; one that only the document has, or that came
 * back from elsewhere, refuses `JournalBehind`. What the journal has is delivered then
 * too: it was signed and shown, and only writing on would be wrong.
 */
export async function openWriter(
  options: WriterOptions,
): Promise<Result<Writer, WriterRefused>> {
  const writer = new LiveWriter(options);
  const opened = await writer.open();
  return opened.ok ? ok(writer) : opened;
}

interface OwnLog {
  readonly log: LogName;
  /** What the journal holds, by place: an erased entry has left its tombstone. */
  readonly items: LogItem[];
}

class LiveWriter implements Writer {
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly #options: WriterOptions;
  readonly #logs: Record<LogKind, OwnLog>;
  readonly #unsubscribe: () => void;
  readonly #queue = new SerialQueue();
  /** A write whose outcome is unknown: the journal is read before the next one. */
  #unsure = false;
  #spent = false;
  #isClosed = false;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.member = options.member;
    this.device = toHex(options.device.publicKey) as DeviceKey;
    this.#logs = { ledger: this.#ownLog('ledger'), board: this.#ownLog('board') };
    this.#unsubscribe = options.replica.subscribe((change) => this.#hear(change));
  }

  get spent(): boolean {
    return this.#spent || this.#isCut() || this.#isCarriedFurther();
  }

  async open(): Promise<Result<void, WriterRefused>> {
    const read = await this.#readJournal();
    if (!read.ok) return read;
    const { ledger, board } = this.#logs;
    const isEmpty = ledger.items.length + board.items.length === 0;
    const isLost = isEmpty && this.#options.hasWritten === true;
    if (isLost || this.#isBehind() || this.#isCut()) return this.#fallSilent();
    const delivered = await this.#redeliver();
    return delivered.ok ? ok(undefined) : delivered;
  }

  /** Shows all that the journal has: what is next in its chain takes its place there. */
  async #fallSilent(): Promise<Result<never, WriterRefused>> {
    const { replica } = this.#options;
    for (const { items } of [this.#logs.ledger, this.#logs.board]) {
      const whole = items.filter(isWhole);
      await this.#show(whole.filter(({ id }) => replica.entry(id) === null));
    }
    await this.#mend(this.#forgotten());
    return this.#spend();
  }

  /**
   * What came back with its own signature spoilt on the way, and nobody may have a good copy of
   * any more, is signed again: this key has covered it already, so nothing new is said (H9).
   */
  async #mend(back: readonly Entry[]): Promise<void> {
    const acts = back.filter(({ log }) => log.kind === 'ledger');
    const { device, breathe } = this.#options;
    await this.#show(await signedAgain(device, acts, breathe));
  }

  /** Gives entries of these logs to the replica, each by itself. */
  async #show(entries: readonly Entry[]): Promise<void> {
    for (let from = 0; from < entries.length;) {
      const next = onePage(entries.slice(from, from + evidenceLimit)).filter(isWhole);
      const page = pageOf(next.map(encodeTravelling));
      await this.#options.replica.receive(page, { type: 'own' });
      from += next.length;
    }
  }

  /** What stands in this device's ledger behind the last that the journal has of it too. */
  #forgotten(): Entry[] {
    const { replica } = this.#options;
    const entries: Entry[] = [];
    let at = replica.entry(replica.head(this.#logs.ledger.log).head);
    for (; at && !this.#isJournalled(at); at = replica.entry(at.prev)) entries.push(at);
    return entries;
  }

  append(kind: LogKind, content: KnownContent): Promise<Result<Entry, AppendRefused>> {
    return this.#queue.run(() => this.#append(kind, content));
  }

  erase(entries: readonly Entry[]): Promise<Result<void, AppendRefused>> {
    return this.#queue.run(async () => {
      // What somebody else has erased since it was asked for is gone already.
      const { replica } = this.#options;
      const standing = entries.filter(({ id }) => replica.entry(id) !== null);
      for (let at = 0; at < standing.length; at += erasedAtMost) {
        const places = standing.slice(at, at + erasedAtMost).map(erasedPositionOf);
        const erased = await this.#append('board', { type: 'erase', places });
        if (!erased.ok) return erased;
      }
      // What this device erases leaves its disk before the call answers.
      return replica.purge();
    });
  }

  redeliver(): Promise<Result<number, WriterRefused>> {
    return this.#queue.run(() => this.#redeliver());
  }

  reread(): Promise<Result<void, WriterRefused>> {
    return this.#queue.run(async () => {
      const read = await this.#readJournal();
      if (!read.ok) return read;
      if (this.#isBehind()) return this.#spend();
      return this.#isCut() ? behind : ok(undefined);
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#isClosed = true;
  }

  async #append(
    kind: LogKind,
    content: KnownContent,
  ): Promise<Result<Entry, AppendRefused>> {
    if (this.#isClosed) return err({ type: 'Closed' });
    if (this.#unsure) {
      const read = await this.#readJournal();
      if (!read.ok) return read;
    }
    if (this.#isBehind()) return this.#spend();
    if (this.spent) return behind;
    const entry = await this.#sign(this.#logs[kind], content);
    const { seq, prev, stored } = entry;
    const kept = await this.#options.store.journal.append({ kind, seq, prev, stored });
    if (!kept.ok) {
      this.#unsure = true;
      return kept;
    }
    this.#logs[kind].items.push(entry);
    const delivered = await this.#redeliver();
    return delivered.ok ? ok(entry) : delivered;
  }

  async #sign({ log, items }: OwnLog, content: KnownContent): Promise<Entry> {
    const { device, now, randomBytes } = this.#options;
    const salt = log.kind === 'board' ? randomBytes(16) : undefined;
    const body = encodeBody(log.kind, now(), content, salt);
    const seq = items.length;
    const prev = items.at(-1)?.id ?? zeroId;
    const id = entryIdOf(logIdOf(log), seq, prev, bodyHashOf(body));
    const signature = await device.sign(entryMessage(id));
    const entry = readEntry(log, seq, prev, concat(body, signature));
    assert(entry.ok && entry.value.id === id, 'an entry reads as it was written');
    return entry.value;
  }

  /** Shows the replica what the journal has beyond it. */
  async #redeliver(): Promise<Result<number, WriterRefused>> {
    let delivered = 0;
    for (const own of [this.#logs.ledger, this.#logs.board]) {
      for (;;) {
        const from = this.#options.replica.head(own.log).length;
        const missing = own.items.slice(from, lengthToTell(own.items));
        const next = onePage(missing);
        const [first] = next;
        if (first === undefined) break;
        const page = pageOfRun(own.log, first, next);
        const received = await this.#options.replica.receive(page, { type: 'own' });
        // The same place signed twice, or bytes this key never signed.
        if (received.refused || received.questions.length > 0) return this.#spend();
        // Not admitted yet: the journal keeps it.
        if (received.added.length === 0) break;
        delivered += received.added.length;
      }
    }
    return ok(delivered);
  }

  async #readJournal(): Promise<Result<void, WriterRefused>> {
    const rows = await this.#options.store.journal.read();
    if (!rows.ok) return rows;
    for (const own of [this.#logs.ledger, this.#logs.board]) {
      const chain = readOwn(
        own.log,
        rows.value.filter((row) => row.kind === own.log.kind),
      );
      if (chain === null) return this.#spend(); // a row is gone, or not what it was
      own.items.splice(0, own.items.length, ...chain);
    }
    this.#unsure = false;
    return ok(undefined);
  }

  /** Whether an entry of ours is known that the journal lacks. */
  #isBehind(): boolean {
    const { replica } = this.#options;
    for (const own of [this.#logs.ledger, this.#logs.board]) {
      const { length, head } = replica.head(own.log);
      if (length > 0 && own.items[length - 1]?.id !== head) return true;
    }
    for (const entry of replica.detached()) {
      if (this.#isOurs(entry) && !this.#isJournalled(entry)) return true;
    }
    return this.#isCarriedFurther();
  }

  /** Whether a witness carries what we wrote where the journal has nothing: it would be a fork. */
  #isCarriedFurther(): boolean {
    const { log, items } = this.#logs.ledger;
    return this.#options.replica.forks.carriedEndOf(log) > items.length;
  }

  /**
   * Nobody takes what follows: after two signatures of this key at one place of its logs for
   * ever, and where its member's identity ends them until a statement moves that out again.
   */
  #isCut(): boolean {
    const { ledger } = this.#options.replica;
    return [this.#logs.ledger, this.#logs.board].some(
      ({ log }) => ledger.cutOf(log) !== null,
    );
  }

  #hear({ added, gone, source }: Change): void {
    // The journal is purged by the replica: what is written here next has tombstones in it.
    for (const entry of gone) if (this.#isJournalled(entry)) this.#forget(entry);
    if (source.type === 'own') return;
    if (added.some((entry) => this.#isOurs(entry) && !this.#isJournalled(entry))) {
      this.#spent = true;
    }
    const back = added.filter((entry) => this.#isOurs(entry));
    if (back.length > 0) void this.#queue.run(() => this.#mend(back));
    // What came may be our admission: whatever waited in the journal is now taken.
    if (this.#isAhead()) void this.redeliver();
  }

  #isAhead(): boolean {
    return [this.#logs.ledger, this.#logs.board].some(
      ({ log, items }) => this.#options.replica.head(log).length < lengthToTell(items),
    );
  }

  #isOurs({ log }: Entry): boolean {
    return log.device === this.device && log.member === this.member;
  }

  #isJournalled(entry: Entry): boolean {
    return this.#logs[entry.log.kind].items[entry.seq]?.id === entry.id;
  }

  #forget(entry: Entry): void {
    this.#logs[entry.log.kind].items[entry.seq] = tombstoneOf(entry);
  }

  /** For good: whatever is said later, this journal lacks what was signed. */
  #spend(): Result<never, WriterRefused> {
    this.#spent = true;
    return behind;
  }

  #ownLog(kind: LogKind): OwnLog {
    const { community } = this.#options.replica;
    return {
      log: { community, kind, member: this.member, device: this.device },
      items: [],
    };
  }
}

const behind = err({ type: 'JournalBehind' } as const);

/** What travelling adds to an entry, at most: its log's name, its place, and heads. */
const travellingBytes = 128;

/** The journal's rows as a chain, or null when they are none. */
function readOwn(log: LogName, rows: readonly JournalRow[]): readonly LogItem[] | null {
  const items = rows.map(({ stored }) =>
    stored.length === tombstoneLength ? { bodyHash: toHex(stored) } : stored,
  );
  const run = readRun(log, 0, zeroId, items, allExplained);
  if (!run.ok) return null;
  // An id says at which place its entry stood, so a row that is gone shows in the next.
  const { items: chain } = run.value;
  return chain.every(({ prev }, at) => rows[at]?.prev === prev) ? chain : null;
}

/** Nobody is told of tombstones at the end of a journal (B1). */
const lengthToTell = (items: readonly LogItem[]): number =>
  items.findLastIndex(isWhole) + 1;

/** As many items as one page surely takes, in a run or alone. */
function onePage(items: readonly LogItem[]): LogItem[] {
  const page: LogItem[] = [];
  let bytes = 256;
  for (const item of items) {
    bytes +=
      (isTombstone(item) ? tombstoneLength : item.stored.length) + travellingBytes;
    if (bytes > pageLimit) break;
    page.push(item);
  }
  return page;
}

function pageOfRun(
  { kind, member, device }: LogName,
  { seq: from, prev }: LogItem,
  items: readonly LogItem[],
): Uint8Array {
  const run = { kind, member, device, from, prev, items: items.map(runItemOf) };
  return encodePage({ evidence: [], runs: [run] });
}
