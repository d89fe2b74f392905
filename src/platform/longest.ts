type Lengths<Log> = Iterable<readonly [Log, number]>;

/** Of each log the longer of two lengths: what a device once held it holds today. */
export function longest<Log>(one: Lengths<Log>, other: Lengths<Log>): Map<Log, number> {
  const known = new Map(one);
  for (const [log, length] of other) {
    known.set(log, Math.max(length, known.get(log) ?? 0));
  }
  return known;
}
