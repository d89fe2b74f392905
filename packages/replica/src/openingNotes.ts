import type { Result } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import { CheckpointNote } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Holdings } from './holdings.ts';
import type { ReplicaOptions } from './options.ts';
import { realAfter } from './purge.ts';
import type { After } from './purge.ts';
import type { StoreFault } from './store.ts';
import { UnchangedNote } from './unchanged.ts';

/** Milliseconds after an opening: whoever waits for the first screen waits for nothing else. */
const notedAfter = 5_000;

/** What is noted of a disk so that the next opening is shorter (R9, R13). */
export class OpeningNotes {
  readonly unchanged: UnchangedNote;
  readonly #checkpoint: CheckpointNote;
  readonly #held: Holdings;
  readonly #ledger: Ledger;
  readonly #breathe: Breathe | undefined;
  readonly #after: After;
  #end = (): void => undefined;

  constructor(
    { store, build, breathe, after = realAfter }: NotesOptions,
    held: Holdings,
    ledger: Ledger,
  ) {
    this.unchanged = new UnchangedNote(store.notes, build ?? null);
    this.#checkpoint = new CheckpointNote(store.notes);
    this.#held = held;
    this.#ledger = ledger;
    this.#breathe = breathe;
    this.#after = after;
  }

  checkpoint(): Promise<Result<Checkpoint, StoreFault>> {
    return this.#checkpoint.read();
  }

  /** What was checked is noted at once, if anything was; the rest behind the first screen. */
  async opened(
    isUnchanged: boolean,
    inTurn: (work: () => unknown) => void,
  ): Promise<void> {
    if (!isUnchanged) await this.#checkpoint.keep(this.#held, this.#breathe);
    this.#end = this.#after(notedAfter, () => inTurn(() => this.#keepUnchanged()));
  }

  /** Once nothing more comes. */
  async close(): Promise<void> {
    this.#end();
    await this.#checkpoint.keep(this.#held, this.#breathe);
    await this.#keepUnchanged();
  }

  async #keepUnchanged(): Promise<void> {
    if (!this.unchanged.isDue(this.#held)) return;
    await this.unchanged.keep(this.#held, this.#ledger, this.#breathe);
  }
}

type NotesOptions = Pick<ReplicaOptions, 'store' | 'build' | 'breathe' | 'after'>;
