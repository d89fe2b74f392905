/** Cards that stand together in the page: hidden as one, drawn one batch after another. */
export interface Batch<Card> {
  readonly id: number;
  /** Where in the whole list it begins. */
  readonly from: number;
  readonly cards: readonly Card[];
}

/** So few that what is seen first brings little else with it; a bit each in `hideIn`. */
const size = 16;

/**
 * A list, newest first, in batches of equal size but for the first. They are counted from
 * the oldest card on, so that a new one changes none but the first.
 */
export function inBatches<Card>(cards: readonly Card[]): Batch<Card>[] {
  const count = Math.ceil(cards.length / size);
  return Array.from({ length: count }, (_, at) => {
    const end = cards.length - (count - at - 1) * size;
    const from = Math.max(0, end - size);
    return { id: count - at, from, cards: cards.slice(from, end) };
  });
}

/** How many batches, from the first on, it takes to hold so many that are wanted. */
export function batchesFor<Card>(
  batches: readonly Batch<Card>[],
  isWanted: (card: Card) => boolean,
  many: number,
): number {
  let seen = 0;
  const last = batches.findIndex(({ cards }) => {
    for (const card of cards) if (isWanted(card)) seen += 1;
    return seen >= many;
  });
  return last === -1 ? batches.length : last + 1;
}
