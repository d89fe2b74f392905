/** An organiser's phone gives the places of its dates, while the app is open (C42). */
import { SerialQueue } from '@manyhands/base';
import type { Day, GatheringId } from '@manyhands/base';
import { gatheringLimits, revAfter } from '@manyhands/ledger';
import type { SeatGiven, SeatList, Seated, ShownGathering } from '@manyhands/ledger';
import { seatListsADay, seatsGivenAhead } from '../limits.ts';
import { isOff, oneEach, replace } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { nameIn } from './acts.ts';
import { datesOf, gatheringsOf, whoComes } from './shownDates.ts';
import type { WhoComes } from './shownDates.ts';

/**
 * The order in which places are given from now on: who stands in it and still comes stays where
 * they are, and whoever has said yes since goes to its end, the earliest first. Nobody's places
 * grow while somebody waits.
 */
function listAfter({ yes, askedAgain, seats }: WhoComes): SeatGiven[] {
  const wanted = new Map(
    [...yes, ...askedAgain].map(({ member, guests }) => [member, guests + 1]),
  );
  let free = seats.free ?? 0;
  const isCalm = seats.waiting.length === 0;
  const grown = ({ member, places }: Seated): SeatGiven => {
    const more = Math.min((wanted.get(member) ?? places) - places, isCalm ? free : 0);
    free -= more;
    return { member, places: places + more };
  };
  const when = new Map(
    [...yes, ...askedAgain].map((each) => [each.member, each.entry]),
  );
  const news = [...seats.unheard].sort((a, b) => {
    const [one, other] = [when.get(a.member), when.get(b.member)];
    return (one?.time ?? 0) - (other?.time ?? 0) || (a.member < b.member ? -1 : 1);
  });
  const kept = [...seats.seated.map(grown), ...seats.waiting];
  return [...kept, ...news]
    .slice(0, gatheringLimits.given)
    .map(({ member, places }) => ({ member, places }));
}

class SeatLists {
  readonly #place: Place;
  #day = 0 as Day;
  #written = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Writes the lists of my next dates that are not what they should be. */
  async look(): Promise<void> {
    const place = this.#place;
    const { member, device } = place.membership;
    if (isOff(place) || place.replica.ledger.roleOf(member, device) !== 0) return;
    const today = place.today();
    if (this.#day !== today) this.#written = 0;
    this.#day = today;
    const mine = gatheringsOf(place).filter(
      ({ organisers, gathering }) =>
        organisers.includes(member) && gathering.seats !== null && !gathering.isOff,
    );
    for (const shown of mine) {
      const dates = datesOf(place, shown, today, (today + seatsGivenAhead) as Day);
      for (const { id, date, isOver, now } of dates) {
        if (isOver || now.isOut || this.#written >= seatListsADay) continue;
        if (await giveSeats(place, shown, { id, date })) this.#written += 1;
      }
    }
  }
}

/** Whether there was something to write, and it is written. */
async function giveSeats(
  place: Place,
  { gathering }: ShownGathering,
  { id, date }: { readonly id: GatheringId; readonly date: Day },
): Promise<boolean> {
  const { board } = place.replica;
  const stands = board.gatherings.listOf(id, date);
  const given = listAfter(whoComes(place, id, date));
  if (isSameList(stands?.given ?? [], given)) return false;
  const { member, device } = place.membership;
  // Of each phone one list: what another of mine has listed is its own to replace.
  const older = board
    .entriesOf(member)
    .filter(
      ({ content, log }) =>
        content.type === 'gathering.seats' &&
        log.device === device &&
        content.random === gathering.random &&
        content.founder === gathering.founder &&
        content.date === date,
    );
  const content: SeatList = {
    type: 'gathering.seats',
    ...nameIn(gathering),
    date,
    rev: revAfter(stands?.rev ?? -1),
    given,
  };
  const written = await replace(place, content, older);
  return written.ok;
}

const isSameList = (a: readonly SeatGiven[], b: readonly SeatGiven[]): boolean =>
  a.length === b.length &&
  a.every(({ member, places }, i) => b[i]?.member === member && b[i].places === places);

const seatListsOf = oneEach((place: Place) => new SeatLists(place));

/** For as long as a place is open its phone gives places. Returns its end. */
export function keepSeatsGiven(place: Place): () => void {
  const look = new SerialQueue().coalesce(() => seatListsOf(place).look());
  void look();
  return place.subscribe('board', () => void look());
}
