import { SerialQueue } from '@manyhands/base';

/**
 * A hand that writes one thing at a time: what is asked for while it writes is in the
 * next, however often it is asked. A write that fails is told to the root, and the next
 * is tried all the same.
 */
export function oneAtATime(write: () => Promise<unknown>): () => void {
  const ask = new SerialQueue().coalesce(write);
  return () => void ask();
}
