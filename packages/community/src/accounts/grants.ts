/** What members think of what a pot is asked for: advice to its signers, and no more. */
import { fewOfEach, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { rivalsOf } from '@manyhands/ledger';
import type { DecidedMotion, Matter, Transfer } from '@manyhands/ledger';
import { askAll, hasVoice, sayTo } from '../decisions/index.ts';
import type { DecisionRefused } from '../decisions/index.ts';
import { signingsAsked } from '../limits.ts';
import type { Place } from '../opened/index.ts';
import type { Organisation } from './organisation.ts';

/** What members have said of one request. */
export interface WordOnGrant {
  /** Who would give it, and who would not; of each their last word. */
  readonly yes: readonly MemberId[];
  readonly no: readonly MemberId[];
  readonly mine: boolean | null;
  /** Whether I have a say, and it is not I who asked. */
  readonly canSay: boolean;
}

type Line = Pick<Transfer, 'proposal' | 'party'>;

/**
 * What it is asked for and has not answered, what was asked last first: of each who asks so
 * many at a time, the earliest (C17).
 */
export function grantsAsked(
  { replica }: Pick<Place, 'replica'>,
  { account }: Pick<Organisation, 'account'>,
): Transfer[] {
  const timeOf = ({ proposal }: Transfer) => replica.entry(proposal)?.time ?? 0;
  const all = replica.ledger
    .transfersOf(account)
    .filter(
      ({ status, kind, helped, helper, proposer }) =>
        status === 'open' &&
        kind === 'gift' &&
        helped === account &&
        proposer === helper,
    )
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.proposal < b.proposal ? -1 : 1));
  return fewOfEach(all, signingsAsked, ({ proposer }) => proposer).toReversed();
}

/** What members say of it by now. */
export function wordOnGrant(place: Place, line: Transfer): WordOnGrant {
  const me = place.membership.member;
  const motions = motionsOn(place, line);
  const yes = new Set(motions.flatMap((each) => (standsBy(each) ? each.yes : each.no)));
  const no = new Set(motions.flatMap((each) => (standsBy(each) ? each.no : each.yes)));
  // Whoever says both has not made up their mind.
  const only = (one: Set<MemberId>, other: Set<MemberId>): MemberId[] =>
    [...one].filter((each) => !other.has(each));
  const mine = yes.has(me) === no.has(me) ? null : yes.has(me);
  const canSay = hasVoice(place) && line.proposer !== me;
  return { yes: only(yes, no), no: only(no, yes), mine, canSay };
}

/** I would give it, or would not: on what was asked of it already, else as the first to say so. */
export async function sayOnGrant(
  place: Place,
  line: Line,
  yes: boolean,
): Promise<Result<void, DecisionRefused>> {
  const me = place.membership.member;
  const motions = motionsOn(place, line);
  for (const each of motions) {
    const says = standsBy(each) === yes;
    const said = each.yes.includes(me) ? true : each.no.includes(me) ? false : null;
    // A no where I had said yes; a yes where there is something to say yes to.
    if (said === says || (said === null && !says)) continue;
    const changed = await sayTo(place, each.motion, says);
    if (!changed.ok) return changed;
  }
  if (motions.some((each) => standsBy(each) === yes)) return ok(undefined);
  const asked = await askAll(place, matterOn(line, yes), '');
  return asked.ok ? ok(undefined) : asked;
}

const matterOn = ({ proposal, party }: Line, stands: boolean): Matter => ({
  about: 'lines',
  lines: [{ proposal, party }],
  stands,
});

const standsBy = ({ matter }: DecidedMotion): boolean =>
  matter.about === 'lines' && matter.stands;

/** Motions on this line alone, by their ids. */
const motionsOn = (place: Place, line: Line): DecidedMotion[] =>
  rivalsOf(place.replica.ledger, matterOn(line, true))
    .filter(({ matter }) => matter.about === 'lines' && matter.lines.length === 1)
    .sort((a, b) => (a.motion < b.motion ? -1 : 1));

/** What the community gives from the pot to whoever is new, if I am and had none. */
export const firstHours = (
  place: Place,
  pot: Organisation | null,
): Transfer['minutes'] | null =>
  pot !== null && isNewTo(place, pot, place.membership.member)
    ? firstMinutes(place)
    : null;

/** How much was decided (key 15); null for none. */
export function firstMinutes({
  replica,
}: Pick<Place, 'replica'>): Transfer['minutes'] | null {
  const minutes = replica.ledger.rule('firstHours');
  return minutes === 0 ? null : minutes;
}

/**
 * Whether somebody is new, without a clock: no hour of theirs counts, not even one brought along
 * from before, and nothing is open between them and the pot. Whoever founded never is.
 */
export const isNewTo = (
  place: Pick<Place, 'replica'>,
  { account }: Pick<Organisation, 'account'>,
  member: MemberId,
): boolean =>
  hasNoHours(place, member) &&
  place.replica.ledger
    .transfersOf(member)
    .every(
      ({ status, helper, helped }) =>
        !(status === 'open' && helper === member && helped === account),
    );

/** Whether no hour of theirs counts. Whoever founded began without a pot to welcome them. */
export const hasNoHours = (
  { replica: { ledger } }: Pick<Place, 'replica'>,
  member: MemberId,
): boolean =>
  ledger.charter()?.founder !== member &&
  ledger.transfersOf(member).every(({ status }) => status !== 'exists');
