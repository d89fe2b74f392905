/** What a session comes to, line by line: pure, and a function of sets alone (B25, B26). */
import type { Day, EntryId, MemberId, Minutes, PartyId } from '@manyhands/base';
import type { SessionPlan } from './sessionContent.ts';
import type { Transfer } from './fold/views.ts';

/** Who was helped gives a helper so much. */
export interface SessionLine {
  readonly helper: MemberId;
  readonly helped: PartyId;
  readonly minutes: Minutes;
}

interface Side<Who> {
  readonly who: Who;
  left: number;
}

/**
 * The lines of a plan. An account gives each helper all that is theirs. Where each gives their
 * part, who gives just what somebody gets gives it to them alone; the others are gone through
 * side by side, the most first, and each gives until nothing is left. So a line is never but a
 * difference of numbers that somebody said, and there are fewer lines than people.
 */
export function linesOfSession({
  helpers,
  helped,
  source,
  account,
}: SessionPlan): SessionLine[] {
  if (source === 'thanks') return [];
  if (account !== null)
    return helpers.map(({ member, minutes }) => line(member, account, minutes));
  const takers = mostFirst(helpers.map(({ member, minutes }) => side(member, minutes)));
  const givers = mostFirst(helped.map(({ party, minutes }) => side(party, minutes)));
  return [...exactPairs(takers, givers), ...sideBySide(takers, givers)].sort(
    (a, b) => before(a.helper, b.helper) || before(a.helped, b.helped),
  );
}

function exactPairs(
  takers: readonly Side<MemberId>[],
  givers: readonly Side<PartyId>[],
): SessionLine[] {
  return takers.flatMap((taker) => {
    const giver = givers.find(({ left }) => left === taker.left && left > 0);
    return giver === undefined ? [] : [move(taker, giver)];
  });
}

function sideBySide(
  takers: readonly Side<MemberId>[],
  givers: readonly Side<PartyId>[],
): SessionLine[] {
  const lines: SessionLine[] = [];
  for (const taker of takers)
    for (const giver of givers)
      if (taker.left > 0 && giver.left > 0) lines.push(move(taker, giver));
  return lines;
}

function move(taker: Side<MemberId>, giver: Side<PartyId>): SessionLine {
  const minutes = Math.min(taker.left, giver.left);
  taker.left -= minutes;
  giver.left -= minutes;
  return line(taker.who, giver.who, minutes);
}

const side = <Who>(who: Who, left: number): Side<Who> => ({ who, left });
const line = (helper: MemberId, helped: PartyId, minutes: number): SessionLine => ({
  helper,
  helped,
  minutes: minutes as Minutes,
});
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const mostFirst = <Who extends string>(sides: readonly Side<Who>[]): Side<Who>[] =>
  sides.toSorted((a, b) => b.left - a.left || before(a.who, b.who));

/** So much as tells which proposals are of a session, and which of them is as it says. */
export interface SessionAsked {
  readonly name: EntryId;
  readonly day: Day;
}

/**
 * `open`: its helper has not asked. `asked`: they have, to the minute. `counts`: both have signed.
 * `undone`: and put it right again. `no`: who was asked says no. `other`: what both signed, or
 * what is asked, is not what the plan says now.
 */
export type PartStanding = 'open' | 'asked' | 'counts' | 'undone' | 'no' | 'other';

export interface SessionPart extends SessionLine {
  readonly standing: PartStanding;
  /** What stands of it in the record; null while its helper has not asked. */
  readonly transfer: Transfer | null;
  /** What the same helper asked of the same one besides, which nobody should sign. */
  readonly surplus: readonly Transfer[];
}

/**
 * What has come of a line by these transfers, in any order. Only what its helper proposed as
 * themself in the name of this session is of it. Of several, what both signed comes first, then
 * what is as the plan says, then what was taken back last of all; then the lower id (B26).
 */
export function partOfSession(
  asked: SessionAsked,
  planned: SessionLine,
  transfers: Iterable<Transfer>,
): SessionPart {
  const own = [...transfers].filter((each) => isOfLine(asked, planned, each));
  const isAsPlanned = ({ minutes, day }: Transfer): boolean =>
    minutes === planned.minutes && day === asked.day;
  const rank = (each: Transfer): number =>
    each.status === 'exists'
      ? 0
      : each.status !== 'open'
        ? 3
        : isAsPlanned(each)
          ? 1
          : 2;
  const [first = null, ...others] = own.sort(
    (a, b) => rank(a) - rank(b) || before(a.proposal, b.proposal),
  );
  const surplus = others.filter(
    ({ status }) => status === 'open' || status === 'exists',
  );
  const isFirstNo = own.some(({ status }) => status === 'declined');
  return {
    ...planned,
    standing: standingOf(first, first !== null && isAsPlanned(first), isFirstNo),
    transfer: first,
    surplus,
  };
}

function standingOf(
  first: Transfer | null,
  isAsPlanned: boolean,
  isNo: boolean,
): PartStanding {
  if (first === null) return 'open';
  if (first.status === 'exists' && first.undoneBy !== null) return 'undone';
  if (first.status !== 'exists' && first.status !== 'open') return isNo ? 'no' : 'open';
  if (!isAsPlanned) return 'other';
  return first.status === 'exists' ? 'counts' : 'asked';
}

/** Who helped and is not the one asked is the one who proposed it. */
const isOfLine = (
  { name }: SessionAsked,
  { helper, helped }: SessionLine,
  { kind, ref, helper: by, party }: Transfer,
): boolean => kind === 'help' && ref === name && by === helper && party === helped;
