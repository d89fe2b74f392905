import { tellGatherings } from '@manyhands/community';
import { keepStandingYes } from '@manyhands/community/accounts';
import * as gatherings from '@manyhands/community/gatherings';
import { keepRoomsForgetting } from '@manyhands/community/rooms';
import { keepEarlyYeses } from '@manyhands/community/sessions';
import type { Place } from '@manyhands/community/opened';

/**
 * What a phone does by itself while a place is open, by its owner's rules: it says a signer's yes
 * and what was said ahead, gives the places of what its owner organises, and has rooms forget its
 * owner's old words. Fetched when the place is there already, and with it what the first page tells
 * of gatherings. Returns its end.
 */
export function keepActing(place: Place): () => void {
  tellGatherings(place, gatherings);
  const ends = [
    keepStandingYes(place),
    keepEarlyYeses(place),
    gatherings.keepSeatsGiven(place),
    keepRoomsForgetting(place),
  ];
  return () => {
    for (const end of ends) end();
  };
}
