import { ErrorTally } from '@manyhands/base';
import { keeperWords } from './words.ts';

/**
 * Whether this error is y-webrtc's own. It looks for whom a signal is about only after it
 * has decrypted it; by then they may have gone, and it falls over `undefined`. Any stranger
 * in a room can make it: it is told to nobody.
 */
export const isYWebrtcs = (cause: unknown): boolean =>
  cause instanceof Error && /[\\/]y-webrtc[\\/]/.test(cause.stack ?? '');

/**
 * From now on the keeper goes on after an error that nobody caught, and says so (K10), as
 * seldom as it can. Returns its end: then such an error ends the process, as it does
 * everywhere in Node.
 */
export function outliveErrors(say: (line: string) => void): () => void {
  const tally = new ErrorTally();
  let isOver = false;
  const hear = (cause: unknown): void => {
    if (isYWebrtcs(cause)) return;
    if (isOver) throw cause;
    const counted = tally.count(cause);
    if (counted) say(keeperWords.error(counted.lines, counted.times));
  };
  process.on('unhandledRejection', hear);
  process.on('uncaughtException', hear);
  return () => {
    isOver = true;
    process.off('uncaughtException', hear);
  };
}
