/**
 * My part of a session, and my yes to it: a helper's asks the others in one proposal, whoever was
 * helped confirms what was asked and says yes ahead to the rest.
 */
import { SerialQueue, err, fewOfEach, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { SessionPart } from '@manyhands/ledger';
import { remindersHeard, sessionsAsked } from '../limits.ts';
import { askLines, sayYes, takeBack } from '../hours/index.ts';
import type { ActRefused } from '../hours/index.ts';
import { oneEach } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { earlyYesesOf } from './earlyYeses.ts';
import {
  isAsking,
  isIn,
  mySessions,
  sessionParts,
  sessionNamed,
} from './sessionsHere.ts';
import type { SessionHere } from './sessionsHere.ts';
import { putAwayOf } from './putAway.ts';

/** My lines of one session, from my side. */
export interface MyPart {
  readonly session: SessionHere;
  readonly iHelped: boolean;
  readonly parts: readonly SessionPart[];
  /**
   * `ask`: my yes is what is missing. `again`: I said yes, and the plan has another line now.
   * `ahead`: I have said yes, and who helped has not yet. `asked`: others have still to say
   * yes. `done`: nothing is missing any more.
   */
  readonly stage: 'ask' | 'again' | 'ahead' | 'asked' | 'done';
}

export type PartRefused =
  | ActRefused
  /** It was taken back, or is not here. */
  | { readonly type: 'SessionGone' }
  /** I have said yes to it already, on this phone or another of mine. */
  | { readonly type: 'PartSaid' }
  /** It is over since long, or has not been yet. */
  | { readonly type: 'SessionNotNow' };

/** Null: I have no line in it. */
export function myPartOf(place: Place, session: SessionHere): MyPart | null {
  const me = place.membership.member;
  const iHelped = session.plan.helpers.some(({ member }) => member === me);
  if (!iHelped && !isIn(session.plan, me)) return null;
  const parts = sessionParts(place, session, me);
  if (parts.length === 0) return null;
  const stage = iHelped
    ? helperStage(parts)
    : helpedStage(parts, (part) => earlyYesesOf(place).has(session, part));
  return { session, iHelped, parts, stage };
}

function helperStage(parts: readonly SessionPart[]): MyPart['stage'] {
  if (parts.every(({ standing }) => standing === 'open')) return 'ask';
  if (isReplaceable(parts)) return 'again';
  return parts.some(({ standing }) => standing === 'asked') ? 'asked' : 'done';
}

/** What I asked is not what the plan says now, and nobody has signed it. */
const isReplaceable = (parts: readonly SessionPart[]): boolean =>
  parts.some(
    ({ standing, transfer }) => standing === 'other' && transfer?.status === 'open',
  ) && parts.every(({ transfer }) => transfer?.status !== 'exists');

function helpedStage(
  parts: readonly SessionPart[],
  isAhead: (part: SessionPart) => boolean,
): MyPart['stage'] {
  const open = parts.filter(({ standing }) => standing === 'open');
  if (parts.some(({ standing }) => standing === 'asked')) return 'ask';
  if (open.length === 0) return 'done';
  return open.every(isAhead) ? 'ahead' : 'ask';
}

/**
 * What waits for my yes: of each organiser so many at a time, the earliest; nothing that I put
 * away, until I am reminded.
 */
export function partsForMe(place: Place): MyPart[] {
  const asking = mySessions(place)
    .toReversed()
    .filter((session) => isAsking(place, session))
    .filter(({ organiser }) => !peaceOf(place).isBlocked(organiser.id))
    .flatMap((session) => myPartOf(place, session) ?? [])
    .filter(({ stage }) => stage === 'ask' || stage === 'again');
  return fewOfEach(
    asking,
    sessionsAsked,
    ({ session }) => session.organiser.id,
    ({ session }) => session.isMine,
  ).filter(({ session }) => !putAwayOf(place).has(markOf(session)));
}

/**
 * The lines that wait for me as a part of these, and those that would be a second yes to one help:
 * by proposal and party.
 */
export function hoursInParts(place: Place, parts: readonly MyPart[]): Set<string> {
  const asked = parts.flatMap((part) =>
    part.parts.flatMap(({ standing, transfer }) =>
      standing === 'asked' && transfer ? [transfer] : [],
    ),
  );
  const me = place.membership.member;
  const surplus = mySessions(place).flatMap((session) =>
    sessionParts(place, session, me).flatMap((part) => part.surplus),
  );
  return new Set(
    [...asked, ...surplus].map(({ proposal, party }) => `${proposal}/${party}`),
  );
}

/** Put away it stays so until it reads otherwise, or its organiser asks once more. */
export const putPartAway = (place: Place, session: SessionHere): Promise<void> =>
  putAwayOf(place).add(markOf(session));

const markOf = ({ shown: { entry }, reminders }: SessionHere): string =>
  `${entry.id}/${Math.min(reminders, remindersHeard)}`;

const queueOf = oneEach((_: Place) => new SerialQueue());

/**
 * "Yes, that's right", once: what was said on this phone or another of mine before is not said
 * again, and what I asked otherwise is taken back first.
 */
export const sayYesToPart = (
  place: Place,
  name: EntryId,
): Promise<Result<void, PartRefused>> =>
  queueOf(place).run(async () => {
    const session = sessionNamed(place, name);
    const part = session && myPartOf(place, session);
    if (!session || !part) return err({ type: 'SessionGone' });
    if (!isAsking(place, session)) return err({ type: 'SessionNotNow' });
    return part.iHelped ? askAsHelper(place, part) : confirmAsHelped(place, part);
  });

async function askAsHelper(
  place: Place,
  { session, parts, stage }: MyPart,
): Promise<Result<void, PartRefused>> {
  if (stage !== 'ask' && stage !== 'again') return err({ type: 'PartSaid' });
  const { name, plan } = session;
  const open = parts
    .flatMap(({ transfer, surplus }) => [transfer, ...surplus])
    .filter((transfer) => transfer?.status === 'open')
    .flatMap((transfer) => transfer?.proposal ?? []);
  for (const proposal of new Set(open)) {
    const taken = await takeBack(place, proposal);
    if (!taken.ok) return taken;
  }
  const lines = parts.map(({ helped, minutes }) => ({ party: helped, minutes }));
  const asked = await askLines(place, { lines, day: plan.day, ref: name });
  return asked.ok ? ok(undefined) : asked;
}

async function confirmAsHelped(
  place: Place,
  { session, parts, stage }: MyPart,
): Promise<Result<void, PartRefused>> {
  if (stage !== 'ask') return err({ type: 'PartSaid' });
  await earlyYesesOf(place).say(
    session,
    parts.filter(({ standing }) => standing === 'open'),
  );
  for (const { standing, transfer } of parts) {
    if (standing !== 'asked' || !transfer) continue;
    const said = await sayYes(place, transfer.proposal);
    if (!said.ok) return said;
  }
  return ok(undefined);
}
