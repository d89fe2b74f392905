/** One number of a bench. Of two machines only the ratios compare. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What the project promises; the bench says when it is not kept. */
  readonly goal?: Goal;
}

/** What a bench was told on the command line, `--set name=value`. */
export type Settings = Readonly<Partial<Record<string, string>>>;

type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** Measures of one engine, or whatever else they have in common. */
export function measuring(where: string) {
  const of = (what: string, value: number, unit: string): Measure => ({
    what: `${where}: ${what}`,
    value,
    unit,
  });
  return {
    ms: (what: string, value: number) => of(what, Math.round(value), 'ms'),
    us: (what: string, value: number) => of(what, Math.round(1_000 * value), 'µs'),
    plain: (what: string, value: number) => of(what, Math.round(value), ''),
    ratio: (what: string, value: number, goal?: Goal): Measure => {
      const measure = of(what, Number(value.toFixed(2)), '×');
      return goal ? { ...measure, goal } : measure;
    },
  };
}

/** How long `act` takes, in milliseconds. */
export async function timed(act: () => unknown): Promise<number> {
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
