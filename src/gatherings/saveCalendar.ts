import type { CalendarWords } from '@manyhands/community/gatherings';
import type { Place } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import { downloadCalendar } from '../screen/download.ts';
import { said, saidInLines } from '../words/said.ts';
import { noteOf } from './gatheringWords.ts';

const words: CalendarWords = {
  title: ({ shown }) => said(shown.gathering.title),
  words: (date) =>
    [noteOf(date), date.shown.gathering.words, date.shown.gathering.bring]
      .map(saidInLines)
      .filter(Boolean)
      .join('\n'),
  where: ({ now }) => said(now.place),
};

/** Saves gatherings as a file that a calendar takes in. */
export const saveCalendar = (
  { place }: Community,
  name: string,
  make: (place: Place, words: CalendarWords) => string,
): void => downloadCalendar(make(place, words), name);
