/**
 * The same help with several, recorded at once: an hour of its own with each, asked one after
 * another (C31). Nobody is asked twice, also where the phone dies in between.
 */
import { err, ok } from '@manyhands/base';
import type { Day, EntryId, PartyId, Result, Work } from '@manyhands/base';
import { askedAtOnce } from '../limits.ts';
import { oneByOne } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { recordHelp } from './acts.ts';
import type { ActRefused, HelpSaid } from './acts.ts';
import { keepDraft } from './drafts.ts';
import type { HelpDraft } from './drafts.ts';

export interface AskedSeveral {
  /** What is left of it: who is asked stands in `asked`, and who is not remains. */
  readonly draft: HelpDraft;
  /** All were asked who can be. */
  readonly isAll: boolean;
  /** What stopped it; null where nothing did, or it was called off. */
  readonly why: ActRefused | null;
}

type WithWhom = Pick<HelpDraft, 'with' | 'others'>;

/** Who is still to be asked, in the order they were chosen. */
export const stillToAsk = ({ with: first, others }: WithWhom): readonly PartyId[] =>
  first === null ? others : [first, ...others];

/** These are still to be asked. */
export const askingStill = ([first, ...others]: readonly PartyId[]): WithWhom => ({
  with: first ?? null,
  others,
});

/**
 * Asks each, once what is meant is kept on this phone with the place from which on its entries will
 * stand. Who cannot be asked is passed over; what concerns them all stops it, and it can be taken
 * up again. Refused where nobody was asked.
 */
export async function askSeveral(
  place: Place,
  draft: HelpDraft,
  work: Work = {},
): Promise<Result<AskedSeveral, ActRefused>> {
  const people = stillToAsk(draft);
  const lines = people.length + draft.asked.length;
  if (people.length === 0) return err({ type: 'NobodyNamed' });
  if (lines > askedAtOnce)
    return err({ type: 'TooManyLines', lines, limit: askedAtOnce });
  const begun = { ...draft, from: ownLength(place) };
  const kept = await keepDraft(place.notes, begun);
  if (!kept.ok) return kept;
  const ran = await oneByOne(
    people,
    (party) => recordHelp(place, helpIn(draft, party)),
    {
      work,
      isOfOne,
    },
  );
  const { done, passed, left, why } = ran;
  const asked = [...draft.asked, ...done.map(({ value }) => value)];
  const [firstPassed] = passed;
  const rest = askingStill([...left, ...passed.map(({ of }) => of)]);
  const now: HelpDraft = { ...draft, ...rest, asked, from: null };
  // If this is not kept, what is kept still says from where on to look.
  await keepDraft(place.notes, now);
  if (asked.length === 0 && why !== null) return err(why);
  if (asked.length === 0 && left.length === 0 && firstPassed !== undefined)
    return err(firstPassed.why);
  return ok({ draft: now, isAll: left.length === 0, why });
}

/** As a draft says it, with one of them. */
function helpIn(draft: HelpDraft, party: PartyId): HelpSaid {
  const { as, iHelped, minutes, category, text } = draft;
  const day = draft.day as Day;
  return { with: party, as, iHelped, minutes, day, category, text, instead: null };
}

/**
 * The draft without whom this phone had asked when it died in between: what stands in its own log,
 * from where the asking began, with the same side, day and time, is what it asked then.
 */
export function withoutAsked(place: Place, draft: HelpDraft): HelpDraft {
  const { from, as, iHelped, minutes, day } = draft;
  if (from === null) return draft;
  const { replica, membership } = place;
  const side: PartyId = as ?? membership.member;
  const isOfIt = (proposal: EntryId): boolean => {
    const entry = replica.entry(proposal);
    return (
      entry !== null &&
      entry.log.member === membership.member &&
      entry.log.device === membership.device &&
      entry.seq >= from
    );
  };
  const found = new Map<PartyId, EntryId>();
  for (const line of replica.ledger.transfersOf(side)) {
    const isSame =
      line.proposer === side &&
      line.kind === 'help' &&
      line.ref === null &&
      (line.helper === side) === iHelped &&
      line.minutes === minutes &&
      line.day === day;
    if (isSame && isOfIt(line.proposal)) found.set(line.party, line.proposal);
  }
  const people = stillToAsk(draft);
  const asked = people.flatMap((party) => found.get(party) ?? []);
  return {
    ...draft,
    ...askingStill(people.filter((party) => !found.has(party))),
    asked: [...draft.asked, ...asked],
    from: null,
  };
}

/** What no other of them would be refused for. */
const isOfOne = ({ type }: ActRefused): boolean =>
  type === 'UnknownMember' ||
  type === 'TooFewApart' ||
  type === 'WithOneself' ||
  type === 'WritesForThem';

/** Where the next entry of this phone will stand. */
const ownLength = ({ replica, membership }: Place): number => {
  const { community, member, device } = membership;
  return replica.head({ community, member, device, kind: 'ledger' }).length;
};
