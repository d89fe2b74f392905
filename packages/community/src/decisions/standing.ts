/** Who is paused on this phone, by whom and until when (C12, C13). */
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { oneEach } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { circleOf, circlePauses, isActedOn, pauseDays, pausesAsked } from './circle.ts';
import { decisionNotebookOf } from './notebook.ts';

export interface Pause {
  readonly member: MemberId;
  readonly motion: EntryId;
  readonly by: 'circle' | 'all';
  /** The first minute after it; null until the members decide otherwise. */
  readonly until: MinuteOfTime | null;
}

/** What was found, and of what. */
const found = oneEach((_: Place) => ({
  of: '',
  pauses: new Map<MemberId, Pause>() as ReadonlyMap<MemberId, Pause>,
}));

/** Everybody who is paused now, as this phone sees it: cards ask of each of thousands. */
export function pausesOf(place: Place): ReadonlyMap<MemberId, Pause> {
  const last = found(place);
  const notebook = decisionNotebookOf(place);
  const of = `${place.replica.ledger.version}/${notebook.version}/${place.now()}`;
  if (last.of !== of) {
    last.of = of;
    last.pauses = findPauses(place);
  }
  return last.pauses;
}

export const pauseOf = (place: Place, member: MemberId): Pause | null =>
  pausesOf(place).get(member) ?? null;

function findPauses(place: Place): Map<MemberId, Pause> {
  const pauses = new Map<MemberId, Pause>();
  const notebook = decisionNotebookOf(place);
  const { ledger } = place.replica;
  const now = place.now();
  const circle = circleOf(place, notebook);
  const begun = circlePauses(place, notebook);
  for (const { motion, matter } of circle === null ? [] : pausesAsked(place, circle)) {
    if (matter.about !== 'member') continue;
    const { member } = matter;
    const since = begun.get(member);
    if (since === undefined) continue;
    const until = (since + pauseDays * minutesPerDay) as MinuteOfTime;
    if (now < until) pauses.set(member, { member, motion, by: 'circle', until });
  }
  for (const { motion, matter, holds } of ledger.secondedMotions()) {
    if (matter.about !== 'member' || matter.standing === 'among us') continue;
    if (!holds.some(Boolean) || !isActedOn(notebook.takenSince(motion), now)) continue;
    pauses.set(matter.member, {
      ...{ member: matter.member, motion, by: 'all', until: null },
    });
  }
  return pauses;
}
