import { ok } from '@manyhands/base';
import type { EntryId, Hex, LogId, Result } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import { KeptEntry, keptLog, logIdOf, storedLimit } from '@manyhands/ledger';
import type { Entry, KeptPlaces, Ledger } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import { detachedHash } from './checkpoint.ts';
import type { Holdings } from './holdings.ts';
import { ItemsDigest } from './itemsDigest.ts';
import type { Run } from './page.ts';
import type { Notes, StoreFault } from './store.ts';
import { aloneIn, readUnchangedRow, UnchangedRow, wholeLogs } from './unchangedRow.ts';
import type { UnchangedBody } from './unchangedRow.ts';
import type { NamedRun } from './yjs/loading.ts';

const noteName = 'unchanged';

/** Boards whose bytes are looked at together: of those in which one is another, none is as it was. */
const boardsAtOnce = 32;

/** The beginning of a log that is as it was. */
export interface UnchangedLog {
  readonly items: readonly KeptEntry[];
  readonly signedAt: readonly number[];
}

/** A stretch of a log that asks to be let in. */
interface Claimed {
  readonly logId: LogId;
  readonly from: number;
  readonly alone: Entry | null;
  readonly items: readonly unknown[];
}

/**
 * What of a disk is as it was when it was written down (R13): byte for byte, so its ids, which
 * signatures are good and what the fold made of it are known without being worked out again.
 */
export class Unchanged {
  readonly logs: ReadonlyMap<LogId, UnchangedLog>;
  /** What the fold made of hours; null, where that was other code. */
  readonly hours: Uint8Array | null;
  /** All that is kept of ledgers, one log after the other. */
  readonly ledgers: readonly KeptEntry[];
  readonly #unproven: ReadonlySet<EntryId>;
  readonly #detached: ReadonlySet<Hex>;

  constructor(
    logs: ReadonlyMap<LogId, UnchangedLog>,
    body: UnchangedBody,
    build: string | null,
  ) {
    this.logs = logs;
    this.hours = build === body.build ? body.fold : null;
    const ledgers: KeptEntry[] = [];
    for (const { logId } of body.groups[0]?.logs ?? []) {
      for (const item of logs.get(logId)?.items ?? []) ledgers.push(item);
    }
    this.ledgers = ledgers;
    this.#unproven = new Set(body.unproven);
    this.#detached = new Set(body.detached);
  }

  /** The beginning of a log that is as it was, where this claim is just that. */
  in({ logId, from, alone, items }: Claimed): UnchangedLog | undefined {
    const known = this.logs.get(logId);
    const isThat = from === 0 && alone === null && items.length === known?.items.length;
    return isThat ? known : undefined;
  }

  /** Whether every signature inside is good; null if that was not looked at. */
  isProven(entry: Entry): boolean | null {
    return entry instanceof KeptEntry ? !this.#unproven.has(entry.id) : null;
  }

  /** Of what stands alone, what stood alone then. */
  heldAlone(entries: readonly Entry[]): Entry[] {
    if (this.#detached.size === 0) return [];
    return entries.filter((entry) => this.#detached.has(detachedHash(entry)));
  }

  /** Whether of ledgers just this is held, so that the fold comes to the same. */
  isAllOf(held: Holdings): boolean {
    const alone = aloneIn(held);
    const isSame = alone.every((entry) => this.#detached.has(detachedHash(entry)));
    let places = 0;
    for (const { log, items } of held.logs.values()) {
      if (log.kind === 'ledger') places += items.length;
    }
    const kept = this.ledgers.every((entry) => held.has(entry));
    return (
      isSame &&
      alone.length === this.#detached.size &&
      kept &&
      places === this.ledgers.length
    );
  }

  /** The beginnings of these runs that are as they were. */
  beginnings(runs: readonly NamedRun[]): Run[] {
    return runs.flatMap((run) => {
      const { length } = this.logs.get(logIdOf(run.log))?.items ?? [];
      return length === 0 ? [] : [{ ...run, items: run.items.slice(0, length) }];
    });
  }
}

/** Keeps on the disk of one replica what may be found there unchanged. */
export class UnchangedNote {
  readonly #notes: Notes;
  readonly #build: string | null;
  /** How many places the row is about. */
  #places = 0;

  constructor(notes: Notes, build: string | null) {
    this.#notes = notes;
    this.#build = build;
  }

  /** What of these runs is as the row says; null, if there is no row or no ledger is. */
  async read(
    runs: readonly NamedRun[],
    breathe: Breathe | undefined,
  ): Promise<Result<Unchanged | null, StoreFault>> {
    const found = await this.#notes.get(noteName);
    if (!found.ok) return found;
    const body = found.value && (await readUnchangedRow(found.value));
    const logs = body && (await unchangedIn(body, runs, breathe));
    if (body === null || logs === null) return ok(null);
    this.#places = body.hours.length;
    return ok(new Unchanged(logs, body, this.#build));
  }

  /** What the fold comes to is not in the row: it is written anew in any case. */
  doubt(): void {
    if (this.#build !== null) this.#places = 0;
  }

  /** Whether so much has come since that another row is worth its writing. */
  isDue(held: Holdings): boolean {
    let places = 0;
    for (const { items } of wholeLogs(held)) places += items.length;
    return places > this.#places + this.#places / 16;
  }

  /** Writes one row in the place of the one before. A fault costs time at the next opening. */
  async keep(
    held: Holdings,
    ledger: Ledger,
    breathe: Breathe | undefined,
  ): Promise<void> {
    const logs = [...wholeLogs(held)];
    const row = new UnchangedRow();
    row.add(logs.filter(({ log }) => log.kind === 'ledger'));
    const boards = logs.filter(({ log }) => log.kind === 'board');
    for (let at = 0; at < boards.length; at += boardsAtOnce) {
      row.add(boards.slice(at, at + boardsAtOnce));
    }
    const bytes = await row.finish(held, { ledger, build: this.#build, breathe });
    if (bytes === null) return;
    const written = await this.#notes.put(noteName, bytes);
    if (written.ok) this.#places = row.places;
  }
}

/** The logs of all groups in which every byte is as it was; null if the ledgers are not. */
async function unchangedIn(
  body: UnchangedBody,
  runs: readonly NamedRun[],
  breathe: Breathe | undefined,
): Promise<ReadonlyMap<LogId, UnchangedLog> | null> {
  const byLog = new Map(runs.map((run) => [logIdOf(run.log), run]));
  // Kept as long as the entries are, and not all of the row with it.
  const places = { ids: body.ids.slice(), hours: body.hours.slice() };
  const signedAt = numbersOf(body.signedAt);
  let [first, firstSigned] = [0, 0];
  const groups: Promise<ReadonlyMap<LogId, UnchangedLog> | null>[] = [];
  for (const { logs, digest } of body.groups) {
    const ofItems = new ItemsDigest();
    const found = new Map<LogId, UnchangedLog>();
    let isSame = true;
    for (const { logId, length, signed } of logs) {
      const items = itemsOf(byLog.get(logId), places, first, length);
      for (const { stored } of items ?? []) ofItems.add(stored);
      const known = Array.from(signedAt.subarray(firstSigned, firstSigned + signed));
      if (items === null) isSame = false;
      else found.set(logId, { items, signedAt: known });
      first += length;
      firstSigned += signed;
      const pause = breathe?.();
      if (pause !== undefined) await pause;
    }
    // The engine hashes while those behind are gathered.
    const finished = ofItems.finish();
    groups.push(
      finished.then((now) => (isSame && equalBytes(now, digest) ? found : null)),
    );
  }
  const [ledgers, ...boards] = await Promise.all(groups);
  if (!ledgers) return null;
  const logs = new Map(ledgers);
  for (const group of boards)
    for (const [logId, log] of group ?? []) logs.set(logId, log);
  return logs;
}

/** The first entries of a run, if it has as many and nothing of them is erased. */
function itemsOf(
  run: NamedRun | undefined,
  places: KeptPlaces,
  first: number,
  length: number,
): KeptEntry[] | null {
  if (run === undefined || run.items.length < length) return null;
  const log = keptLog(run.log, places, first);
  const items: KeptEntry[] = [];
  for (let seq = 0; seq < length; seq++) {
    const item = run.items[seq];
    if (!(item instanceof Uint8Array) || item.length > storedLimit) return null;
    items.push(new KeptEntry(log, seq, item));
  }
  return items;
}

const numbersOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.slice().buffer);
