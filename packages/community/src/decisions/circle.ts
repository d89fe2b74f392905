/**
 * The circle (C12, C13): members who together may pause somebody for a while. What they say
 * is words on motions like anybody's; that a phone acts on them at once is its own doing.
 */
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { entriesOf, isActedOn } from '@manyhands/door';
import type { DecidedCircle, DecidedMotion } from '@manyhands/ledger';
import type { Place } from '../opened/index.ts';

/** Days that a pause of the circle's lasts, and within which there is one of a member (C13). */
export const pauseDays = 14;
const oncePerDays = 90;

/** Since when this phone knows what. */
interface Noted {
  takenSince(motion: EntryId): MinuteOfTime | null;
  pausedSince(member: MemberId): MinuteOfTime | null;
}

/**
 * Who is in the circle on this phone: as decided, once seven days are over; till then those
 * whom the decision that was taken replaces.
 */
export function circleOf(place: Place, noted: Noted): DecidedCircle | null {
  const now = place.now();
  const decided = place.replica.ledger
    .secondedMotions()
    .filter(
      ({ matter, isTaken }) =>
        isTaken && matter.about === 'rule' && matter.key === 'circle',
    );
  const acted = ({ motion }: DecidedMotion) => isActedOn(noted.takenSince(motion), now);
  const holding = decided.find(({ holds }) => holds.some(Boolean));
  if (holding === undefined) return null;
  const before = decided
    .filter((each) => holding.replaces.includes(each.motion) && acted(each))
    .sort(
      (a, b) => sinceOf(noted, b) - sinceOf(noted, a) || (a.motion < b.motion ? -1 : 1),
    );
  const inForce = acted(holding) ? holding : before[0];
  const matter = inForce?.matter;
  return matter?.about === 'rule' && matter.key === 'circle' ? matter.value : null;
}

const sinceOf = (noted: Noted, { motion }: DecidedMotion): number =>
  noted.takenSince(motion) ?? 0;

/**
 * Motions by which the circle pauses somebody now: its threshold says yes, and of all who
 * have a word more say yes than no.
 */
export function pausesAsked(place: Place, circle: DecidedCircle): DecidedMotion[] {
  const members = new Set(circle.members);
  return place.replica.ledger.secondedMotions().filter(({ matter, yes, no }) => {
    if (matter.about !== 'member' || matter.standing === 'among us') return false;
    const ofCircle = yes.filter((each) => members.has(each));
    return ofCircle.length >= circle.threshold && yes.length > no.length;
  });
}

/**
 * Since when the circle pauses whom: by this phone's clock, or by the time of the last word
 * it took, if that is earlier. Of a member whose last pause began within ninety days it is
 * still that one.
 */
export function circlePauses(place: Place, noted: Noted): Map<MemberId, MinuteOfTime> {
  const circle = circleOf(place, noted);
  const starts = new Map<MemberId, number[]>();
  if (circle === null) return new Map();
  const now = place.now();
  for (const motion of pausesAsked(place, circle)) {
    if (motion.matter.about !== 'member') continue;
    const { member } = motion.matter;
    const ofMember = starts.get(member) ?? [];
    starts.set(member, ofMember);
    // Logs are read only where another pause could have begun.
    const last = noted.pausedSince(member);
    if (last !== null && now - last < oncePerDays * minutesPerDay) continue;
    ofMember.push(Math.min(now, wordAt(place, motion, circle)));
  }
  const pauses = new Map<MemberId, MinuteOfTime>();
  for (const [member, ofMember] of starts) {
    let begun: number | null = noted.pausedSince(member);
    for (const start of ofMember.sort((a, b) => a - b)) {
      const isOver = begun === null || start - begun >= oncePerDays * minutesPerDay;
      if (isOver) begun = start;
    }
    if (begun !== null) pauses.set(member, begun as MinuteOfTime);
  }
  return pauses;
}

/** When, by their own clocks, the circle's last word came that it takes. */
function wordAt(
  { replica }: Place,
  { motion, yes }: DecidedMotion,
  { members, threshold }: DecidedCircle,
): number {
  const times = members
    .filter((member) => yes.includes(member))
    .map((member) => {
      const said = entriesOf(replica, member).filter(
        ({ id, content }) =>
          id === motion ||
          (content.type === 'motion.vote' && content.motion === motion),
      );
      return said.reduce((latest, { time }) => Math.max(latest, time), 0);
    })
    .sort((a, b) => a - b);
  return times[threshold - 1] ?? Number.POSITIVE_INFINITY;
}
