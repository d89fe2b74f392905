/** A gathering of Ana's, and what people say of it. */
import type { Day, GatheringId } from '@manyhands/base';
import { gatheringIdOf, seenOf } from '../gatheringContent.ts';
import type {
  DateChange,
  Gathering,
  GatheringAnswer,
  SeatList,
} from '../gatheringContent.ts';
import { member } from './village.ts';
import type { LedgerVillage } from './village.ts';

/** Saturday 1 August 2026. */
export const firstDay = 20_666 as Day;

export const walk: Gathering = {
  type: 'gathering',
  founder: member('ana'),
  random: 'ab'.repeat(16),
  rev: 0,
  group: null,
  title: 'A walk to the mill',
  words: 'Slowly, with a rest',
  day: firstDay,
  minute: 600,
  length: 120,
  zone: 'Europe/Madrid',
  every: 'weekly',
  until: null,
  place: 'At the bridge',
  access: 'No steps',
  bring: 'Water',
  seats: null,
  organisers: [],
  note: '',
  isOff: false,
};

const { founder, random } = walk;
/** What somebody has read who has seen `walk` as it was first. */
const seenOfDate = (date: Day): string => seenOf({ ...walk, day: date, every: null });

export const answer = (
  says: GatheringAnswer['says'],
  date: Day | null = firstDay,
  more: Partial<GatheringAnswer> = {},
): GatheringAnswer => ({
  type: 'gathering.answer',
  founder,
  random,
  date,
  rev: 0,
  says,
  guests: 0,
  seen: date === null ? seenOf(walk) : seenOfDate(date),
  ...more,
});

export const change = (rev: number, more: Partial<DateChange> = {}): DateChange => ({
  type: 'gathering.date',
  founder,
  random,
  date: firstDay,
  rev,
  moved: null,
  isOut: false,
  note: '',
  ...more,
});

export const seats = (
  rev: number,
  ...given: readonly (string | readonly [string, number])[]
): SeatList => ({
  type: 'gathering.seats',
  founder,
  random,
  date: firstDay,
  rev,
  given: given.map((each) => {
    const [name, places] = typeof each === 'string' ? [each, 1] : each;
    return { member: member(name), places };
  }),
});

export const walkIn = ({ community }: LedgerVillage): GatheringId =>
  gatheringIdOf(community, walk);
