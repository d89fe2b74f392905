import { err } from '@manyhands/base';
import type { AccountId, EntryId, MemberId, Minutes, Result } from '@manyhands/base';
import { proposeTransfer } from '@manyhands/ledger';
import type { Transfer } from '@manyhands/ledger';
import { firstOrPartly, inLines } from '../hours/index.ts';
import type { ActRefused, PartlyAsked } from '../hours/index.ts';
import { oneByOne, writeDecided } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/** What one of them is to have. */
export interface Share {
  readonly member: MemberId;
  readonly minutes: Minutes;
}

export const totalOf = (shares: readonly Pick<Share, 'minutes'>[]): Minutes =>
  shares.reduce((sum, { minutes }) => sum + minutes, 0) as Minutes;

/**
 * Splits minutes evenly in quarters of an hour: whoever comes first has a quarter more, and
 * less than a quarter each is left with the organisation. It adds up to no more than there is.
 */
export function evenly(minutes: Minutes, members: readonly MemberId[]): Share[] {
  const quarters = Math.max(0, Math.floor(minutes / 15));
  const each = Math.floor(quarters / members.length);
  const more = quarters - each * members.length;
  return members.map((member, at) => ({
    member,
    minutes: ((each + (at < more ? 1 : 0)) * 15) as Minutes,
  }));
}

/**
 * Gives an organisation's hours to people in one proposal that adds up to nothing: what they
 * have more, it has less. Each of them, and as many signers as it takes, says yes.
 */
export function giveFrom(
  place: Place,
  as: AccountId,
  shares: readonly Share[],
): Promise<Result<EntryId, ActRefused>> {
  const today = place.today();
  const decided = proposeTransfer(place.replica.ledger, {
    by: place.membership.member,
    as,
    gave: false,
    kind: 'gift',
    lines: shares.map(({ member, minutes }) => ({ party: member, minutes })),
    day: today,
    today,
  });
  return writeDecided(place, 'ledger', decided);
}

/**
 * The same, where one of them has more than a line holds in as many proposals as that takes. Who
 * is to have none is left out. Answers the first; stopped in between, what is asked and what not.
 */
export async function shareOut(
  place: Place,
  as: AccountId,
  shares: readonly Share[],
): Promise<Result<EntryId, ActRefused | PartlyAsked<ActRefused>>> {
  const parts = shares.map(({ member, minutes }) => ({
    member,
    lines: inLines(minutes),
  }));
  const most = Math.max(1, ...parts.map(({ lines }) => lines.length));
  const rounds = Array.from({ length: most }, (_, at) =>
    parts.flatMap(({ member, lines }): Share[] => {
      const minutes = lines[at];
      return minutes === undefined ? [] : [{ member, minutes }];
    }),
  );
  const ran = await oneByOne(rounds, (round) => giveFrom(place, as, round));
  const shared = firstOrPartly(ran, (round) =>
    round.map(({ member, minutes }) => ({ party: member, minutes })),
  );
  return shared ?? err({ type: 'NobodyNamed' });
}

/** What an organisation asked of people and has no answer to: help, and hours it would give. */
export interface AskedByIt {
  readonly help: readonly Transfer[];
  /** Shared out or given, and still its own until all who are asked say yes. */
  readonly gifts: readonly Transfer[];
}

export function askedByIt(
  { replica }: Pick<Place, 'replica'>,
  as: AccountId,
): AskedByIt {
  const asked = replica.ledger
    .transfersOf(as)
    .filter(({ status, proposer }) => status === 'open' && proposer === as);
  return {
    help: asked.filter(({ kind }) => kind === 'help'),
    gifts: asked.filter(({ kind, helped }) => kind === 'gift' && helped === as),
  };
}
