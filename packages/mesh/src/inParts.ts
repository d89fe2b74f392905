/** As many as one message may name, and the next as many. */
export function inParts<T>(items: readonly T[], limit: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < items.length; from += limit) {
    parts.push(items.slice(from, from + limit));
  }
  return parts;
}
