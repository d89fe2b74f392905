/**
 * The order of the words in a room (B21), and what the words of a room that only its members
 * read are made of.
 *
 * No clock decides over another's words: a word stands behind the one that it says to have been
 * the last, whatever its minute; only of two that did not know of each other the earlier minute
 * comes first. A clock that is ahead takes its own word to the end until somebody writes behind
 * it, and once that word is erased all others stand as if it had never been.
 */
import type { EntryId, MinuteOfTime } from '@manyhands/base';

/** As much of a word in a room as says where it stands. */
export interface PlacedInRoom {
  readonly id: EntryId;
  readonly at: MinuteOfTime;
  readonly after: EntryId | null;
}

interface Spot {
  readonly minute: number;
  readonly step: number;
}

/** The words of one room in the order in which they are read: a function of the set. */
export function inRoomOrder<W extends PlacedInRoom>(words: readonly W[]): W[] {
  const byId = new Map(words.map((word) => [word.id, word]));
  const spots = new Map<EntryId, Spot>();
  for (const word of words) placeOf(word, byId, spots);
  const spot = ({ id }: W): Spot => spots.get(id) ?? { minute: 0, step: 0 };
  return words.toSorted((a, b) => {
    const [one, other] = [spot(a), spot(b)];
    return one.minute - other.minute || one.step - other.step || (a.id < b.id ? -1 : 1);
  });
}

/** Walks back to what is placed already: a chain may be as long as the room. */
function placeOf<W extends PlacedInRoom>(
  from: W,
  byId: ReadonlyMap<EntryId, W>,
  spots: Map<EntryId, Spot>,
): void {
  const chain: W[] = [];
  let at: W | undefined = from;
  // No word can name one that names it: ids are hashes.
  while (at !== undefined && !spots.has(at.id)) {
    chain.push(at);
    at = at.after === null ? undefined : byId.get(at.after);
  }
  let before = at && spots.get(at.id);
  for (const word of chain.reverse()) {
    const isLater = before === undefined || word.at > before.minute;
    before =
      isLater || before === undefined
        ? { minute: word.at, step: 0 }
        : { minute: before.minute, step: before.step + 1 };
    spots.set(word.id, before);
  }
}
