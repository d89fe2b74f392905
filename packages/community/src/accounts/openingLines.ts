/**
 * What members bring along: a line each out of an opening, signed for it and confirmed by whom
 * it is of. All of it is open to everybody (C28).
 */
import type {
  AccountId,
  EntryId,
  MemberId,
  Minutes,
  MinuteOfTime,
} from '@manyhands/base';
import type { Ledger, Transfer } from '@manyhands/ledger';
import { agentsOf, hasOwnPhone, remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { openingHere } from './opening.ts';
import type { Opening } from './opening.ts';

/** What one member brings along. */
export interface OpeningLine {
  readonly proposal: EntryId;
  readonly member: MemberId;
  /** Above zero to ask for, below to give back. */
  readonly minutes: number;
  /** It takes back what was agreed: its minutes go the other way. */
  readonly putsRight: boolean;
  /** Who signed for the opening; whoever stands on the other side does not count. */
  readonly signedBy: readonly MemberId[];
  /** How many more it takes. */
  readonly missing: number;
  /**
   * `signing`: it lacks who signs; `asked`: it lacks their own yes; `agreed`: it counts;
   * `different`: they say it is not so; `out`: taken back, void or put right.
   */
  readonly stage: 'signing' | 'asked' | 'agreed' | 'different' | 'out';
  readonly since: MinuteOfTime;
}

/** How much an opening has handed out. */
export interface OpeningSums {
  /** To who has hours to ask for, agreed; then what still waits for somebody. */
  readonly given: Minutes;
  readonly waiting: Minutes;
  /** From who has hours to give back, agreed. */
  readonly taken: Minutes;
  /** Of its total, without what waits. */
  readonly left: Minutes;
  /** What left it beyond its total: it counts (ledger/L5), and is shown to all. */
  readonly beyond: Minutes;
}

/** Every line of this opening, in the order of its members. */
export function openingLines(
  { replica }: Pick<Place, 'replica'>,
  { account }: Pick<Opening, 'account'>,
): OpeningLine[] {
  const { ledger } = replica;
  return ledger
    .transfersOf(account)
    .flatMap((transfer) => lineOf(ledger, transfer, account) ?? [])
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Those of the opening that counts; null where none does. */
const linesHere = remembered((place) => {
  const opening = openingHere(place);
  return opening && { opening, lines: openingLines(place, opening) };
}, 'ledger');

const keyOf = ({ member, proposal }: OpeningLine): string => `${member}/${proposal}`;

/** Null for what is no opening balance, nor puts one right: by who signs, to a member. */
function lineOf(
  ledger: Ledger,
  transfer: Transfer,
  account: AccountId,
): OpeningLine | null {
  const { proposal, proposer, party, kind, helper, minutes, proposedAt } = transfer;
  const putsRight = kind === 'undo';
  if (!putsRight && kind !== 'opening') return null;
  if (proposer !== account || !ledger.isEverMember(party)) return null;
  const member = party as MemberId;
  const { signedBy, missing } = signedApart(ledger, transfer, account);
  return {
    proposal,
    member,
    putsRight,
    signedBy,
    missing,
    since: proposedAt,
    minutes: helper === party ? minutes : -minutes,
    stage: stageOf(transfer, missing),
  };
}

function stageOf(
  { status, undoneBy }: Transfer,
  missing: number,
): OpeningLine['stage'] {
  switch (status) {
    case 'exists':
      return undoneBy === null ? 'agreed' : 'out';
    case 'declined':
      return 'different';
    case 'open':
      return missing > 0 ? 'signing' : 'asked';
    default:
      return 'out';
  }
}

/**
 * Who has signed apart from the member, and from who would say their yes (ledger/L18): of one
 * without a phone each who writes for them is tried, as whichever leaves most.
 */
function signedApart(
  ledger: Ledger,
  { proposal, party }: Transfer,
  account: AccountId,
): Pick<OpeningLine, 'signedBy' | 'missing'> {
  const member = party as MemberId;
  const said = ledger.signersOf(proposal, party, account);
  const mandates = ledger.account(account)?.newest ?? [];
  const tried = confirmersOf(ledger, member).map((confirmer) => {
    const signedBy = said
      .filter((each) => each !== member && each !== confirmer)
      .filter((each) => mandates.some(({ signers }) => signers.includes(each)));
    const lacking = mandates.map(({ signers, threshold }) =>
      Math.max(0, threshold - signers.filter((each) => signedBy.includes(each)).length),
    );
    return { signedBy, missing: Math.min(...lacking) };
  });
  const [best] = tried.toSorted((a, b) => a.missing - b.missing);
  return best ?? { signedBy: [], missing: Number.POSITIVE_INFINITY };
}

/** By whose hand their yes could come. */
export function confirmersOf(ledger: Ledger, member: MemberId): MemberId[] {
  const agents = hasOwnPhone(ledger, member) ? [] : agentsOf(ledger, member);
  return agents.length > 0 ? agents : [member];
}

/** What these come to. */
export function openingSums(
  lines: readonly OpeningLine[],
  total: Minutes,
): OpeningSums {
  const sum = (wanted: (line: OpeningLine) => boolean): Minutes =>
    lines
      .filter((line) => !line.putsRight && wanted(line))
      .reduce((all, { minutes }) => all + Math.abs(minutes), 0) as Minutes;
  const given = sum(({ stage, minutes }) => stage === 'agreed' && minutes > 0);
  return {
    given,
    waiting: sum((line) => isWaiting(line) && line.minutes > 0),
    taken: sum(({ stage, minutes }) => stage === 'agreed' && minutes < 0),
    left: Math.max(0, total - given) as Minutes,
    beyond: Math.max(0, given - total) as Minutes,
  };
}

export const isWaiting = ({ stage }: Pick<OpeningLine, 'stage'>): boolean =>
  stage === 'signing' || stage === 'asked';

/**
 * What waits for my yes as one who signs, of the opening that counts: not my own, not of whom
 * I alone write for, and of nobody who has left.
 */
export function openingToSign(place: Place): OpeningLine[] {
  const here = linesHere(place);
  if (here?.opening.iSign !== true) return [];
  const { opening, lines } = here;
  const { ledger } = place.replica;
  const me = place.membership.member;
  return lines.filter(
    ({ stage, member, proposal }) =>
      stage === 'signing' &&
      ledger.member(member)?.left === false &&
      confirmersOf(ledger, member).some((each) => each !== me) &&
      !ledger.signersOf(proposal, member, opening.account).includes(me),
  );
}

/**
 * What I am asked whether I bring it along: of the opening that counts, and once enough have
 * signed, so that nobody is asked what one alone wrote down.
 */
export function broughtForMe(place: Place): OpeningLine[] {
  const me = place.membership.member;
  return (linesHere(place)?.lines ?? []).filter(
    ({ stage, member }) => member === me && stage === 'asked',
  );
}
