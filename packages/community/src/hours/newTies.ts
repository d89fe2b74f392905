import type { Day, MemberId, PartyId } from '@manyhands/base';
import type { HelpView, Ledger, Transfer } from '@manyhands/ledger';
import { oneEach, remembered } from '../opened/index.ts';

/** How many pairs help has tied, ever, and for the first time lately. */
export interface NewTies {
  readonly pairs: number;
  readonly lately: number;
}

/** Whoever first helped each other within so many days. */
const latelyDays = 30;

/** The first day of each pair, as far as it was counted: help that comes is counted on. */
class Pairs {
  readonly gone: number;
  /** By the lower of the two, then by the other. */
  readonly #firstDays = new Map<PartyId, Map<PartyId, Day>>();
  readonly #perFirstDay = new Map<Day, number>();
  #counted = 0;

  constructor({ gone }: HelpView) {
    this.gone = gone;
  }

  /** What stands was a member's when it came to stand, and is for as long as it does (ledger/L3). */
  count(ledger: OfTies): void {
    let at = 0;
    for (const each of ledger.help.transfers()) {
      at += 1;
      if (at <= this.#counted) continue;
      const isOfTwo = [each.helper, each.helped].every((one) =>
        ledger.isEverMember(one as MemberId),
      );
      if (isOfTwo) this.#tie(each);
    }
    this.#counted = at;
  }

  #tie({ helper, helped, day }: Transfer): void {
    const [one, other] = helper < helped ? [helper, helped] : [helped, helper];
    const ofOne = this.#firstDays.get(one) ?? new Map<PartyId, Day>();
    this.#firstDays.set(one, ofOne);
    const known = ofOne.get(other);
    if (known !== undefined && known <= day) return;
    ofOne.set(other, day);
    if (known !== undefined) this.#add(known, -1);
    this.#add(day, 1);
  }

  #add(day: Day, by: number): void {
    this.#perFirstDay.set(day, (this.#perFirstDay.get(day) ?? 0) + by);
  }

  ties(today: Day): NewTies {
    let [pairs, lately] = [0, 0];
    for (const [day, count] of this.#perFirstDay) {
      pairs += count;
      if (day > today - latelyDays) lately += count;
    }
    return { pairs, lately };
  }
}

type OfTies = Pick<Ledger, 'help' | 'isEverMember'>;

const known = oneEach((_: HelpView): { pairs: Pairs | null } => ({ pairs: null }));

/** Pairs of members with help that both signed; who they are is nobody's score. */
export function newTiesOf(ledger: OfTies, today: Day): NewTies {
  const { help } = ledger;
  const counted = known(help);
  if (counted.pairs?.gone !== help.gone) counted.pairs = new Pairs(help);
  counted.pairs.count(ledger);
  return counted.pairs.ties(today);
}

export const newTiesHere = remembered(
  (place) => newTiesOf(place.replica.ledger, place.today()),
  'help',
);
