/** Why a neighbour's word for somebody was not written, as a sentence. */
import type { RecoverRefused } from '@manyhands/ledger';
import { later } from './later.ts';
import { say } from './say.ts';
import type { Refusal } from './say.ts';
import type { Trouble } from './words.ts';

export function sayBringBack(refused: RecoverRefused | Refusal): Trouble {
  const { trouble } = later();
  switch (refused.type) {
    case 'NotAGuardian':
      return trouble.spareNotKept;
    case 'AlreadyWritten':
    case 'NothingToDo':
      return trouble.spareSaid;
    case 'TooManyDevices':
      return trouble.deviceMany;
    default:
      return say(refused);
  }
}
