/** Stops a program that is wrong about itself. Nobody catches it but the root. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${why}`);
}
