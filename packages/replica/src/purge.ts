import { ok } from '@manyhands/base';
import type { LogId, Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { bodyHashAt, logIdOf, placesNamedBy, readEntry } from '@manyhands/ledger';
import type { Entry, Erasures, LogName } from '@manyhands/ledger';
import { purgePause } from './limits.ts';
import { markLength } from './store.ts';
import type { JournalMark, Store, StoreFault } from './store.ts';

/** The clock and the alarm of a replica: injected, so that a test can turn them. */
export interface Timers {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls once after at least `ms`; the answer calls it off. */
  after(ms: number, call: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

type Done = Promise<Result<void, StoreFault>>;
const done: Result<void, StoreFault> = ok(undefined);

/**
 * When what is erased leaves the disk: at once, and then no more often than the pause
 * says; or now, when somebody waits for it. Until then `soon` does not answer.
 */
export class PurgeClock {
  readonly #timers: Timers;
  readonly #work: () => Done;
  #isDue = false;
  #lastAt = Number.NEGATIVE_INFINITY;
  #running: Done | null = null;
  #waiting: { readonly done: Done; readonly begin: () => void } | null = null;

  /** `work` calls `begun` when what is erased by then will be purged by it. */
  constructor(timers: Timers, work: (begun: () => void) => Done) {
    this.#timers = timers;
    this.#work = () => work(() => (this.#isDue = false));
  }

  ask(): void {
    this.#isDue = true;
    void this.soon();
  }

  soon(): Done {
    if (!this.#isDue) return this.#running ?? Promise.resolve(done);
    this.#waiting ??= this.#wait();
    return this.#waiting.done;
  }

  now(): Done {
    const purged = this.soon();
    this.#waiting?.begin();
    return purged;
  }

  #wait(): { done: Done; begin: () => void } {
    let begin: () => void = () => undefined;
    const purged = new Promise<Result<void, StoreFault>>((resolve) => {
      const pause = this.#lastAt + purgePause - this.#timers.now();
      const cancel = this.#timers.after(Math.max(0, pause), () => begin());
      begin = (): void => {
        cancel();
        begin = () => undefined;
        this.#waiting = null;
        this.#lastAt = this.#timers.now();
        const running = this.#run().finally(() => {
          if (this.#running === running) this.#running = null;
        });
        this.#running = running;
        resolve(running);
      };
    });
    return { done: purged, begin: () => begin() };
  }

  async #run(): Done {
    const result = await this.#work();
    if (!result.ok) this.#isDue = true; // whoever settles or opens next tries again
    return result;
  }
}

/** What is erased of this device's own board gives way to marks in its journal. */
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

  /** An erase was heard; true when it names a place of this journal. */
  hear(erase: Entry): boolean {
    const names = placesNamedBy(erase).some(({ logId }) => logId === this.#logId);
    this.isDue ||= names;
    return names;
  }

  async purge(): Done {
    if (!this.isDue || this.#board === null) return done;
    const rows = await this.#store.journal.read();
    if (!rows.ok) return rows;
    const marks: JournalMark[] = [];
    for (const { kind, seq, prev, stored } of rows.value) {
      if (kind !== 'board' || stored.length === markLength) continue;
      const entry = readEntry(this.#board, seq, prev, stored);
      if (!entry.ok || !this.#erasures.isErased(entry.value)) continue;
      marks.push({ seq, mark: fromHex(bodyHashAt(entry.value)) });
    }
    const erased = marks.length > 0 ? await this.#store.journal.erase(marks) : done;
    if (erased.ok) this.isDue = false;
    return erased;
  }
}

/** Rows put aside because nobody could read them may hold anything, erased words too. */
export async function dropQuarantine({ notes }: Store): Done {
  const names = await notes.names('quarantine/');
  if (!names.ok) return names;
  for (const name of names.value) {
    const dropped = await notes.delete(name);
    if (!dropped.ok) return dropped;
  }
  return done;
}
