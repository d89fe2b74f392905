/** What was drawn last: an element in which nothing changes is not touched. */
const drawn = new WeakMap<
  HTMLElement,
  { readonly cards: readonly unknown[]; readonly marks: number }
>();
/** No card was looked at. */
const skipped = -1;

/**
 * When an element in which something changes comes into its own: now, later, which skips it
 * as one, or later but for some that are seen first.
 */
export type Turn<Card> = 'now' | 'later' | { readonly first: ReadonlySet<Card> };

/**
 * Hides the children of an element whose cards were not found; the whole of it is skipped
 * when none was. Its children stand for `cards`, in their order. `data-skipped` says that it
 * is skipped, and the style how; `--shown` is how many of its children are shown.
 */
export function hideIn<Card>(
  element: HTMLElement,
  cards: readonly Card[],
  found: ReadonlySet<Card>,
  turn: Turn<Card>,
): void {
  const answer = marksOf(cards, found);
  const before = drawn.get(element);
  const isSame = (marks: number) => before?.cards === cards && before.marks === marks;
  if (isSame(answer)) return;
  const marks = marksIn(turn, cards, answer);
  if (isSame(marks)) return;
  drawn.set(element, { cards, marks });
  const isSkipped = marks <= 0;
  element.toggleAttribute('data-skipped', isSkipped);
  // Those of a skipped one come into their own when it is shown.
  if (isSkipped) return;
  let shown = 0;
  for (const [i, child] of [...element.children].entries()) {
    const isHidden = (marks & (1 << i)) === 0;
    if (!isHidden) shown += 1;
    if (child instanceof HTMLElement && child.hidden !== isHidden)
      child.hidden = isHidden;
  }
  element.style.setProperty('--shown', String(shown));
}

function marksIn<Card>(
  turn: Turn<Card>,
  cards: readonly Card[],
  answer: number,
): number {
  if (turn === 'now') return answer;
  return turn === 'later' ? skipped : marksOf(cards, turn.first);
}

/** A bit for each card, which is set when it was found. */
function marksOf<Card>(cards: readonly Card[], found: ReadonlySet<Card>): number {
  let marks = 0;
  for (let i = 0; i < cards.length; i++) {
    if (found.has(cards[i] as Card)) marks |= 1 << i;
  }
  return marks;
}
