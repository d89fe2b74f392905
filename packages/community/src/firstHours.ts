/**
 * First hours from the pot (key 15), brought to those who sign for it: who is new, and how much
 * was decided. They give them with a tap, or not; the newcomer says yes as to any hours (C20).
 */
import { fewOfEach, minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, Minutes, MinuteOfTime, Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';
import {
  firstHours,
  firstMinutes,
  giveFrom,
  isNewTo,
  potHere,
} from './accounts/index.ts';
import type { Organisation } from './accounts/index.ts';
import type { ActRefused } from './hours/index.ts';
import { newcomersAsked } from './limits.ts';
import { isAtRest, membersHere, oneEach } from './opened/index.ts';
import type { Place } from './opened/index.ts';
import { arrivalOf, arrivedAt, newForDays } from './people/index.ts';

/** Somebody who is new, for whom the pot has first hours. */
export interface ToWelcome {
  readonly of: Organisation;
  readonly member: MemberId;
  readonly minutes: Minutes;
  readonly since: MinuteOfTime;
  /** Who let them in, where that is one member. */
  readonly by: MemberId | null;
}

/**
 * Whom I could welcome as one who signs for the pot: of each who lets people in so many, the
 * earliest. Nobody who asked already, none of those I put away, not myself.
 */
export function newcomersToWelcome(place: Place): ToWelcome[] {
  const of = potHere(place);
  const minutes = firstMinutes(place);
  if (minutes === null || of?.iSign !== true || of.isContested) return [];
  const { ledger } = place.replica;
  const me = place.membership.member;
  const away = putAwayOf(place);
  const from = place.now() - newForDays * minutesPerDay;
  const all = membersHere(ledger)
    .filter(
      ({ member }) => member !== me && !away.has(member) && isNewTo(place, of, member),
    )
    .filter(({ member }) => !isAtRest(place, member))
    .flatMap(({ member }) => {
      const since = arrivedAt(place, member);
      // Who has been here longer asks by themself.
      if (since === null || since < from) return [];
      const { by } = arrivalOf(place.replica, member);
      return [{ of, member, minutes, by, since }];
    })
    .sort((a, b) => a.since - b.since || (a.member < b.member ? -1 : 1));
  return fewOfEach(all, newcomersAsked, ({ by }) => by);
}

/** Gives them as the pot: they, and as many signers as it takes, say yes. */
export const welcome = (
  place: Place,
  { of, member, minutes }: ToWelcome,
): Promise<Result<EntryId, ActRefused>> =>
  giveFrom(place, of.account, [{ member, minutes }]);

/** I am new: what the pot has for me, and which it is; null once I asked, or had some. */
export function welcomeForMe(
  place: Place,
): { readonly of: Organisation; readonly minutes: Minutes } | null {
  if (place.membership.isBehalf === true) return null;
  const of = potHere(place);
  const minutes = firstHours(place, of);
  return of === null || minutes === null ? null : { of, minutes };
}

/** Whom I do not welcome now: on this phone alone, and nobody is told. */
class PutAway {
  readonly #place: Place;
  readonly #members = new Set<string>();

  constructor(place: Place) {
    this.#place = place;
    void place.notes.names(prefix).then((names) => {
      if (!names.ok) return;
      for (const name of names.value) this.#members.add(name.slice(prefix.length));
      place.tell('disk');
    });
  }

  has = (member: MemberId): boolean => this.#members.has(member);

  async add(member: MemberId): Promise<Result<void, StoreFault>> {
    const kept = await this.#place.notes.put(prefix + member, new Uint8Array(1));
    if (kept.ok) this.#members.add(member);
    this.#place.tell('disk');
    return kept;
  }
}

const prefix = 'no-welcome/';
const putAwayOf = oneEach((place: Place) => new PutAway(place));

/** They are not offered to me any more; another who signs may still welcome them. */
export const putNewcomerAway = (
  place: Place,
  member: MemberId,
): Promise<Result<void, StoreFault>> => putAwayOf(place).add(member);
