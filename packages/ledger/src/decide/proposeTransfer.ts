import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  MemberId,
  NoteId,
  PartyId,
  Result,
} from '@manyhands/base';
import { dayField, minutesField } from '../fields.ts';
import type { Ledger } from '../fold/views.ts';
import type { ProposedLine, TransferKind, TransferPropose } from '../ledgerContent.ts';
import { isPresent } from './isPresent.ts';
import { canBothSign } from './signingFor.ts';

/** What somebody says happened: between whom, how long, and when. */
export interface Help {
  /** Who says it. */
  readonly by: MemberId;
  /** True: they helped. False: they were helped. */
  readonly gave: boolean;
  /** The others, in any order (L6). */
  readonly lines: readonly ProposedLine[];
  readonly day: Day;
  readonly today: Day;
  readonly kind?: TransferKind;
  readonly ref?: EntryId | null;
  readonly note?: NoteId | null;
  /** The account for which they say it: "they" is then the account (L16). */
  readonly as?: AccountId | null;
}

export type ProposeRefused =
  | { readonly type: 'NotAMember' }
  | { readonly type: 'NobodyNamed' }
  | { readonly type: 'TooManyLines'; readonly lines: number; readonly limit: number }
  | { readonly type: 'WithOneself' }
  | { readonly type: 'DuplicateParty'; readonly party: PartyId }
  | { readonly type: 'UnknownMember'; readonly party: PartyId }
  | { readonly type: 'NotASigner' }
  /** Too few sign who are not on the other side as well: it could never count (L18). */
  | { readonly type: 'TooFewApart'; readonly party: PartyId }
  | { readonly type: 'Minutes'; readonly minutes: number }
  | { readonly type: 'FutureDay'; readonly day: Day }
  | { readonly type: 'ImpossibleDay'; readonly day: Day };

const linesLimit = 64;

/**
 * Decides whether this help can be put to the others (L3, L6, L7).
 *
 * Being past the limit is no refusal (L5): whoever is asked to confirm is warned and
 * decides; `outlookOf` says what to warn of. A rule could not hold anyway: another
 * device may have recorded the same minutes an hour ago, in a place we have not heard
 * from.
 *
 * Refuses a writer or a party who is no member or has left, oneself, one person twice,
 * more than 64 people, minutes outside 1 to 6,000, a day that has not begun, an account
 * that they do not sign for, and a line for which nobody could sign apart from both sides.
 */
export function proposeTransfer(
  ledger: Ledger,
  help: Help,
): Result<TransferPropose, ProposeRefused> {
  const refused = whyNot(ledger, help);
  if (refused) return err(refused);
  const { gave, day, kind = 'help', ref = null, note = null, as = null } = help;
  const lines = help.lines.toSorted((a, b) => (a.party < b.party ? -1 : 1));
  return ok({ type: 'transfer.propose', gave, day, lines, kind, ref, note, as });
}

function whyNot(ledger: Ledger, help: Help): ProposeRefused | null {
  const { by, lines, day, today, as = null } = help;
  if (!isPresent(ledger, by)) return { type: 'NotAMember' };
  if (as !== null && !ledger.signsFor(by, as)) return { type: 'NotASigner' };
  if (lines.length === 0) return { type: 'NobodyNamed' };
  if (lines.length > linesLimit) {
    return { type: 'TooManyLines', lines: lines.length, limit: linesLimit };
  }
  if (!fits(dayField, day)) return { type: 'ImpossibleDay', day };
  if (day > today) return { type: 'FutureDay', day };
  const named = new Set<PartyId>();
  for (const { party, minutes } of lines) {
    if (party === (as ?? by)) return { type: 'WithOneself' };
    if (named.has(party)) return { type: 'DuplicateParty', party };
    if (!isHere(ledger, party)) return { type: 'UnknownMember', party };
    if (!canBothSign(ledger, as ?? by, party)) return { type: 'TooFewApart', party };
    if (!fits(minutesField, minutes)) return { type: 'Minutes', minutes };
    named.add(party);
  }
  return null;
}

/** A member who stayed, or an account. */
const isHere = (ledger: Ledger, party: PartyId): boolean =>
  isPresent(ledger, party as MemberId) || ledger.account(party) !== null;

const fits = (shape: typeof dayField | typeof minutesField, number: number): boolean =>
  Number.isInteger(number) && shape.read(number) !== undefined;
