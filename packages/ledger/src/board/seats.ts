/** Who has a place: what organisers' phones have listed, in one order everywhere (B24). */
import type { SeatList } from '../gatheringContent.ts';
import { isNewerVersion } from './newest.ts';
import type { NewestVersion } from './newest.ts';
import type { Coming, Seated, Seats } from './gatheringViews.ts';

interface Given {
  readonly seats: number | null;
  /** The one that counts first, then what the others have besides. */
  readonly lists: readonly NewestVersion<SeatList>[];
}

type SaidYes = Pick<Coming, 'member' | 'guests'>;

/** The list with the highest `rev` first, then the highest id. */
export const inSeatOrder = (
  a: NewestVersion<SeatList>,
  b: NewestVersion<SeatList>,
): number => (isNewerVersion(a, b) ? -1 : 1);

/**
 * Of those who said yes: they stand as the lists have them, each with no more places than
 * they were given and no more than they bring people. Nobody overtakes: behind the first who
 * finds no room all wait.
 */
export function seatsGivenTo(yes: readonly SaidYes[], { seats, lists }: Given): Seats {
  const everybody = yes.map(({ member, guests }) => ({ member, places: guests + 1 }));
  if (seats === null) {
    return { seated: everybody, waiting: [], unheard: [], free: null };
  }
  const heard = inOrder(everybody, lists);
  const listed = new Set(heard.map(({ member }) => member));
  const { seated, waiting, free } = fill(heard, seats);
  const seatedAlone = new Set(
    lists.flatMap((list) =>
      fill(inOrder(everybody, [list]), seats).seated.map(({ member }) => member),
    ),
  );
  return {
    seated,
    waiting: waiting.map((each) => ({
      ...each,
      hasLost: seatedAlone.has(each.member),
    })),
    unheard: everybody.filter(({ member }) => !listed.has(member)),
    free,
  };
}

function inOrder(
  everybody: readonly Seated[],
  lists: readonly NewestVersion<SeatList>[],
): Seated[] {
  const places = new Map(everybody.map((each) => [each.member, each.places]));
  const heard = new Map<string, Seated>();
  for (const { member, places: given } of lists.flatMap(
    ({ content }) => content.given,
  )) {
    const wanted = places.get(member);
    if (wanted === undefined || heard.has(member)) continue;
    heard.set(member, { member, places: Math.min(given, wanted) });
  }
  return [...heard.values()];
}

function fill(heard: readonly Seated[], seats: number) {
  let free = seats;
  let end = 0;
  for (const { places } of heard) {
    if (places > free) break;
    free -= places;
    end += 1;
  }
  return { seated: heard.slice(0, end), waiting: heard.slice(end), free };
}
