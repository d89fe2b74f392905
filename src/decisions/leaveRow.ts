import { canAskToLeave } from '@manyhands/community/decisions';
import { ofBoard } from '@manyhands/community/opened';
import type { Person } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import { hrefToDecide } from '../phone/routes.ts';
import { nameOf } from '../naming/naming.ts';
import { later } from '../words/later.ts';

const couldLeave = (community: Community, { id }: Person): boolean =>
  community.see((place) => canAskToLeave(place, id), ...ofBoard);

/** Of whom I can ask all of us whether they should leave. */
export const whoCouldLeave = (community: Community): Person[] =>
  community.living.filter((person) => person.isMember && couldLeave(community, person));

/** The row of a person's menu that asks all of us whether they should leave; none for who cannot. */
export const leaveRow = (community: Community, person: Person) =>
  couldLeave(community, person)
    ? [
        {
          label: later().parting.ask(nameOf(person)),
          icon: 'speech' as const,
          href: hrefToDecide(community, 'leave', person.id),
        },
      ]
    : [];
