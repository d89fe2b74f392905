/** Adds `value` to the end of the list that stands under `key`, and begins one where none does. */
export function listUnder<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
