/**
 * How many of a long list are drawn: `aTime` at first, as many more whenever somebody asks, and
 * as few as at first whenever another question is asked. See `ShowMore`.
 */
export class ListPart {
  readonly #aTime: number;
  readonly #question: () => string;
  most: number = $derived.by(() => {
    this.#question();
    return this.#aTime;
  });

  constructor(aTime: number, question: () => string = () => '') {
    this.#aTime = aTime;
    this.#question = question;
  }

  grow = (): void => {
    this.most += this.#aTime;
  };

  /** How many the next step brings of a list of so many. */
  next(all: number): number {
    return Math.min(this.#aTime, all - this.most);
  }
}
