import type { AccountId, PartyId } from '@manyhands/base';
import { membersHere, personOf } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { organisationsHere } from './organisation.ts';

/** What turns or hides letters, and what stands over them: nobody tells names apart by it. */
const unseen = /[\p{M}\p{Cf}\p{P}\s]/gu;

/** What a reader goes by: letters alone. */
export const plainOf = (name: string): string =>
  name.normalize('NFKD').replace(unseen, '').toLowerCase().normalize('NFC');

/** Whether a reader would take one name for the other. */
export const isLike = (one: string, other: string): boolean =>
  plainOf(one) !== '' && plainOf(one) === plainOf(other);

/** Organisations, and members, that are called like this already; `but` is left out. */
export function likeNamed(
  place: Pick<Place, 'replica' | 'membership'>,
  name: string,
  but: AccountId | null = null,
): PartyId[] {
  const { replica, membership } = place;
  const accounts = organisationsHere(place)
    .filter(({ account, who }) => account !== but && isLike(who.name, name))
    .map(({ account }): PartyId => account);
  const members = membersHere(replica.ledger)
    .filter(({ member }) =>
      isLike(personOf(replica, member, membership.member).name, name),
    )
    .map(({ member }): PartyId => member);
  return [...accounts, ...members];
}
