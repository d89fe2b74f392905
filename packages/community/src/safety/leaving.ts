import { ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { leaveCommunity } from '@manyhands/ledger';
import type { LeaveRefused as Refused } from '@manyhands/ledger';
import { toForget } from '@manyhands/replica';
import type { AppendRefused } from '@manyhands/replica';
import { entriesOf } from '@manyhands/door';
import type { Place } from '../opened/index.ts';

export type LeavingRefused = Refused | AppendRefused;

/** As many others make the status line calm: what they have heard does not get lost. */
const enough = 2;

/** Who has heard that I left, and stored it with all that I erased. */
export interface Hearing {
  readonly told: number;
  /** Everybody else who is in. */
  readonly of: number;
}

/** Whether those who have heard will tell the rest, so that this phone is needed no more. */
export const isHeard = ({ told, of }: Hearing): boolean => told >= Math.min(enough, of);

/**
 * Leaves for good, and takes every word of mine off every board. The leaving is said first:
 * broken off behind it, each device of mine that knows of it does the rest (replica/P10).
 */
export async function leave(place: Place): Promise<Result<void, LeavingRefused>> {
  const { replica, writer, membership } = place;
  if (replica.ledger.member(membership.member)?.left !== true) {
    const leaving = leaveCommunity(replica.ledger, membership);
    if (!leaving.ok) return leaving;
    const said = await writer.append('ledger', leaving.value);
    if (!said.ok) return said;
  }
  const mine = toForget(replica, membership.member);
  return mine.length > 0 ? writer.erase(mine) : ok(undefined);
}

/**
 * Whether it was said on this very phone. On another one of mine it may have been said by
 * whoever found or stole the first: that one clears nothing by itself.
 */
export const leftHere = ({ replica, membership }: Place): boolean =>
  entriesOf(replica, membership.member).some(
    ({ log, content }) =>
      log.device === membership.device && content.type === 'member.leave',
  );
