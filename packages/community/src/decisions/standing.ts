/** Who is paused on this phone, by whom and until when (C12, C13). */
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { isActedOn } from '@manyhands/door';
import type { DecidedCircle } from '@manyhands/ledger';
import { oneEach } from '../opened/index.ts';
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

/** What was found, and of what. */
const found = oneEach((_: Place): { of: string; peace: Peace } => ({
  of: '',
  peace: { circle: null, pauses: new Map() },
}));

interface Peace {
  readonly circle: DecidedCircle | null;
  readonly pauses: ReadonlyMap<MemberId, Pause>;
}

/** Found once for as long as nothing changes: cards ask of each of thousands. */
function peaceNow(place: Place): Peace {
  const last = found(place);
  const notebook = decisionNotebookOf(place);
  const of = `${place.replica.ledger.version}/${notebook.version}/${place.now()}`;
  if (last.of !== of) {
    const circle = circleOf(place, notebook);
    last.of = of;
    last.peace = { circle, pauses: findPauses(place, circle) };
  }
  return last.peace;
}

/** Who may cover cards and pause somebody for a while, as this phone acts on it. */
export const circleNow = (place: Place): DecidedCircle | null => peaceNow(place).circle;

/** Everybody who is paused now, as this phone sees it. */
export const pausesOf = (place: Place): ReadonlyMap<MemberId, Pause> =>
  peaceNow(place).pauses;

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
      ...{ member: matter.member, motion, by: 'all', until: null },
      isRemoval: matter.standing === 'removed',
    });
  }
  return pauses;
}
