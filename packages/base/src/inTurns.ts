/**
 * The same items, one of each of those they belong to after the other, so that nobody's
 * many crowd out another's few. What is somebody's stays in order; whose came first begins.
 */
export function inTurns<T>(
  items: Iterable<T>,
  whose: (item: T) => unknown,
): readonly T[] {
  const lists = new Map<unknown, T[]>();
  for (const item of items) {
    const owner = whose(item);
    const list = lists.get(owner);
    if (list) list.push(item);
    else lists.set(owner, [item]);
  }
  const turns: T[] = [];
  let waiting = [...lists.values()];
  for (let turn = 0; waiting.length > 0; turn++) {
    for (const list of waiting) turns.push(list[turn] as T);
    waiting = waiting.filter((list) => list.length > turn + 1);
  }
  return turns;
}
