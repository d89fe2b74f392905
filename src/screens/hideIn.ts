/** What was drawn last: an element in which nothing changes is not touched. */
const drawn = new WeakMap<
  HTMLElement,
  { readonly cards: readonly unknown[]; readonly marks: string }
>();

/**
 * Hides the children of an element whose cards were not found, and the whole of it when
 * none was. Its children stand for `cards`, in their order. While it is not its `turn`, an
 * element in which something changes is hidden as one.
 */
export function hideIn<Card>(
  element: HTMLElement,
  cards: readonly Card[],
  found: ReadonlySet<Card>,
  isTurn: boolean,
): void {
  const answer = cards.map((card) => (found.has(card) ? '+' : '-')).join('');
  const before = drawn.get(element);
  const isSame = (marks: string) => before?.cards === cards && before.marks === marks;
  if (isSame(answer)) return;
  const marks = isTurn ? answer : '';
  if (isSame(marks)) return;
  drawn.set(element, { cards, marks });
  element.hidden = !marks.includes('+');
  // Those of a hidden one come into their own when it is shown.
  if (element.hidden) return;
  for (const [i, child] of [...element.children].entries()) {
    const isHidden = marks[i] === '-';
    if (child instanceof HTMLElement && child.hidden !== isHidden)
      child.hidden = isHidden;
  }
}
