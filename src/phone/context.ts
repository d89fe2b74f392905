import { getContext, hasContext, setContext } from 'svelte';
import { assert } from '@manyhands/base';

/** One thing that the components below its provider find without a prop. */
interface Context<T> {
  /** What is provided where this component stands. Throws where nothing is. */
  readonly get: () => T;
  /** Provides it to every component below: each reads it once, when it is made. */
  readonly provide: (read: () => T) => void;
  /** Provides it to a whole tree, as an entry of the `context` that `mount` takes. */
  readonly entry: (value: T) => readonly [symbol, () => T];
}

export function makeContext<T>(name: string): Context<T> {
  const key = Symbol(name);
  return {
    get: () => {
      assert(hasContext(key), `no ${name} is provided to this component`);
      return getContext<() => T>(key)();
    },
    provide: (read) => void setContext(key, read),
    entry: (value) => [key, () => value],
  };
}
