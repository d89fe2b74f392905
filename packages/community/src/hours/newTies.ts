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
  /** Where counting was left off; null once all was counted. */
  #left: Iterator<Transfer> | null = null;

  constructor({ gone }: HelpView) {
    this.gone = gone;
  }

  /**
   * Counts on, so many at most; answers whether all is counted. What stands was a member's when
   * it came to stand, and is for as long as it does (ledger/L3).
   */
  count(ledger: OfTies, most: number): boolean {
    this.#left ??= from(ledger.help.transfers(), this.#counted);
    for (let n = 0; n < most; n++) {
      const next = this.#left.next();
      if (next.done === true) {
        this.#left = null;
        return true;
      }
      this.#counted += 1;
      const isOfTwo = [next.value.helper, next.value.helped].every((one) =>
        ledger.isEverMember(one as MemberId),
      );
      if (isOfTwo) this.#tie(next.value);
    }
    return false;
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

export type OfTies = Pick<Ledger, 'help' | 'isEverMember'>;

const known = oneEach((_: HelpView): { pairs: Pairs | null } => ({ pairs: null }));

function pairsOf({ help }: OfTies): Pairs {
  const counted = known(help);
  if (counted.pairs?.gone !== help.gone) counted.pairs = new Pairs(help);
  return counted.pairs;
}

/** Pairs of members with help that both signed; who they are is nobody's score. */
export function newTiesOf(ledger: OfTies, today: Day): NewTies {
  const pairs = pairsOf(ledger);
  pairs.count(ledger, Number.POSITIVE_INFINITY);
  return pairs.ties(today);
}

/** So many are counted without a tap waiting for it. */
const aTime = 4_000;

/** Counts for a moment; answers whether the ties are at hand now. */
export const countTies = ({
  replica: { ledger },
}: {
  readonly replica: { readonly ledger: OfTies };
}): boolean => pairsOf(ledger).count(ledger, aTime);

function from(lines: Iterable<Transfer>, counted: number): Iterator<Transfer> {
  const left = lines[Symbol.iterator]();
  for (let n = 0; n < counted; n++) left.next();
  return left;
}

export const newTiesHere = remembered(
  (place) => newTiesOf(place.replica.ledger, place.today()),
  'help',
);
