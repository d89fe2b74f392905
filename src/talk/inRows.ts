/** As much of what stands in a conversation or a room as its row asks. */
interface RowItem {
  readonly key: string;
  readonly kind: string;
  readonly when: number | null;
  readonly state?: { readonly is: string } | null;
}

/** One thing in a conversation, and what is drawn with it. */
export interface ConversationRow<I extends RowItem> {
  readonly item: I;
  /** The day that begins with it, counted from 1 January 1970. */
  readonly day: number | null;
  /** What is new begins with it. */
  readonly startsNew: boolean;
  /** How far it has come is said here: the same is not said of earlier words again. */
  readonly showsState: boolean;
}

/**
 * The items in their order. A day is named once, and no earlier one after it: a clock that is
 * wrong draws no line.
 */
export function inRows<I extends RowItem>(
  items: readonly I[],
  firstNew: string | null,
): ConversationRow<I>[] {
  let lastDay = Number.NEGATIVE_INFINITY;
  const saying = lastOfEachState(items);
  return items.map((item): ConversationRow<I> => {
    const day = item.when === null ? lastDay : dayOf(item.when);
    const isLater = day > lastDay;
    if (isLater) lastDay = day;
    return {
      item,
      day: isLater ? day : null,
      startsNew: item.key === firstNew,
      showsState: saying.has(item.key),
    };
  });
}

function lastOfEachState(items: readonly RowItem[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const item of items)
    if (item.kind === 'word' && item.state) last.set(item.state.is, item.key);
  return new Set(last.values());
}

/** In the zone of this phone. */
export function dayOf(minute: number): number {
  const local = new Date(minute * 60_000);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86_400_000;
}
