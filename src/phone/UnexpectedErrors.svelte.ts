/**
 * The errors that reached the root of this page (decision 0055). The screen goes on: what is
 * being written stays. Only where the app cannot go on it says so in place of the screen.
 */
export class UnexpectedErrors {
  /** What is to be told and has not been closed. */
  latest = $state.raw<{ readonly error: unknown } | null>(null);
  /** What the app cannot go on after. */
  final = $state.raw<{ readonly error: unknown } | null>(null);
  /** Told once each: what fails every second is not in the way every second. */
  readonly #told = new Set<string>();

  readonly hear = (error: unknown): void => {
    const lines = linesOf(error);
    if (this.#told.has(lines)) return;
    this.#told.add(lines);
    this.latest = { error };
  };

  readonly close = (): void => {
    this.latest = null;
  };

  readonly end = (error: unknown): void => {
    this.final ??= { error };
  };
}

/** What tells somebody who helps where it happened. */
export const linesOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
