import type { Day, GatheringId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type {
  Gathering,
  GatheringAnswer,
  MovedTo,
  ComingSays,
  SeatList,
} from '../gatheringContent.ts';

/** A gathering as it reads now. */
export interface ShownGathering {
  readonly id: GatheringId;
  readonly founder: MemberId;
  /** The founder first, then those whom the founder names. */
  readonly organisers: readonly MemberId[];
  readonly gathering: Gathering;
  /** Whoever wrote it is one of the organisers. */
  readonly entry: Entry;
}

/** One date as it reads now. */
export interface DateNow extends MovedTo {
  /** The day by which it is named, wherever it has been moved. */
  readonly date: Day;
  readonly isMoved: boolean;
  /** Left out, or all of it is called off. */
  readonly isOut: boolean;
  readonly note: string;
  /** Of what was changed; null: nothing was. */
  readonly rev: number | null;
  readonly entry: Entry | null;
}

/** What a member said, and the entry in which they did. */
export interface AnswerHeard {
  readonly member: MemberId;
  readonly answer: GatheringAnswer;
  readonly entry: Entry;
}

/** What a member says of one date: of it alone, or else of all. */
export interface Coming {
  readonly member: MemberId;
  readonly says: ComingSays;
  readonly guests: number;
  /** When or where has changed since they said so. */
  readonly isAskedAgain: boolean;
  readonly entry: Entry;
}

/** Somebody who said yes, and how many come with their place. */
export interface Seated {
  readonly member: MemberId;
  readonly places: number;
}

export interface OnWaitingList extends Seated {
  /** Another phone of an organiser had given them a place that is now somebody else's. */
  readonly hasLost: boolean;
}

/** Who of those who said yes has a place at one date (B24). */
export interface Seats {
  readonly seated: readonly Seated[];
  /** In the order in which they move up. */
  readonly waiting: readonly OnWaitingList[];
  /** Of whom no organiser's phone has said that it has heard, by their names. */
  readonly unheard: readonly Seated[];
  /** Null: as many as like. */
  readonly free: number | null;
}

/** What stands about gatherings; in no order unless one is said. */
export interface GatheringBoard {
  all(): ShownGathering[];
  named(id: GatheringId): ShownGathering | null;
  /** The dates of which somebody has said something, ascending; anybody may have. */
  changedDates(id: GatheringId): Day[];
  /** Whether there is such a date, a calendar knows; null if there is no such gathering. */
  dateOf(id: GatheringId, date: Day): DateNow | null;
  answerOf(id: GatheringId, date: Day | null, member: MemberId): AnswerHeard | null;
  /** All that a member has answered, for whatever. */
  answersOf(member: MemberId): AnswerHeard[];
  /** What it was about. */
  idsAnsweredBy(member: MemberId): GatheringId[];
  /** Everybody who has said something of this date, by their names (B23). */
  comingTo(id: GatheringId, date: Day): Coming[];
  /** The same of one of them. */
  saysOf(id: GatheringId, date: Day, member: MemberId): Coming | null;
  /** Of those who are still here. */
  seatsOn(id: GatheringId, date: Day, isHere: (member: MemberId) => boolean): Seats;
  /** The list that counts first. */
  listOf(id: GatheringId, date: Day): SeatList | null;
}
