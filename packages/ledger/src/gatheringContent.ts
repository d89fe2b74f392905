/**
 * What members write on the board about gatherings (F9, types 85, 86, 88 and 89). No rule
 * here asks a clock: a date is named by the civil day on which it was first to be, whatever
 * has been moved since, so the fold needs no calendar.
 */
import type { CommunityId, Day, GatheringId, Hex, MemberId } from '@manyhands/base';
import {
  boolean,
  encode,
  fromHex,
  hex,
  integer,
  list,
  nullable,
  text,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import {
  ascending,
  dayField,
  keyField,
  memberField,
  u32Field,
  where,
  wordOf,
} from './fields.ts';

/** Who began it, and 16 random bytes: nobody can name another's gathering their own. */
export interface GatheringName {
  readonly founder: MemberId;
  readonly random: Hex;
}

/** On one day; each week; each second week; on that weekday of the month; on its last. */
export type HowOften = 'once' | 'weekly' | 'fortnightly' | 'monthly' | 'monthlyLast';

/** When and where people meet, by the clock of `zone`. */
export interface GatheringPlan {
  /** The first date; what comes after follows from `every`. */
  readonly day: Day;
  /** The minute of that day. */
  readonly minute: number;
  /** In minutes. */
  readonly length: number;
  /** The name of a time zone, as of the IANA; whoever does not know it takes their own. */
  readonly zone: string;
  readonly every: HowOften;
  /** The last day on which a date may be; null: it goes on. */
  readonly until: Day | null;
  readonly place: string;
}

/** What stands of a gathering; of several the highest `rev`, then the highest id (B22). */
export interface Gathering extends GatheringName, GatheringPlan {
  readonly type: 'gathering';
  readonly rev: number;
  /** The group for which it is; null: for all. */
  readonly group: Hex | null;
  readonly title: string;
  readonly words: string;
  readonly access: string;
  readonly bring: string;
  /** How many can come; null: as many as like. */
  readonly seats: number | null;
  /** Who organises it beside the founder; heard from the founder alone. */
  readonly organisers: readonly MemberId[];
  /** What organisers want to say of the latest change. */
  readonly note: string;
  readonly isOff: boolean;
}

/** When and where one date is instead. */
export interface MovedTo {
  readonly day: Day;
  readonly minute: number;
  readonly length: number;
  readonly place: string;
}

/** What organisers say of one date: that it is moved, left out, or as planned again. */
export interface DateChange extends GatheringName {
  readonly type: 'gathering.date';
  readonly date: Day;
  readonly rev: number;
  readonly moved: MovedTo | null;
  readonly isOut: boolean;
  readonly note: string;
}

export type ComingSays = 'yes' | 'maybe' | 'no';

/** What a member says for themself of one date, or of all (`date` null). */
export interface GatheringAnswer extends GatheringName {
  readonly type: 'gathering.answer';
  readonly date: Day | null;
  readonly rev: number;
  readonly says: ComingSays;
  readonly guests: number;
  /** What they read when they said so (`seenOf`): after a change they are asked again. */
  readonly seen: Hex;
}

/** How many places one member was given. */
export interface SeatGiven {
  readonly member: MemberId;
  readonly places: number;
}

/** In which order an organiser's phone gives the places of one date, as far as it has heard. */
export interface SeatList extends GatheringName {
  readonly type: 'gathering.seats';
  readonly date: Day;
  readonly rev: number;
  readonly given: readonly SeatGiven[];
}

export type GatheringContent = Gathering | DateChange | GatheringAnswer | SeatList;

/** Bytes of UTF-8, and numbers (F9). */
export const gatheringLimits = {
  title: 96,
  words: 1_000,
  place: 96,
  access: 200,
  bring: 200,
  note: 200,
  /** A week. */
  length: 10_080,
  seats: 64,
  organisers: 7,
  guests: 8,
  /** Of one date, those who wait among them. */
  given: 96,
} as const;

/** One name in memory, for maps. */
export const gatheringIdOf = (
  community: CommunityId,
  { founder, random }: GatheringName,
): GatheringId =>
  toHex(
    taggedHash('gathering', fromHex(community), fromHex(founder), fromHex(random)),
  ) as GatheringId;

/** What an answer says to have read: when and where, and how often if it is for all dates. */
export const seenOf = ({
  day,
  minute,
  zone,
  place,
  every,
}: Pick<GatheringPlan, 'day' | 'minute' | 'zone' | 'place'> & {
  readonly every: HowOften | null;
}): Hex =>
  toHex(
    taggedHash('seen', encode([day, minute, zone, place, every ?? ''])).subarray(0, 16),
  );

const name = { founder: memberField, random: hex(16) };
const minuteField = integer(0, 1_439);
const lengthField = integer(1, gatheringLimits.length);
const placeField = text(gatheringLimits.place);
const noteField = text(gatheringLimits.note);

const seatsGiven: Shape<readonly SeatGiven[]> = where(
  list(
    tuple<SeatGiven>({
      member: memberField,
      places: integer(1, gatheringLimits.guests + 1),
    }),
    0,
    gatheringLimits.given,
  ),
  (given) => new Set(given.map(({ member }) => member)).size === given.length,
);

/** Payloads by type (F9). */
export const gatheringShapes: {
  [C in GatheringContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  gathering: where(
    tuple<Omit<Gathering, 'type'>>({
      ...name,
      rev: u32Field,
      group: nullable(keyField),
      title: text(gatheringLimits.title),
      words: text(gatheringLimits.words),
      day: dayField,
      minute: minuteField,
      length: lengthField,
      zone: text(48),
      every: wordOf<HowOften>(
        'once',
        'weekly',
        'fortnightly',
        'monthly',
        'monthlyLast',
      ),
      until: nullable(dayField),
      place: placeField,
      access: text(gatheringLimits.access),
      bring: text(gatheringLimits.bring),
      seats: nullable(integer(1, gatheringLimits.seats)),
      organisers: ascending(
        memberField,
        [0, gatheringLimits.organisers],
        (each) => each,
      ),
      note: noteField,
      isOff: boolean,
    }),
    ({ title, day, until }) => title !== '' && (until === null || until >= day),
  ),
  'gathering.date': tuple({
    ...name,
    date: dayField,
    rev: u32Field,
    moved: nullable(
      tuple<MovedTo>({
        day: dayField,
        minute: minuteField,
        length: lengthField,
        place: placeField,
      }),
    ),
    isOut: boolean,
    note: noteField,
  }),
  'gathering.answer': tuple({
    ...name,
    date: nullable(dayField),
    rev: u32Field,
    says: wordOf<ComingSays>('yes', 'maybe', 'no'),
    guests: integer(0, gatheringLimits.guests),
    seen: hex(16),
  }),
  'gathering.seats': tuple({
    ...name,
    date: dayField,
    rev: u32Field,
    given: seatsGiven,
  }),
};
