import type { RoomRefused } from '@manyhands/community/rooms';
import type { SayRefused } from '@manyhands/community/talk';
import { later } from '../words/later.ts';
import { say } from '../words/say.ts';
import type { Trouble } from '../words/words.ts';

/** Why a word was not said, or not erased. */
export function sayTalk(refused: SayRefused | RoomRefused): Trouble {
  const { groups, rooms, talk, trouble } = later();
  switch (refused.type) {
    case 'NoWords':
      return talk.noWords;
    case 'NoteTooLong':
      return talk.tooLong;
    case 'NotInRoom':
      return rooms.notInIt;
    case 'TooLarge':
      return groups.refused.tooLarge;
    case 'NotHere':
    case 'Blocked':
      return talk.notNow;
    case 'HasLeft':
      return trouble.otherHasLeft;
    case 'DoorClosed':
      return talk.isClosed;
    case 'WaitsForAnswer':
      return talk.isWaiting;
    default:
      return say(refused);
  }
}
