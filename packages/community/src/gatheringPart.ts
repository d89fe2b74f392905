/**
 * What the first page tells of gatherings, once their code is here: it comes when all else is
 * quiet, and nobody's first page waits for its calendar.
 */
import type * as gatherings from './gatherings/index.ts';
import type { Place } from './opened/index.ts';

type GatheringPart = Pick<typeof gatherings, 'gatheringNewsFor' | 'gatheringsComing'>;

let part: GatheringPart | null = null;

/** The code has come: whoever draws this place is told to ask again. */
export function tellGatherings(place: Pick<Place, 'tell'>, come: GatheringPart): void {
  part = come;
  place.tell('disk');
}

/** What has changed of gatherings I come to; nothing before their code is here. */
export const newsOfGatherings = (
  place: Place,
): ReturnType<GatheringPart['gatheringNewsFor']> => part?.gatheringNewsFor(place) ?? [];

/** What I come to and that needs nothing from me. */
export const gatheringsNext = (
  place: Place,
): ReturnType<GatheringPart['gatheringsComing']> => part?.gatheringsComing(place) ?? [];

/** Whether anybody has ever begun one: quick, without their code. */
export const hasGatherings = ({ replica }: Pick<Place, 'replica'>): boolean =>
  replica.board.gatherings.all().length > 0;
