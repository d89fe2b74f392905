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
  /** Of a removal whether it is taken, or some past of the logs took it (L24). */
  readonly wasTaken: boolean;
}

/** How many yes it takes at least, of so many who are asked (L21). */
export const leastYes = (of: number): number => (of <= 3 ? 2 : 3);

/** Whether that is enough yes (L21). */
export const isEnough = ({
  yes,
  no,
  of,
}: Pick<MotionVerdict, 'yes' | 'no' | 'of'>): boolean =>
  yes.length >= leastYes(of) && yes.length > no.length && 5 * yes.length > of;

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
