/** What makes a newcomer a neighbour, and for how long they are asked. */
import { minutesPerDay } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { encodeAs, integer } from '@manyhands/codec';
import type { Notes } from '@manyhands/replica';
import { myListings } from './board/index.ts';
import { myGifts } from './hours/index.ts';
import { membersHere, ofBoard, talkTextsOf, readNoteAs } from './opened/index.ts';
import type { Place } from './opened/index.ts';
import type { OpenedCommunity } from './openedCommunity.ts';
import { arrangementsOf } from './talk/index.ts';

/** What somebody has done of what they are asked in their first week. */
export interface FirstSteps {
  readonly hasSaidHello: boolean;
  readonly hasOffered: boolean;
  readonly hasAsked: boolean;
  readonly isSafe: boolean;
}

export function firstStepsOf(community: OpenedCommunity): FirstSteps {
  const cards = community.see(myListings, ...ofBoard);
  const isNeed = cards.map(({ listing }) => listing.kind === 'need');
  return {
    hasSaidHello: community.see(hasSaidAWord, ...ofBoard),
    hasOffered: isNeed.includes(false),
    hasAsked: isNeed.includes(true),
    isSafe: community.hasKit,
  };
}

/** To anybody: in talk, or in answer to a card of theirs. */
function hasSaidAWord(place: Place): boolean {
  const me = place.membership.member;
  const isAnswer = arrangementsOf(place).some(({ name }) => name.answerer === me);
  return (
    isAnswer ||
    membersHere(place.replica.ledger).some(({ member }) =>
      talkTextsOf(place, member).some(({ by }) => by === me),
    )
  );
}

/** Among neighbours, and nothing has happened yet: the first hour or gift ends it. */
export const isNewcomer = (community: OpenedCommunity): boolean =>
  community.isLetIn &&
  community.people.length > 0 &&
  !community.hours.some(({ stage }) => stage === 'met') &&
  community.see(myGifts, ...ofBoard).length === 0;

const shape = integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER);
const limits = { bytes: 16, depth: 0 };
const note = 'firstWeek';

/** How long it lasts, by this phone's own clock. */
const week = 7 * minutesPerDay;

/**
 * Whether the week that began when somebody first looked is still on; it begins with the
 * first call. A clock that was ahead then, and is not any more, begins it anew.
 */
export async function isInFirstWeek(notes: Notes, now: MinuteOfTime): Promise<boolean> {
  const kept = await readNoteAs(notes, note, shape, limits);
  const began = kept.ok ? kept.value : null;
  if (began !== null && began <= now) return now - began < week;
  await notes.put(note, encodeAs(shape, now));
  return true;
}
