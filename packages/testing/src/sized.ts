const { process } = globalThis as {
  process?: { env: Record<string, string | undefined> };
};

/**
 * Whether this run searches far and long, as `npm run verify` does (`MANYHANDS_SLOW` in the
 * environment), and not as `npm test`, which is to be short.
 */
export const isThorough = process?.env['MANYHANDS_SLOW'] !== undefined;

/** The first in `npm test`, where it is just enough to fail; the second in `npm run verify`. */
export const sized = <T>(daily: T, slow: T): T => (isThorough ? slow : daily);
