/**
 * Of each of those they belong to the first `most` items, in their order, so that nobody's many
 * crowd out another's few. `isKept`: what stays whatever its number, and counts with the others.
 */
export function fewOfEach<T>(
  items: readonly T[],
  most: number,
  whose: (item: T) => unknown,
  isKept: (item: T) => boolean = () => false,
): T[] {
  const counts = new Map<unknown, number>();
  return items.filter((item) => {
    const owner = whose(item);
    const count = (counts.get(owner) ?? 0) + 1;
    counts.set(owner, count);
    return count <= most || isKept(item);
  });
}
