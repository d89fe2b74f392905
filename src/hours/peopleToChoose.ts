import type { AccountId } from '@manyhands/base';
import { organisationsHere } from '@manyhands/community/accounts';
import { tiesOf } from '@manyhands/community/hours';
import { ofBoard } from '@manyhands/community/opened';
import { detailOf, markKindOf, nameOf } from '../naming/naming.ts';
import type { Community } from '../phone/Community.svelte.ts';

/**
 * With whom it can have been, as a picker shows them: neighbours first. Whoever it is recorded for
 * is not on the other side as well.
 */
export function peopleToChoose(community: Community, as: AccountId | null) {
  const people = [
    ...community.living,
    ...community
      .see(organisationsHere, ...ofBoard)
      .filter(({ account }) => account !== as)
      .map(({ who }) => who),
  ];
  const ties = new Map(tiesOf(community.hours).map((tie) => [tie.person.id, tie]));
  return people.map((person) => ({
    id: person.id,
    name: nameOf(person),
    seed: person.seed,
    kind: markKindOf(person),
    detail: detailOf(community, person, ties.get(person.id)),
  }));
}
