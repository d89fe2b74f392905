/** Who is paused on this phone, by whom and until when (C12, C13). */
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { isActedOn } from '@manyhands/door';
import type { DecidedCircle } from '@manyhands/ledger';
import { remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { circleOf, circlePauses, pauseDays, pausesAsked } from './circle.ts';
import { decisionNotebookOf } from './notebook.ts';

export interface Pause {
  readonly member: MemberId;
  readonly motion: EntryId;
  readonly by: 'circle' | 'all';
  /** Decided for good: they are no longer one of us (C24). */
  readonly isRemoval: boolean;
  /** The first minute after it; null until the members decide otherwise. */
  readonly until: MinuteOfTime | null;
}

/** Who may cover cards and pause somebody for a while, as this phone acts on it. */
export const circleNow = remembered(
  (place): DecidedCircle | null => circleOf(place, decisionNotebookOf(place)),
  'people',
  'disk',
);

/** Who is in the circle, as this phone acts on it. */
export const circleMembers = (place: Place): readonly MemberId[] =>
  circleNow(place)?.members ?? [];

/** Everybody who is paused now, as this phone sees it. */
export const pausesOf = remembered(
  (place): ReadonlyMap<MemberId, Pause> => findPauses(place, circleNow(place)),
  'people',
  'disk',
);

export const pauseOf = (place: Place, member: MemberId): Pause | null =>
  pausesOf(place).get(member) ?? null;

function findPauses(place: Place, circle: DecidedCircle | null): Map<MemberId, Pause> {
  const pauses = new Map<MemberId, Pause>();
  const notebook = decisionNotebookOf(place);
  const { ledger } = place.replica;
  const now = place.now();
  const begun = circlePauses(place, notebook);
  for (const { motion, matter } of circle === null ? [] : pausesAsked(place, circle)) {
    if (matter.about !== 'member') continue;
    const { member } = matter;
    const since = begun.get(member);
    if (since === undefined) continue;
    const until = (since + pauseDays * minutesPerDay) as MinuteOfTime;
    if (now < until)
      pauses.set(member, { member, motion, by: 'circle', isRemoval: false, until });
  }
  for (const { motion, matter, holds } of ledger.secondedMotions()) {
    if (matter.about !== 'member' || matter.standing === 'among us') continue;
    if (!holds.some(Boolean) || !isActedOn(notebook.takenSince(motion), now)) continue;
    pauses.set(matter.member, {
      member: matter.member,
      motion,
      by: 'all',
      until: null,
      isRemoval: matter.standing === 'removed',
    });
  }
  return pauses;
}
