/** A pause, if it is time for one. */
export type Breathe = () => Promise<void> | undefined;

/** Verified in one go: a browser does it on this thread, a millisecond of it at full speed. */
const begunAtOnce = 16;

/**
 * Begins one after the other, and pauses between two of them where it is time to. Answers what
 * each came to. Without pauses all are begun at once; with them few are, since what a promise has
 * still to do counts for no clock before it is done.
 */
export async function beginEach<T, Outcome>(
  all: Iterable<T>,
  begin: (each: T) => Promise<Outcome>,
  breathe: Breathe | undefined,
): Promise<Outcome[]> {
  const begun: Promise<Outcome>[] = [];
  for (const each of all) {
    begun.push(begin(each));
    if (breathe === undefined || begun.length % begunAtOnce > 0) continue;
    await Promise.all(begun.slice(-begunAtOnce));
    const pause = breathe();
    if (pause !== undefined) await pause;
  }
  return Promise.all(begun);
}
