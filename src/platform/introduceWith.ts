import { addReadyCards } from '@manyhands/community/board';
import { introduceMyself } from '@manyhands/community/people';
import type { Newcomer } from '@manyhands/community/people';
import type { LivePlace } from './livePlace.ts';

/** What somebody new says of themself; what they can do makes cards that are ready to pin. */
export async function introduceWith(place: LivePlace, you: Newcomer) {
  const ready = await addReadyCards(place.notes, you.skills);
  return ready.ok ? introduceMyself(place, you) : ready;
}
