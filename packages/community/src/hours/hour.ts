import type { MemberId, PartyId } from '@manyhands/base';
import type { Transfer } from '@manyhands/ledger';
import type { Behind, Person } from '../opened/index.ts';

/**
 * Where an hour stands for the one who looks at it. `answer`: it waits for my yes.
 * `asked`: I asked, they have not answered. `met`: both have signed. `declined` and
 * `withdrawn`: advice only, the other side may still say yes (ledger/L4). `signing`: I said
 * yes, and too few of those who sign for the other side have (ledger/L18).
 */
type Stage = 'answer' | 'asked' | 'signing' | 'met' | 'declined' | 'withdrawn' | 'void';

/** What the two wrote, readable on their own devices alone. */
export interface NoteText {
  readonly category: number | null;
  readonly text: string;
}

/** One transfer as a screen shows it, from one side: a person's, or an account's. */
export interface Hour {
  readonly transfer: Transfer;
  readonly helper: Person;
  readonly helped: Person;
  /** The other one; of an hour between two others, the one who helped. */
  readonly other: Person;
  readonly isMine: boolean;
  readonly iHelped: boolean;
  readonly stage: Stage;
  /** Of a declined one: it has been recorded once more, the way it was. */
  readonly isCorrected: boolean;
  readonly note: NoteText | null;
  /** Who looks at it writes for one of its two, and says their names (C22). */
  readonly isBehalf: boolean;
  /** Who wrote for whom: always to be seen where the hour is (C22). */
  readonly behind: readonly WrittenFor[];
}

/** One side's word, written by another: what they recorded, or that they said yes or no to it. */
export interface WrittenFor {
  readonly by: Person;
  readonly of: Person;
  readonly what: 'recorded' | 'answered';
}

export function hourOf(
  transfer: Transfer,
  me: PartyId,
  person: (id: MemberId) => Person,
  note: NoteText | null,
  {
    corrected = new Set(),
    hasConfirmed = () => false,
    behind = null,
    isBehalf = false,
  }: HourTold = {},
): Hour {
  const helper = person(transfer.helper as MemberId);
  const helped = person(transfer.helped as MemberId);
  const iHelped = transfer.helper === me;
  return {
    transfer,
    helper,
    helped,
    other: iHelped ? helped : helper,
    isMine: iHelped || transfer.helped === me,
    iHelped,
    stage: stageOf(transfer, me, hasConfirmed(transfer)),
    isCorrected: corrected.has(lineOf(transfer.proposal, transfer.party)),
    note,
    isBehalf,
    behind: behind === null ? [] : writtenFor(transfer, behind, person),
  };
}

/** What else is known of it. */
interface HourTold {
  readonly corrected?: Corrected;
  /** Whether the one who was asked has said yes to it. */
  readonly hasConfirmed?: (transfer: Transfer) => boolean;
  /** Who wrote the sides' words for them. */
  readonly behind?: Behind | null;
  readonly isBehalf?: boolean;
}

function writtenFor(
  { proposer, party }: Transfer,
  behind: Behind,
  person: (id: MemberId) => Person,
): WrittenFor[] {
  const said = (by: MemberId | null, of: string, what: WrittenFor['what']) =>
    by === null ? [] : [{ by: person(by), of: person(of as MemberId), what }];
  return [
    ...said(behind.proposer, proposer, 'recorded'),
    ...said(behind.party, party, 'answered'),
  ];
}

/** Of which lines the one who was asked has recorded it otherwise. */
export type Corrected = ReadonlySet<string>;

const lineOf = (proposal: string, party: string): string => `${proposal} ${party}`;

export const correctedIn = (transfers: readonly Transfer[]): Corrected =>
  new Set(
    transfers.flatMap(({ kind, ref, proposer }) =>
      kind === 'help' && ref !== null ? [lineOf(ref, proposer)] : [],
    ),
  );

/** Whether both said that it happened, and have not put it right since. */
export const isCounted = ({
  stage,
  transfer,
}: Pick<Hour, 'stage' | 'transfer'>): boolean =>
  stage === 'met' && transfer.undoneBy === null && transfer.kind !== 'undo';

/**
 * Whether it is help that counts (C30). What is given, shared out or brought along from before is
 * hours and no help: no week, tie or turn is drawn of it.
 */
export const isHelpDone = (hour: Pick<Hour, 'stage' | 'transfer'>): boolean =>
  isCounted(hour) && hour.transfer.kind === 'help';

function stageOf(transfer: Transfer, me: PartyId, isConfirmed: boolean): Stage {
  if (transfer.status === 'exists') return 'met';
  if (transfer.status !== 'open') return transfer.status;
  if (transfer.proposer === me) return 'asked';
  return isConfirmed ? 'signing' : 'answer';
}
