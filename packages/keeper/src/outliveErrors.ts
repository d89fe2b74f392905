import { keeperWords } from './words.ts';

/**
 * Whether this error is y-webrtc's own. It looks for whom a signal is about only after it
 * has decrypted it; by then they may have gone, and it falls over `undefined`. Any stranger
 * in a room can make it: it is told to nobody.
 */
export const isYWebrtcs = (cause: unknown): boolean =>
  cause instanceof Error && /[\\/]y-webrtc[\\/]/.test(cause.stack ?? '');

/** So many different errors are counted apart. */
const mostCounted = 100;

/**
 * From now on the keeper goes on after an error that nobody caught, and says so (K10): the
 * first time, the tenth, the hundredth, for it may come with every packet. Returns its end:
 * then such an error ends the process, as it does everywhere in Node.
 */
export function outliveErrors(say: (line: string) => void): () => void {
  const counts = new Map<string, number>();
  let isOver = false;
  const hear = (cause: unknown): void => {
    if (isYWebrtcs(cause)) return;
    if (isOver) throw cause;
    const lines = linesOf(cause);
    if (counts.size === mostCounted && !counts.has(lines)) counts.clear();
    const count = (counts.get(lines) ?? 0) + 1;
    counts.set(lines, count);
    if (Number.isInteger(Math.log10(count))) say(keeperWords.error(lines, count));
  };
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
  return () => {
    isOver = true;
    process.off('uncaughtException', hear);
  };
}

/** Where it happened, without what could name anybody (K8). */
const linesOf = (cause: unknown): string =>
  (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)).replace(
    /[0-9a-f]{16,}/gi,
    '…',
  );
