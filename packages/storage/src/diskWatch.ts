import type { Replica, Store, StoreFault, Writer } from '@manyhands/replica';

/** What keeps a disk from keeping anything now. */
type DiskTrouble = StoreFault['type'];

/** Milliseconds between two tries: longer than a store waits before it tries again itself. */
const tryEvery = 2_500;

/**
 * Watches one place's disk: from a fault on it tries, until everything is durable again.
 * What is gone for good it does not ask for again.
 *
 *   well ──fault──▶ trouble ──settled, journal whole──▶ well
 *                      └──the database was deleted──▶ cleared, for as long as this is open
 */
export class DiskWatch {
  readonly #replica: Replica;
  readonly #writer: Writer;
  readonly #tell: () => void;
  readonly #end: () => void;
  #trouble: DiskTrouble | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isTrying = false;
  #isClosed = false;

  constructor(store: Store, replica: Replica, writer: Writer, tell: () => void) {
    this.#replica = replica;
    this.#writer = writer;
    this.#tell = tell;
    this.#end = store.onfault(({ type }) => this.fail(type));
  }

  get trouble(): DiskTrouble | null {
    return this.#trouble;
  }

  fail(trouble: DiskTrouble): void {
    if (this.#trouble !== 'StoreCleared') this.#say(trouble);
    if (this.#timer === null) void this.#try();
  }

  close(): void {
    this.#isClosed = true;
    this.#end();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #try(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#timer = null;
    const journal = await this.#look().finally(() => {
      this.#isTrying = false;
    });
    if (this.#isClosed) return;
    // A device that must not write any more says so itself; its disk is well again.
    if (journal.ok || journal.error.type === 'JournalBehind') this.#say(null);
    else this.#goOn(journal.error.type);
  }

  async #look(): ReturnType<Writer['reread']> {
    const settled = await this.#replica.settled();
    // Whatever happened to the document may have happened to the journal too.
    return settled.ok ? this.#writer.reread() : settled;
  }

  #goOn(trouble: DiskTrouble): void {
    this.#say(trouble);
    if (trouble === 'StoreCleared') return;
    this.#timer = setTimeout(() => void this.#try(), tryEvery);
  }

  #say(trouble: DiskTrouble | null): void {
    this.#trouble = trouble;
    this.#tell();
  }
}
