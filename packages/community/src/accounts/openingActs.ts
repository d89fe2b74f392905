/** Opening balances are written, signed and answered, each as an hour of its own. */
import { err, ok } from '@manyhands/base';
import type { Cancelled, MemberId, Minutes, Result, Work } from '@manyhands/base';
import { proposeTransfer } from '@manyhands/ledger';
import { inLines, putRight, sayNo, sayYes, takeBack } from '../hours/index.ts';
import type { ActRefused } from '../hours/index.ts';
import { oneByOne, writeDecided } from '../opened/index.ts';
import type { OneByOne, Place } from '../opened/index.ts';
import { openingHere } from './opening.ts';
import type { Opening } from './opening.ts';
import { confirmersOf, isWaiting, openingLines, openingSums } from './openingLines.ts';
import type { OpeningLine } from './openingLines.ts';

/** What one member is to bring along, as it is written down. */
export interface Brought {
  readonly member: MemberId;
  /** Above zero to ask for, below to give back. */
  readonly minutes: number;
}

export type BroughtRefused =
  | ActRefused
  | Cancelled
  /** Another counts by now, or none does. */
  | { readonly type: 'OpeningNotCounted' }
  /** More would be handed out than all agreed to. */
  | { readonly type: 'BeyondTotal'; readonly minutes: Minutes };

type Done = Promise<Result<number, BroughtRefused>>;

/**
 * Writes these, a line each, one after another: where it ends early, what is written is
 * written, and the list knows it again. Refused before the first where they come to more than
 * is left. Answers how many members' lines it wrote.
 */
export async function writeBrought(
  place: Place,
  opening: Opening,
  brought: readonly Brought[],
  work: Work = {},
): Done {
  const { account } = opening;
  if (openingHere(place)?.account !== account)
    return err({ type: 'OpeningNotCounted' });
  const over = beyondBy(place, opening, brought);
  if (over > 0) return err({ type: 'BeyondTotal', minutes: over });
  const ran = await oneByOne(brought, (each) => writeLines(place, opening, each), {
    work,
  });
  return countOrWhy(ran);
}

/** Of one member, in as many lines as it takes. */
async function writeLines(
  place: Place,
  { account }: Opening,
  { member, minutes }: Brought,
): Promise<Result<void, ActRefused>> {
  const today = place.today();
  const { why } = await oneByOne(inLines(Math.abs(minutes)), (part) =>
    writeDecided(
      place,
      'ledger',
      proposeTransfer(place.replica.ledger, {
        by: place.membership.member,
        as: account,
        gave: minutes < 0,
        kind: 'opening',
        day: today,
        today,
        lines: [{ party: member, minutes: part }],
      }),
    ),
  );
  return why === null ? ok(undefined) : err(why);
}

/** How many were done, if all were. */
const countOrWhy = <T>({
  done,
  left,
  why,
}: OneByOne<T, unknown, ActRefused>): Result<number, BroughtRefused> => {
  if (why !== null) return err(why);
  return left.length > 0 ? err({ type: 'Cancelled' }) : ok(done.length);
};

/** By how much these, with what is written, come to more than its total. */
export function beyondBy(
  place: Pick<Place, 'replica'>,
  opening: Opening,
  brought: readonly Brought[],
): Minutes {
  const { given, waiting } = openingSums(openingLines(place, opening), opening.total);
  const more = brought.reduce((sum, { minutes }) => sum + Math.max(0, minutes), 0);
  return Math.max(0, given + waiting + more - opening.total) as Minutes;
}

/** Whether enough sign who stand on neither side of a line of this member's (ledger/L18). */
export const canBeSigned = (
  { replica: { ledger } }: Pick<Place, 'replica'>,
  { signers, threshold }: Pick<Opening, 'signers' | 'threshold'>,
  member: MemberId,
): boolean =>
  confirmersOf(ledger, member).some(
    (confirmer) =>
      signers.filter((each) => each !== member && each !== confirmer).length >=
      threshold,
  );

/** Says yes, as one who signs, to these and to no others: those that were looked at. */
export const signBrought = (
  place: Place,
  { account }: Opening,
  seen: readonly OpeningLine[],
  work: Work = {},
): Done => eachOf(seen, work, ({ proposal }) => sayYes(place, proposal, account));

/** Takes these back, as far as their member has not said yes. */
export const takeBackBrought = (
  place: Place,
  { account }: Opening,
  lines: readonly OpeningLine[],
  work: Work = {},
): Done =>
  eachOf(lines.filter(isWaiting), work, ({ proposal }) =>
    takeBack(place, proposal, account),
  );

/** Asks the member, and another who signs, for the same hours the other way. */
export async function putBroughtRight(
  place: Place,
  { account }: Opening,
  { proposal, member }: OpeningLine,
): Done {
  const line = place.replica.ledger.transfer(proposal, member);
  if (line === null) return err({ type: 'NoSuchTransfer' });
  const asked = await putRight(place, line, account);
  return asked.ok ? ok(1) : asked;
}

/** I bring these along: yes, or it was different. */
export const answerBrought = (
  place: Place,
  lines: readonly OpeningLine[],
  yes: boolean,
): Done =>
  eachOf(lines, {}, ({ proposal }) =>
    yes ? sayYes(place, proposal) : sayNo(place, proposal),
  );

async function eachOf(
  lines: readonly OpeningLine[],
  work: Work,
  act: (line: OpeningLine) => Promise<Result<unknown, ActRefused>>,
): Done {
  const say = async (line: OpeningLine): Promise<Result<unknown, ActRefused>> => {
    const said = await act(line);
    return said.ok || !isSaid(said.error) ? said : ok(undefined);
  };
  return countOrWhy(await oneByOne(lines, say, { work }));
}

/** Somebody was faster, perhaps myself on another phone: that is no reason to stop. */
const isSaid = ({ type }: ActRefused): boolean =>
  type === 'AlreadyConfirmed' || type === 'AlreadySigned';
