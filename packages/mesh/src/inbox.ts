import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import type { Pipe } from './pipe.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';

/** Why the next message is not there. */
export type NothingCame =
  | Malformed
  | { readonly type: 'Gone' }
  | { readonly type: 'TooSlow' };

export interface Inbox {
  /** The next message, read by `decode`; or why there is none. */
  next<T>(
    ms: number,
    decode: (from: Uint8Array) => Result<T, Malformed>,
  ): Promise<Result<T, NothingCame>>;
}

/**
 * The first `count` messages of a pipe, one by one; what follows is left to whoever
 * listens then.
 */
export function createInbox(pipe: Pipe, timers: Timers, count: number): Inbox {
  const arrived: Uint8Array[] = [];
  let wanted: ((message: Uint8Array) => void) | null = null;
  let missing = count;
  pipe.onmessage = (message) => {
    missing -= 1;
    if (missing === 0) pipe.onmessage = null;
    if (wanted === null) arrived.push(message);
    else wanted(message);
  };

  const message = () =>
    new Promise<Uint8Array>((resolve) => {
      const here = arrived.shift();
      if (here !== undefined) {
        resolve(here);
        return;
      }
      wanted = (later) => {
        wanted = null;
        resolve(later);
      };
    });

  return {
    async next(ms, decode) {
      const gone = pipe.ended.then(() => 'gone' as const);
      const next = await within(Promise.race([message(), gone]), ms, timers);
      if (next === null) return err({ type: 'TooSlow' });
      if (next === 'gone') return err({ type: 'Gone' });
      return decode(next);
    },
  };
}
