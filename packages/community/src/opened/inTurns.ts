/**
 * The same items, in turns: the first of each of those they belong to, then the second of
 * each, and so on. Where only so many count, nobody's many crowd out another's few.
 */
export function inTurns<T>(items: readonly T[], whose: (item: T) => unknown): T[] {
  const counts = new Map<unknown, number>();
  return items
    .map((item) => {
      const turn = counts.get(whose(item)) ?? 0;
      counts.set(whose(item), turn + 1);
      return { item, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
}
