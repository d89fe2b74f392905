/** By which rule a signer's phone may say yes by itself, and what such a rule lets through. */
import { outlookOf } from '@manyhands/ledger';
import type { Day, EntryId, MemberId, Minutes, MinuteOfTime } from '@manyhands/base';
import { minutesPerDay } from '@manyhands/base';
import { pauseOf } from '../decisions/index.ts';
import { welcomesADay, yesesADay, yesesOfOne } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import { firstMinutes, hasNoHours } from './grants.ts';
import { potHere } from './pot.ts';
import type { Signing } from './signing.ts';

/**
 * `brings`: what brings hours in while the other side stays within the limit. `welcome`: that, and
 * the first hours that were decided, for whoever is new and asks the pot. `people`: what these
 * members say, up to so many minutes of each within seven days, until a day.
 */
export type YesRule =
  | { readonly type: 'brings' | 'welcome' }
  | {
      readonly type: 'people';
      readonly members: readonly MemberId[];
      readonly minutes: Minutes;
      readonly until: Day;
    };

/** One yes that this phone said by itself. */
export interface SaidByItself {
  readonly proposal: EntryId;
  readonly member: MemberId;
  readonly minutes: Minutes;
  readonly day: Day;
  readonly at: MinuteOfTime;
}

const weekOfDays = 7;

/**
 * Whether a rule says yes to this (C19). Seven days are counted back from what is asked, by
 * its own day as well as by the clock: no week begins anew, on a Monday or by another clock.
 */
export function isLetThrough(
  place: Place,
  { of, transfer }: Signing,
  rule: YesRule,
  said: readonly SaidByItself[],
  now: MinuteOfTime,
): boolean {
  const { ledger } = place.replica;
  const { helper, helped, kind, proposer, minutes, day } = transfer;
  const brings = helper === of.account;
  const other = (brings ? helped : helper) as MemberId;
  // Only what a member says for themselves, alone on their side.
  const isTheirs = proposer === other && ledger.member(other) !== null;
  if (!isTheirs || of.signers.includes(other) || of.isContested) return false;
  if (kind === 'undo' || kind === 'opening' || pauseOf(place, other)) return false;
  if (ledger.hidesSumsOf(other)) return false;
  const outlook = outlookOf(ledger, [transfer]);
  if (outlook.some(({ pastLimit }) => pastLimit)) return false;
  const today = said.filter(({ at }) => at > now - minutesPerDay);
  if (today.length >= yesesADay) return false;
  const theirs = said.filter(({ member }) => member === other);
  if (theirs.filter((each) => today.includes(each)).length >= yesesOfOne) return false;
  if (rule.type !== 'people') {
    const welcomes = rule.type === 'welcome';
    return brings || (welcomes && isWelcome(place, of, transfer, outlook, today));
  }
  const thisDay = Math.floor(now / minutesPerDay);
  const isOfNow = day <= thisDay + 1 && day > thisDay - weekOfDays;
  if (!rule.members.includes(other) || !isOfNow) return false;
  const before = theirs
    .filter(
      (each) =>
        Math.abs(each.day - day) < weekOfDays ||
        each.at > now - weekOfDays * minutesPerDay,
    )
    .reduce((sum, each) => sum + each.minutes, 0);
  const isCovered = brings || of.kind !== 'pot' || isAboveZero(outlook, of.account);
  return isCovered && before + minutes <= rule.minutes;
}

/**
 * Whether it is what was decided for whoever is new (key 15), out of what the pot has. Somebody
 * with a say let them in, and of such the phone welcomes few a day: puppets come by dozens.
 */
function isWelcome(
  place: Place,
  of: Signing['of'],
  { kind, helper, minutes }: Signing['transfer'],
  outlook: ReturnType<typeof outlookOf>,
  today: readonly SaidByItself[],
): boolean {
  const { ledger } = place.replica;
  const newcomer = helper as MemberId;
  const isAsked = kind === 'gift' && minutes === firstMinutes(place);
  if (!isAsked || potHere(place)?.account !== of.account) return false;
  const by = ledger.member(newcomer)?.admittedBy ?? [];
  const isLetInBySay = by.some((each) => ledger.member(each)?.voice === true);
  const welcomed = today.filter((each) => each.minutes === minutes);
  return (
    isLetInBySay &&
    hasNoHours(place, newcomer) &&
    welcomed.length < welcomesADay &&
    isAboveZero(outlook, of.account)
  );
}

/** A pot gives what it has, unless somebody says otherwise. */
const isAboveZero = (outlook: ReturnType<typeof outlookOf>, pot: string): boolean =>
  outlook.every(({ party, after }) => party !== pot || after >= 0);
