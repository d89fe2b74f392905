import { ok } from '@manyhands/base';
import type { LogId, Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { bodyHashAt, logIdOf, readEntry } from '@manyhands/ledger';
import type { LogName, NamedPosition } from '@manyhands/ledger';
import type { Erasures } from './erasures.ts';
import type { Holdings } from './holdings.ts';
import { purgePause } from './limits.ts';
import type { LogDocument } from './yjs/logDocument.ts';
import type { DetachedNotes } from './detachedNotes.ts';
import { tombstoneLength } from './store.ts';
import type { JournalTombstone, Store, StoreFault } from './store.ts';

/** Port: calls once after at least `ms`; the answer calls it off. */
export type After = (ms: number, call: () => void) => () => void;

export const realAfter: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

type Done = Promise<Result<void, StoreFault>>;
const done: Result<void, StoreFault> = ok(undefined);

/**
 * When what is erased leaves the disk: at once, and then no more often than the pause
 * says; or now, when somebody waits for it. Until then `soon` does not answer.
 *
 *     idle ──ask──▶ waiting ──(no purge for a pause, or now)──▶ running ──▶ idle
 */
export class PurgeClock {
  readonly #after: After;
  readonly #work: () => Done;
  #isDue = false;
  #running: Done | null = null;
  #waiting: { readonly purged: Done; readonly begin: () => void } | null = null;
  /** Calls off the end of the pause after the last purge; null when it is over. */
  #endPause: (() => void) | null = null;

  /** `work` calls `begun` when what is erased by then will be purged by it. */
  constructor(after: After, work: (begun: () => void) => Done) {
    this.#after = after;
    this.#work = () => work(() => (this.#isDue = false));
  }

  ask(): void {
    this.#isDue = true;
    void this.soon();
  }

  soon(): Done {
    if (!this.#isDue) return this.#running ?? Promise.resolve(done);
    this.#waiting ??= this.#wait();
    return this.#waiting.purged;
  }

  now(): Done {
    const purged = this.soon();
    this.#waiting?.begin();
    return purged;
  }

  close(): void {
    this.#endPause?.();
  }

  #wait(): { purged: Done; begin: () => void } {
    let begin = (): void => undefined;
    const purged = new Promise<Result<void, StoreFault>>((resolve) => {
      begin = () => resolve(this.#run());
    });
    if (this.#endPause === null) this.#after(0, () => this.#begin(purged));
    return { purged, begin: () => begin() };
  }

  /** The waiting purge, unless somebody has begun it meanwhile. */
  #begin(purged: Done): void {
    if (this.#waiting?.purged === purged) this.#waiting.begin();
  }

  #run(): Done {
    this.#waiting = null;
    this.#endPause?.();
    this.#endPause = this.#after(purgePause, () => {
      this.#endPause = null;
      this.#waiting?.begin();
    });
    const running = this.#work().then((result) => {
      if (!result.ok) this.#isDue = true; // whoever settles or opens next tries again
      if (this.#running === running) this.#running = null;
      return result;
    });
    this.#running = running;
    return running;
  }
}

/** What is erased of this device's own board gives way to tombstones in its journal. */
export class JournalPurge {
  readonly #store: Store;
  readonly #erasures: Erasures;
  readonly #board: LogName | null;
  readonly #logId: LogId | null;
  isDue = false;

  /** `board`: whose journal it is; null where nobody's entries are journalled. */
  constructor(store: Store, erasures: Erasures, board: LogName | null) {
    this.#store = store;
    this.#erasures = erasures;
    this.#board = board;
    this.#logId = board && logIdOf(board);
  }

  /** These places turned round (H3); true when one that is erased now is of this journal. */
  turned(places: readonly NamedPosition[]): boolean {
    const names = places.some(
      (place) => place.logId === this.#logId && this.#erasures.isHeld(place),
    );
    this.isDue ||= names;
    return names;
  }

  async purge(): Done {
    if (!this.isDue || this.#board === null) return done;
    const rows = await this.#store.journal.read();
    if (!rows.ok) return rows;
    const tombstones: JournalTombstone[] = [];
    for (const { kind, seq, prev, stored } of rows.value) {
      if (kind !== 'board' || stored.length === tombstoneLength) continue;
      const entry = readEntry(this.#board, seq, prev, stored);
      if (!entry.ok || !this.#erasures.isErased(entry.value)) continue;
      tombstones.push({ seq, bodyHash: fromHex(bodyHashAt(entry.value)) });
    }
    const erased =
      tombstones.length > 0 ? await this.#store.journal.erase(tombstones) : done;
    if (erased.ok) this.isDue = false;
    return erased;
  }
}

/** All that a disk holds of a replica. */
export interface Purging {
  readonly store: Store;
  readonly held: Holdings;
  readonly detached: DetachedNotes;
  readonly document: LogDocument;
  readonly journal: JournalPurge;
}

/**
 * Leaves nothing that is erased on the disk: first the document, which holds the erases,
 * then what that makes needless. Broken off, it is done again at the next opening.
 */
export async function purgeDisk(disk: Purging): Done {
  const { store, held, detached, document, journal } = disk;
  const noted = await detached.settled();
  const needless = detached.dropped();
  const written = await document.rewrite(held.logs.values());
  if (!written.ok) return written;
  await detached.remove(needless);
  const marked = await journal.purge();
  const dropped = held.erasures.size > 0 ? await dropQuarantine(store) : done;
  return [noted, marked].find((result) => !result.ok) ?? dropped;
}

/** Rows put aside because nobody could read them may hold anything, erased words too. */
async function dropQuarantine({ notes }: Store): Done {
  const names = await notes.names('quarantine/');
  if (!names.ok) return names;
  for (const name of names.value) {
    const dropped = await notes.delete(name);
    if (!dropped.ok) return dropped;
  }
  return done;
}
