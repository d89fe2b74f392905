import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { readTravelling } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { oneEach } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/** How somebody came to be here. */
export interface Arrival {
  /** Who let them in first; null for the founder, and while we do not know. */
  readonly by: MemberId | null;
  readonly isFounder: boolean;
  /** By the clock of whoever let them in: to be shown, never to be counted with. */
  readonly at: MinuteOfTime | null;
}

export function arrivalOf(
  replica: Pick<Replica, 'community' | 'ledger' | 'evidenceFor'>,
  id: MemberId,
): Arrival {
  const { ledger } = replica;
  const member = ledger.member(id);
  const device = member?.devices[0]?.device;
  const isFounder = ledger.charter()?.founder === id;
  const paper = device && replica.evidenceFor({ member: id, device }).at(-1);
  const entry = paper && readTravelling(replica.community, paper);
  return {
    by: isFounder ? null : (member?.admittedBy[0] ?? null),
    isFounder,
    at: entry?.ok ? entry.value.time : null,
  };
}

/** For so many days somebody is new here. */
export const newForDays = 30;

/** What was read once of when somebody came: it stays so, and takes a while to read. */
const arrivalsOf = oneEach((_: Place) => new Map<MemberId, MinuteOfTime>());

/** When somebody came, as `arrivalOf` has it; null while that is not known. */
export function arrivedAt(place: Place, member: MemberId): MinuteOfTime | null {
  const arrivals = arrivalsOf(place);
  const known = arrivals.get(member);
  if (known !== undefined) return known;
  const { at } = arrivalOf(place.replica, member);
  if (at !== null) arrivals.set(member, at);
  return at;
}
