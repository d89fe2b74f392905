import { canAskForPause } from '@manyhands/community/decisions';
import { ofBoard } from '@manyhands/community/opened';
import type { Person } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import { hrefToDecide } from '../phone/routes.ts';
import { nameOf } from '../naming/naming.ts';
import { later } from '../words/later.ts';

/** The row of a person's menu that asks for their pause; none for who cannot. */
export const pauseRow = (community: Community, person: Person) =>
  community.see((place) => canAskForPause(place, person.id), ...ofBoard)
    ? [
        {
          label: later().pausing.ask(nameOf(person)),
          icon: 'waiting' as const,
          href: hrefToDecide(community, 'pause', person.id),
        },
      ]
    : [];
