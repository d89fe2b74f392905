/**
 * Before every test file: bytes are compared at once, where Vitest would look at one after the
 * other as at values of any kind. A blob of 150 kB took a second.
 */
import { expect } from 'vitest';

/** Whether these are the same bytes; what is not bytes of one kind is left to Vitest. */
export function sameBytes(a: unknown, b: unknown): boolean | undefined {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return undefined;
  if (a.constructor !== b.constructor) return undefined;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

// Files that share a worker come here one after the other.
const added = globalThis as { comparesBytes?: true };
if (!added.comparesBytes) expect.addEqualityTesters([sameBytes]);
added.comparesBytes = true;
