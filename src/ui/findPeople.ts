/** Finding people by the beginning of any of their words, whatever the accents. */
export interface Findable {
  name: string;
  detail?: string;
}

/**
 * The people who have, for each word of `text`, some word that begins with it. Those
 * whose *name* begins with the text come first; otherwise the order stays.
 */
export function findPeople<Person extends Findable>(
  people: readonly Person[],
  text: string,
): Person[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [...people];

  const begins: Person[] = [];
  const others: Person[] = [];
  const whole = plain(text);
  for (const person of people) {
    const have = wordsOf(`${person.name} ${person.detail ?? ''}`);
    if (!wanted.every((word) => have.some((mine) => mine.startsWith(word)))) continue;
    (plain(person.name).startsWith(whole) ? begins : others).push(person);
  }
  return [...begins, ...others];
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .trim();
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
