/**
 * Does it while nothing else is to be done, or `within` so many milliseconds: a tenth of a
 * second, unless it has more time. Returns what calls it off.
 */
export function whenQuiet(act: () => void, within = 100): () => void {
  if ('requestIdleCallback' in globalThis) {
    const idle = requestIdleCallback(act, { timeout: within });
    return () => cancelIdleCallback(idle);
  }
  // Safari has no such moments: at least what is being done is done first.
  const timer = setTimeout(act, 16);
  return () => clearTimeout(timer);
}

/** Resolves at such a moment: for work in parts between which a tap is answered. */
export const quietMoment = (within?: number): Promise<void> =>
  new Promise((resolve) => void whenQuiet(resolve, within));
