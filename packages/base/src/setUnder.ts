/** Adds an item to those that stand under a key, each once: the first makes the set. */
export function setUnder<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
