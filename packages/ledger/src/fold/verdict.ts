/** What is known of motions once they are judged. */
import type { AccountId, EntryId, MemberId } from '@manyhands/base';
import type { LineName } from '../motionContent.ts';
import type { Motion } from './motion.ts';

/** What a motion came to. */
export interface MotionVerdict {
  readonly yes: readonly MemberId[];
  readonly no: readonly MemberId[];
  readonly of: number;
  readonly isTaken: boolean;
}

/** A motion in numbers. */
export interface Tally {
  readonly id: EntryId;
  readonly yes: number;
  readonly no: number;
  readonly isTaken: boolean;
  readonly holds: readonly boolean[];
}

/** What is said of a subject by what holds there. */
export interface Holding {
  readonly winner: Motion;
  readonly motions: ReadonlySet<Motion>;
}

/** What the fold has to look at again. */
export interface Moved {
  readonly lines: Set<LineName>;
  readonly accounts: Set<AccountId>;
}
