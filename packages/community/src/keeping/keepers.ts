import type { EntryId, LogId, MemberId } from '@manyhands/base';
import { remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { holdsAll, keeperOn, keepersOf } from './status.ts';

type Sight = Pick<Place, 'replica' | 'membership' | 'acks'>;

/** How long my own logs are, on this phone. */
export const ownLogs = ({ replica, membership: { member } }: Sight) =>
  replica.vector().filter(({ log }) => log.member === member);

/** The same, found once for each change. */
export const ownLogsHere = remembered(ownLogs, 'ledger', 'board');

/** The other members of whom some device has stored all that I wrote here. */
export function whoKeepsAll(place: Sight): MemberId[] {
  return whoHolds(place, holdsAll(ownLogs(place)));
}

/** The other members of whom some device has stored this entry. */
export function whoKeeps(place: Sight, id: EntryId): MemberId[] {
  const entry = place.replica.entry(id);
  if (!entry) return [];
  return whoHolds(place, (acked) => (acked.get(entry.logId) ?? 0) > entry.seq);
}

function whoHolds(
  place: Sight,
  holds: (acked: ReadonlyMap<LogId, number>) => boolean,
): MemberId[] {
  const me = place.membership.member;
  const memberOf = keeperOn(place.replica.ledger);
  return [...keepersOf({ me, acks: place.acks(), memberOf }, holds)];
}
