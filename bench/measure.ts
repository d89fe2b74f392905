/** One number of a bench. Of two machines only the ratios compare. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What the project promises; the bench says when it is not kept. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** How long `act` takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** The value in the middle; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('Bug: a median of nothing');
  return middle;
}
