import { hasAll, soughtIn } from './finding.ts';
import type { Haystacks } from './finding.ts';

/** Answers that are kept: as many as there are letters to take back. */
const keptAtMost = 24;

/** What was found for some words, as places in the list, in its order. */
interface Answer {
  readonly words: readonly string[];
  readonly places: number[];
  /** Of each place, the first of its haystacks that has all the words. */
  readonly ranks: number[];
  /** How many cards of the list have been looked at. */
  looked: number;
  found: readonly unknown[];
}

/**
 * Finds in one list what `findIn` finds there, for whoever writes letter by letter: what was
 * found for fewer words or shorter ones is all that is looked through, and a letter taken back
 * has its answer still. Cards are made ready in the order of the list, and only those are found.
 */
export class Finder<Card> {
  readonly #cards: readonly Card[];
  readonly #haystacksOf: (card: Card) => Haystacks;
  readonly #ready: Haystacks[] = [];
  /** The one that was asked for last stands last. */
  #answers: Answer[] = [];

  constructor(cards: readonly Card[], haystacksOf: (card: Card) => Haystacks) {
    this.#cards = cards;
    this.#haystacksOf = haystacksOf;
  }

  get ready(): number {
    return this.#ready.length;
  }

  /** Makes ready as many cards of the list, counted from its beginning. */
  prepare(upTo: number): void {
    for (const card of this.#cards.slice(this.#ready.length, upTo))
      this.#ready.push(this.#haystacksOf(card));
  }

  /** The same list for as long as it says the same. */
  find(text: string): readonly Card[] {
    const words = soughtIn(text);
    const known = this.#answers.find((each) => isSame(each.words, words));
    const answer = known ?? this.#begun(words);
    this.#answers = this.#answers
      .filter((each) => each !== known)
      .slice(1 - keptAtMost)
      .concat(answer);
    this.#lookOn(answer);
    return answer.found as readonly Card[];
  }

  /** Whatever has these words has all of some others: it is among what was found for those. */
  #begun(words: readonly string[]): Answer {
    const matches = hasAll(words);
    const [wider] = this.#answers
      .filter((each) => isWithin(words, each.words))
      .sort((a, b) => a.places.length - b.places.length);
    const answer = { words, places: [], ranks: [], looked: 0, found: [] };
    for (const place of wider?.places ?? []) this.#look(answer, place, matches);
    return this.#told({ ...answer, looked: wider?.looked ?? 0 });
  }

  #lookOn(answer: Answer): void {
    if (answer.looked === this.#ready.length) return;
    const matches = hasAll(answer.words);
    for (let place = answer.looked; place < this.#ready.length; place++)
      this.#look(answer, place, matches);
    answer.looked = this.#ready.length;
    this.#told(answer);
  }

  #look(
    { places, ranks }: Answer,
    place: number,
    matches: (haystack: string) => boolean,
  ): void {
    const haystacks = this.#ready[place];
    // Most cards have not all of the words: they are looked through once.
    if (!haystacks || !matches(haystacks[2])) return;
    places.push(place);
    ranks.push(haystacks.findIndex(matches));
  }

  #told(answer: Answer): Answer {
    const found: Card[][] = [[], [], []];
    for (const [index, place] of answer.places.entries())
      found[answer.ranks[index] ?? 0]?.push(this.#cards[place] as Card);
    answer.found = found.flat();
    return answer;
  }
}

const isSame = (words: readonly string[], others: readonly string[]): boolean =>
  words.length === others.length && words.every((word, at) => word === others[at]);

/** Each of the others is part of one: " ba" is none of "bak", which may stand inside a word. */
const isWithin = (words: readonly string[], others: readonly string[]): boolean =>
  others.every((other) => words.some((word) => word.includes(other)));
