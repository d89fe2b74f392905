/** An error that is worth a line in a log. */
export interface ErrorLine {
  /** Where it happened, without what could name anybody. */
  readonly lines: string;
  /** How often it has come, with this time. */
  readonly times: number;
}

/** So many different errors are counted apart. */
const mostCounted = 100;

/**
 * Counts the errors that nobody caught, and answers those that are worth a line: the first,
 * the tenth, the hundredth of each, for it may come with every packet. The others are null.
 */
export class ErrorTally {
  readonly #counts = new Map<string, number>();

  count(cause: unknown): ErrorLine | null {
    const lines = linesOf(cause);
    const counts = this.#counts;
    if (counts.size === mostCounted && !counts.has(lines)) counts.clear();
    const times = (counts.get(lines) ?? 0) + 1;
    counts.set(lines, times);
    return Number.isInteger(Math.log10(times)) ? { lines, times } : null;
  }
}

/** Keys, names of rooms, and addresses of either kind; not the places in files. */
const telling =
  /[0-9a-f]{16,}|(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:)+:[0-9a-f:.]*|(?:[0-9a-f]{1,4}:){4,}[0-9a-f.]+/gi;

const linesOf = (cause: unknown): string =>
  (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)).replace(
    telling,
    '…',
  );
