import type { GroupRefused } from '@manyhands/community/groups';
import { later } from '../words/later.ts';
import { say } from '../words/say.ts';
import type { Trouble } from '../words/words.ts';

/** Why something of a group did not happen. */
export function sayGroup(refused: GroupRefused): Trouble {
  const { groups, trouble } = later();
  switch (refused.type) {
    case 'NameMissing':
      return trouble.nameMissing;
    case 'NoteTooLong':
      return groups.refused.tooLong;
    case 'TooLarge':
      return groups.refused.tooLarge;
    case 'NotOrganising':
      return groups.refused.notOrganising;
    case 'NotHere':
      return groups.refused.notHere;
    case 'LastOrganiser':
      return groups.refused.lastOrganiser;
    case 'TooManyOrganisers':
      return groups.refused.tooMany;
    default:
      return say(refused);
  }
}
