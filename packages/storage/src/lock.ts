import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';

/** The right to be the only one, between all tabs of this browser (Web Locks; R6). */
export interface Lock {
  /** Resolves when another tab took it over: stop writing at once. */
  readonly lost: Promise<void>;
  release(): void;
}

/** `LockHeld`: another tab has it. `LocksMissing`: this browser cannot tell. */
export type LockRefused =
  | { readonly type: 'LockHeld' }
  | { readonly type: 'LocksMissing' };

/**
 * Holds the lock `name` until it is released, stolen, or the tab is gone. `steal` takes
 * it over: whoever had it hears of it through `lost`.
 */
export function holdLock(
  name: string,
  { steal = false }: { readonly steal?: boolean } = {},
): Promise<Result<Lock, LockRefused>> {
  // Only a secure page has locks, whatever the types say.
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return Promise.resolve(err({ type: 'LocksMissing' }));
  return new Promise((resolve, reject) => {
    let lose = (): void => undefined;
    const lost = new Promise<void>((over) => (lose = over));
    const hold = (lock: unknown): Promise<void> => {
      if (lock === null) {
        resolve(err({ type: 'LockHeld' }));
        return Promise.resolve();
      }
      // The lock is held for as long as this promise is open.
      return new Promise((release) => resolve(ok({ lost, release })));
    };
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    locks.request(name, options, hold).catch((cause: unknown) => {
      // A stolen lock ends its holder's request with AbortError.
      if (cause instanceof DOMException && cause.name === 'AbortError') lose();
      else reject(cause instanceof Error ? cause : new Error(String(cause)));
    });
  });
}
