/** Opening balances are written, signed and answered, each as an hour of its own. */
import { err, ok } from '@manyhands/base';
import type { Cancelled, MemberId, Minutes, Result, Work } from '@manyhands/base';
import { proposeTransfer } from '@manyhands/ledger';
import { inLines, putRight, sayNo, sayYes, takeBack } from '../hours/index.ts';
import type { ActRefused } from '../hours/index.ts';
import { writeDecided } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
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
  { report, signal }: Work = {},
): Done {
  const { account } = opening;
  if (openingHere(place)?.account !== account)
    return err({ type: 'OpeningNotCounted' });
  const over = beyondBy(place, opening, brought);
  if (over > 0) return err({ type: 'BeyondTotal', minutes: over });
  const { member: by } = place.membership;
  const today = place.today();
  let done = 0;
  for (const { member, minutes } of brought) {
    for (const part of inLines(Math.abs(minutes))) {
      if (signal?.aborted === true) return err({ type: 'Cancelled' });
      const decided = proposeTransfer(place.replica.ledger, {
        ...{ by, as: account, gave: minutes < 0, kind: 'opening', day: today, today },
        lines: [{ party: member, minutes: part }],
      });
      const written = await writeDecided(place, 'ledger', decided);
      if (!written.ok) return written;
    }
    done += 1;
    report?.({ done, of: brought.length });
  }
  return ok(done);
}

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
  { report, signal }: Work,
  act: (line: OpeningLine) => Promise<Result<unknown, ActRefused>>,
): Done {
  let done = 0;
  for (const line of lines) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' });
    const said = await act(line);
    if (!said.ok && !isSaid(said.error)) return said;
    done += 1;
    report?.({ done, of: lines.length });
  }
  return ok(done);
}

/** Somebody was faster, perhaps myself on another phone: that is no reason to stop. */
const isSaid = ({ type }: ActRefused): boolean =>
  type === 'AlreadyConfirmed' || type === 'AlreadySigned';
