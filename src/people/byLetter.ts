interface Group<Row> {
  readonly letter: string;
  readonly rows: readonly Row[];
}

/**
 * A list that is in the order of names, cut where the first letter changes as the reader's
 * language counts letters: Á stands with A. What begins with no letter stands under "#".
 */
export function byLetter<Row extends { readonly name: string }>(
  rows: readonly Row[],
  language: string,
): Group<Row>[] {
  const isSame = new Intl.Collator(language, { sensitivity: 'base' }).compare;
  const groups: { letter: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const [first = ''] = /\p{L}/u.exec(row.name.trim().slice(0, 8)) ?? [];
    const letter = first === '' ? '#' : first.toLocaleUpperCase(language);
    const group = groups.find((each) => isSame(each.letter, letter) === 0);
    if (group) group.rows.push(row);
    else groups.push({ letter, rows: [row] });
  }
  return groups;
}
