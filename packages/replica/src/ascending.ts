/** Lists of numbers in ascending order, each once. */

/** Where the first is that is not below `value`. */
export function indexFrom(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const includes = (ascending: readonly number[], value: number): boolean =>
  ascending[indexFrom(ascending, value)] === value;

/** Puts `value` in its place, if it is not there. */
export function include(ascending: number[], value: number): void {
  const at = indexFrom(ascending, value);
  if (ascending[at] !== value) ascending.splice(at, 0, value);
}
