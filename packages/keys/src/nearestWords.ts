/** The most typos, and the most words, that are still a help. */
const mostTypos = 2;
const mostWords = 3;

/**
 * The words of `list` that `word` was most likely meant to be, likeliest first: those
 * with the fewest letters missing, added, wrong or swapped with the next one. Empty when
 * none is near. All words of the BIP39 list differ in their first four letters, so a
 * word that was typed that far is its completion.
 */
export function nearestWords(word: string, list: readonly string[]): string[] {
  const typed = list.filter((each) => word.length >= 3 && each.startsWith(word));
  if (typed.length > 0) return typed.slice(0, mostWords);
  const near = list
    .map((each) => ({ each, typos: typosBetween(word, each) }))
    .filter(({ typos }) => typos <= mostTypos);
  const fewest = Math.min(...near.map(({ typos }) => typos));
  return near
    .filter(({ typos }) => typos === fewest)
    .map(({ each }) => each)
    .slice(0, mostWords);
}

/** Optimal string alignment: one row of the table at a time, and the one before the last. */
function typosBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > mostTypos) return mostTypos + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let typos = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
      );
      const isSwapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) typos = Math.min(typos, at(before, j - 2) + 1);
      row.push(typos);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], i: number): number => row[i] ?? 0;
