/** What the community is asked and has decided, as one member sees it on this phone. */
import { minutesPerDay } from '@manyhands/base';
import type { EntryId, MemberId, MinuteOfTime } from '@manyhands/base';
import { entriesOf, isActedOn, waitDays } from '@manyhands/door';
import { rivalsOf } from '@manyhands/ledger';
import type { DecidedMotion, Matter } from '@manyhands/ledger';
import { quietDays, questionsOfEach } from '../limits.ts';
import { remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { decisionNotebookOf } from './notebook.ts';
import { circleNow } from './standing.ts';

/**
 * `open`: asked, and not taken. `holds`: taken, and nothing took its place. `earlier`:
 * taken once and something else holds, or asked long ago and left open.
 */
export type DecisionStage = 'open' | 'holds' | 'earlier';

/** One question to all, or what was decided. */
export interface Decision extends DecidedMotion {
  readonly stage: DecisionStage;
  readonly isMine: boolean;
  /** My word as it counts; null while I have none. */
  readonly myWord: boolean | null;
  /**
   * Since when this phone sees it taken, by its own clock: `fromBefore` for what came with
   * its first fetch, null for what is not taken.
   */
  readonly since: MinuteOfTime | null;
  /** From when on this phone acts on it; null where it does so at once, or already does. */
  readonly actsFrom: MinuteOfTime | null;
  /** When it was asked, by the clock of who did; to be shown, never to be counted with. */
  readonly askedAt: MinuteOfTime | null;
  /** What took its place, where something of the same holds. */
  readonly instead: EntryId | null;
}

/** What all see of one motion, and what is so of it here. */
function describe(place: Place, motion: DecidedMotion): Decision {
  const { replica, membership } = place;
  const me = membership.member;
  const askedAt = replica.entry(motion.motion)?.time ?? null;
  const since = decisionNotebookOf(place).takenSince(motion.motion);
  const holds = motion.holds.some(Boolean);
  return {
    ...motion,
    stage: stageOf(place, motion, askedAt),
    isMine: motion.by === me,
    myWord: motion.yes.includes(me) ? true : motion.no.includes(me) ? false : null,
    since: motion.isTaken ? since : null,
    actsFrom: holds ? actsFrom(place, motion.matter, since) : null,
    askedAt,
    instead: motion.isTaken && !holds ? insteadOf(place, motion) : null,
  };
}

function stageOf(
  place: Place,
  { holds, isTaken }: DecidedMotion,
  askedAt: MinuteOfTime | null,
): DecisionStage {
  if (holds.some(Boolean)) return 'holds';
  if (isTaken) return 'earlier';
  const isQuiet = askedAt !== null && place.now() - askedAt > quietDays * minutesPerDay;
  return isQuiet ? 'earlier' : 'open';
}

/** Standing and circle wait for seven days (C12); that somebody is among us again does not. */
function actsFrom(
  place: Place,
  matter: Matter,
  since: MinuteOfTime | null,
): MinuteOfTime | null {
  const waits =
    matter.about === 'member'
      ? matter.standing !== 'among us'
      : matter.about === 'rule' && matter.key === 'circle';
  if (!waits || isActedOn(since, place.now())) return null;
  return ((since ?? place.now()) + waitDays * minutesPerDay) as MinuteOfTime;
}

const insteadOf = (place: Place, { motion, matter }: DecidedMotion): EntryId | null =>
  rivalsOf(place.replica.ledger, matter).find(
    (each) => each.motion !== motion && each.holds.some(Boolean),
  )?.motion ?? null;

/**
 * Whether it is on my list. About a member it is kept to who said a word on it, and to the
 * circle, until two say yes (C14): nobody is put before all by one voice.
 */
function isForMe(
  me: MemberId,
  isInCircle: boolean,
  {
    matter,
    yes,
    no,
    isShown,
  }: Pick<DecidedMotion, 'matter' | 'yes' | 'no' | 'isShown'>,
): boolean {
  if (!isShown) return false;
  if (matter.about !== 'member' || matter.standing === 'among us') return true;
  if (yes.length >= 2 || yes.includes(me) || no.includes(me)) return true;
  return matter.member !== me && isInCircle;
}

/**
 * Everything that was asked: what is open first, of these what I have no word on, then what
 * most have a word on; then what holds, then what was. Of what one member asks the few that
 * most have a word on are open at a time (`questionsOfEach`).
 */
export const decisionsOf = remembered(
  (place): readonly Decision[] => {
    const words = ({ yes, no }: DecidedMotion): number => yes.length + no.length;
    const me = place.membership.member;
    const isInCircle = circleNow(place)?.members.includes(me) ?? false;
    const all = place.replica.ledger
      .fewMotions(questionsOfEach, ({ by, matter }) =>
        isForMe(me, isInCircle, { matter, yes: [by], no: [], isShown: true }),
      )
      .filter((motion) => isForMe(me, isInCircle, motion))
      .sort((a, b) => words(b) - words(a) || (a.motion < b.motion ? -1 : 1));
    const askedBy = new Map<MemberId, number>();
    const few = all.filter(({ by, isTaken }) => {
      if (isTaken) return true;
      const before = askedBy.get(by) ?? 0;
      askedBy.set(by, before + 1);
      return before < questionsOfEach;
    });
    const order: readonly DecisionStage[] = ['open', 'holds', 'earlier'];
    const rank = ({ stage, myWord }: Decision): number =>
      order.indexOf(stage) * 2 + (stage === 'open' && myWord !== null ? 1 : 0);
    // Sorting leaves those of one rank as they were.
    return few
      .map((motion) => describe(place, motion))
      .sort((a, b) => rank(a) - rank(b));
  },
  'ledger',
  'disk',
);

/** One of them by its name, listed or not: whoever was led to it may see it. */
export function decisionNamed(place: Place, motion: EntryId): Decision | null {
  const found = place.replica.ledger.motion(motion);
  return found === null ? null : describe(place, found);
}

/**
 * Whether I said yes on another phone of mine: there alone it can be changed, because of
 * several phones one yes is a yes (ledger/L20).
 */
export function saidYesElsewhere(place: Place, motion: EntryId): boolean {
  const { member, device } = place.membership;
  const last = new Map<string, boolean>();
  for (const { id, log, content } of entriesOf(place.replica, member)) {
    if (log.device === device) continue;
    if (id === motion) last.set(log.device, true);
    if (content.type === 'motion.vote' && content.motion === motion) {
      last.set(log.device, content.yes);
    }
  }
  return [...last.values()].includes(true);
}

/** What I have not been told of: open questions without a word of mine, and what holds. */
export function untold(place: Place): readonly Decision[] {
  const notebook = decisionNotebookOf(place);
  return decisionsOf(place).filter(
    ({ motion, matter, stage, myWord, since }) =>
      !isAdvice(place, matter) &&
      ((stage === 'open' && myWord === null) ||
        (stage === 'holds' && since !== null && since > 0)) &&
      !notebook.isTold(newsOf({ motion, stage })),
  );
}

/** What members think of hours that wait for signatures: read where they are asked for. */
const isAdvice = ({ replica }: Pick<Place, 'replica'>, matter: Matter): boolean =>
  matter.about === 'lines' &&
  matter.lines.every(
    ({ proposal, party }) =>
      replica.ledger.transfer(proposal, party)?.status === 'open',
  );

/** What an owner is told of, once: that it is asked, and that it holds. */
const newsOf = ({ motion, stage }: Pick<Decision, 'motion' | 'stage'>): string => {
  // Two names for one motion: the second differs from the first by its last digit.
  if (stage !== 'holds') return motion;
  const last = Number.parseInt(motion.slice(-1), 16);
  return motion.slice(0, -1) + ((last + 1) % 16).toString(16);
};

export const markTold = (place: Place, decisions: readonly Decision[]): Promise<void> =>
  decisionNotebookOf(place).tell(decisions.map(newsOf));
