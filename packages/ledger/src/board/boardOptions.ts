import type { EntryId, MemberId } from '@manyhands/base';
import type { LogName } from '../log.ts';
import type { IsAmong } from './groups.ts';
import type { SignsFor } from './sharedBoard.ts';

/** What a board asks of whoever feeds it. */
export interface BoardOptions {
  /**
   * Up to which place of a log its entries are shown; asked of the fold, and asked again
   * for logs of which `changed` says that it may be another. Without it, all are.
   */
  readonly shownUpTo?: (log: LogName) => number;
  /** Whether the signatures inside an entry are good. Without it, all are. */
  readonly isProven?: (id: EntryId) => boolean;
  /** How far from the founder a member is by admissions; without it, all are as far. */
  readonly distanceOf?: (member: MemberId) => number;
  /** Whether a member signs for an account now (B18); without it, nobody does. */
  readonly signsFor?: SignsFor;
  /** Whether somebody is a member whom nothing has ended (B19); without it, everybody is. */
  readonly isAmong?: IsAmong;
}
