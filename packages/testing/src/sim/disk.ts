import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Journal, Store, StoreFault } from '@manyhands/replica';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { MemoryDisk } from '@manyhands/storage';
import type { Chance } from '../chance.ts';
import type { Life } from './network.ts';
import type { Schedule } from './schedule.ts';

/** How a disk may fail, each in a hundred operations. */
export interface Wear {
  /** The app ends at this operation, before or after it was done. */
  readonly crash: number;
  /** A journal row is written, and the answer says it was not. */
  readonly unsure: number;
}

interface Around {
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly wear: () => Wear;
  readonly oncrash: () => void;
}

/**
 * A phone's disk: the memory store, with every operation a moment of its own, so that
 * the app can end between any two of them. It can be full, lose the tail of what was
 * not yet settled, have a row go bad, and be put back as it was on an earlier day.
 */
export class Disk {
  #memory: MemoryDisk = createMemoryDisk();
  /** Rows that were durable when the store last said so. */
  #settled = 0;
  #backup: MemoryDisk | null = null;
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  get memory(): MemoryDisk {
    return this.#memory;
  }

  get isFull(): boolean {
    return this.#memory.fault !== null;
  }

  fill(): void {
    this.#memory.fault = { type: 'StoreFull' };
  }

  free(): void {
    this.#memory.fault = null;
  }

  /** The app is gone: writes nobody waited for may be lost, the last ones first. */
  lose(chance: Chance): void {
    const lost = copyOf(this.#memory);
    const kept = chance.between(
      Math.min(this.#settled, lost.updates.length),
      lost.updates.length,
    );
    lost.updates.length = kept;
    // What runs on in the old app writes into memory nobody will read.
    this.#memory = lost;
    this.#settled = kept;
  }

  /** One bit of one row, or the row itself. False when there is no row. */
  rot(chance: Chance): boolean {
    const { updates } = this.#memory;
    const at = chance.between(0, updates.length - 1);
    const row = updates[at];
    if (row === undefined) return false;
    if (chance.percent(30)) updates.splice(at, 1);
    else {
      const bad = row.slice();
      const byte = chance.between(0, bad.length - 1);
      bad[byte] = (bad[byte] ?? 0) ^ (1 << chance.between(0, 7));
      updates[at] = bad;
    }
    this.#settled = Math.min(this.#settled, updates.length);
    return true;
  }

  keepBackup(): void {
    this.#backup = copyOf(this.#memory);
    this.#backup.updates.length = Math.min(this.#settled, this.#backup.updates.length);
  }

  /** False when there never was a backup. */
  restore(): boolean {
    if (this.#backup === null) return false;
    this.#memory = copyOf(this.#backup);
    this.#settled = this.#memory.updates.length;
    return true;
  }

  /** All but the journal of another disk: its owner begins anew on the same machine. */
  inherit(from: Disk): void {
    this.#memory = { ...copyOf(from.#memory), journal: new Map() };
    this.#settled = this.#memory.updates.length;
  }

  open(life: Life): Store {
    const memory = this.#memory;
    const inner = createMemoryStore(memory);
    const { journal, notes } = inner;
    const step = this.#stepsOf(life);
    const settledBy = (result: Result<void, StoreFault>): Result<void, StoreFault> => {
      if (result.ok && this.#memory === memory) this.#settled = memory.updates.length;
      return result;
    };
    const unsure = (): boolean =>
      this.#around.chance.percent(this.#around.wear().unsure);
    const journalOn = (journal: Journal): Journal => ({
      read: () => step(() => journal.read()),
      append: (row) =>
        step(async () => {
          const result = await journal.append(row);
          return result.ok && unsure()
            ? err({ type: 'StoreLost', why: 'no answer' })
            : result;
        }),
      erase: (marks) => step(() => journal.erase(marks)),
    });
    return {
      attach: (doc) => step(() => inner.attach(doc)),
      settled: () => step(() => inner.settled().then(settledBy)),
      rewrite: (doc) => step(() => inner.rewrite(doc).then(settledBy)),
      journal: journalOn(journal),
      journalFor: (member) => journalOn(inner.journalFor(member)),
      notes: {
        get: (name) => step(() => notes.get(name)),
        put: (name, bytes) => step(() => notes.put(name, bytes)),
        delete: (name) => step(() => notes.delete(name)),
        names: (prefix) => step(() => notes.names(prefix)),
      },
      onfault: (listener) => inner.onfault(listener),
      close: () => step(() => inner.close()),
      destroy: () => step(() => inner.destroy()),
    };
  }

  /** Each operation in its turn; none is answered once the app is gone. */
  #stepsOf(life: Life): <T>(work: () => Promise<T>) => Promise<T> {
    const { schedule, chance, wear, oncrash } = this.#around;
    let last = 0;
    const held = (): number => life.frozenUntil;
    return (work) =>
      new Promise((resolve, reject) => {
        last = Math.max(last, schedule.now + chance.between(0, 6));
        const act = (): void => {
          if (life.isOver) return;
          const crashes = chance.percent(wear().crash);
          const before = crashes && chance.percent(50);
          if (before) {
            oncrash();
            return;
          }
          const done = work();
          if (crashes) oncrash();
          else done.then(resolve, reject);
        };
        schedule.after(last - schedule.now, 'disk', act, held);
      });
  }
}

const copyOf = (disk: MemoryDisk): MemoryDisk => ({
  updates: [...disk.updates],
  counted: disk.counted,
  journal: new Map(disk.journal),
  notes: new Map(disk.notes),
  fault: disk.fault,
});
