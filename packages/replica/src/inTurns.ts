/**
 * The same items, one of each member after the other, so that nobody is crowded out by who
 * says much: what each said stays in order, and who came first begins.
 */
export function inTurns<T>(
  items: Iterable<T>,
  memberOf: (item: T) => string,
): readonly T[] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const member = memberOf(item);
    const list = lists.get(member);
    if (list) list.push(item);
    else lists.set(member, [item]);
  }
  const turns: T[] = [];
  let waiting = [...lists.values()];
  for (let turn = 0; waiting.length > 0; turn++) {
    for (const list of waiting) turns.push(list[turn] as T);
    waiting = waiting.filter((list) => list.length > turn + 1);
  }
  return turns;
}
