import type { Writable } from 'node:stream';

/** So much of one stream is held back in a turn; the rest of the turn it is written at once. */
const heldBytes = 4 * 1_024;

/**
 * Writes what goes to a stream in one turn of the event loop in one piece. Most of what a
 * short message costs is its system call; a room that talks saves nine in ten of them.
 */
export class TurnWrites {
  /** Those of this turn, and whether they still hold back. */
  readonly #turn = new Map<Writable, boolean>();

  /** To be called before each write to `stream`: what follows is written by the end of this turn. */
  hold(stream: Writable): void {
    const holds = this.#turn.get(stream);
    if (holds === undefined) {
      if (this.#turn.size === 0) setImmediate(() => this.#release());
      this.#turn.set(stream, true);
      stream.cork();
    } else if (holds && stream.writableLength >= heldBytes) {
      this.#turn.set(stream, false);
      stream.uncork();
    }
  }

  #release(): void {
    const turn = [...this.#turn];
    this.#turn.clear();
    for (const [stream, holds] of turn) if (holds) stream.uncork();
  }
}
