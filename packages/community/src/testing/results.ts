import { assert } from '@manyhands/base';
import type { Result } from '@manyhands/base';

/** The value of what a test takes for granted; it fails here with the error where it is refused. */
export function done<T>(result: Result<T, unknown>): T {
  assert(result.ok, `refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** Why it was refused, or null where it was not. */
export const errorOf = (
  result: Result<unknown, { readonly type: string }>,
): string | null => (result.ok ? null : result.error.type);
